// Change over periods: one row for each group as it is but for the period, one column for each period.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "assessment/base/fill.hpp"
#include "assessment/reporting/report_sections.hpp"

namespace assessment {
namespace {

using KeyLabels = std::vector<std::string>;  // of a group, without its period

struct PeriodGrid {
  std::vector<std::string> periods{};  // in order of time, as their labels sort
  std::vector<KeyLabels> rows{};       // in order of first appearance
  std::map<std::pair<KeyLabels, std::string>, const ReportedGroup*> groups{};

  const ReportedGroup* find(const KeyLabels& row, const std::string& period) const {
    const auto found = groups.find({row, period});
    return found == groups.end() ? nullptr : found->second;
  }
};

PeriodGrid make_grid(const GroupsOfBank& groups, std::size_t period_index) {
  PeriodGrid grid;
  std::set<std::string> periods;
  for (const ReportedGroup* group : groups) {
    KeyLabels row;
    for (std::size_t i = 0; i < group->by.size(); ++i) {
      if (i != period_index) row.push_back(group->by[i].label);
    }
    if (std::ranges::find(grid.rows, row) == grid.rows.end()) grid.rows.push_back(row);
    periods.insert(group->by[period_index].label);
    grid.groups[{row, group->by[period_index].label}] = group;
  }
  grid.periods.assign(periods.begin(), periods.end());
  return grid;
}

// Means of one row over the periods; where there was no such group, nothing.
std::vector<ChartCell> means_of(const PeriodGrid& grid, const KeyLabels& row, const std::string& domain_id) {
  std::vector<ChartCell> cells;
  for (const std::string& period : grid.periods) {
    const ReportedGroup* group = grid.find(row, period);
    cells.push_back(group ? domain_cell(*group, find_domain(*group, domain_id), &ReportedDomain::mean)
                          : ChartCell{});
  }
  return cells;
}

// First and last mean that are shown; null where they are not two.
struct Ends {
  const ChartCell *first = nullptr, *last = nullptr;
  std::size_t first_index = 0, last_index = 0;
};

Ends ends_of(const std::vector<ChartCell>& cells) {
  Ends ends;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i].value.is_shown()) continue;
    if (!ends.first) {
      ends.first = &cells[i];
      ends.first_index = i;
    } else {
      ends.last = &cells[i];
      ends.last_index = i;
    }
  }
  return ends;
}

std::string sentence_of(const PeriodGrid& grid, const std::string& domain_id, const ReportWords& words) {
  int higher = 0, lower = 0, all = 0;
  for (const KeyLabels& row : grid.rows) {
    const auto cells = means_of(grid, row, domain_id);
    const Ends ends = ends_of(cells);
    if (!ends.last) continue;
    if (grid.rows.size() == 1) {
      return fill(words.periods.from_to, {{"before", tenths_text(ends.first->value)},
                                          {"first", grid.periods[ends.first_index]},
                                          {"after", tenths_text(ends.last->value)},
                                          {"last", grid.periods[ends.last_index]}});
    }
    all += 1;
    if (ends.last->value.figure > ends.first->value.figure) higher += 1;
    if (ends.last->value.figure < ends.first->value.figure) lower += 1;
  }
  if (all == 0) return std::string(words.periods.too_few);
  return fill(
      words.periods.rose_and_fell,
      {{"higher", std::to_string(higher)}, {"lower", std::to_string(lower)}, {"all", std::to_string(all)}});
}

// A line over the periods of a single row; of several a heat map.
Chart period_chart(const Report& report, const PeriodGrid& grid, const Name& name, std::string title) {
  const ReportWords& words = report_words(report.language);
  const bool is_line = grid.rows.size() == 1;
  Chart chart = begin_chart(report, is_line ? ChartKind::trend : ChartKind::heat_map, {});
  chart.title = std::move(title);
  chart.sentence = sentence_of(grid, name.id, words);
  if (is_line) {
    chart.categories = grid.periods;
    chart.series.push_back({std::string(words.columns.self_rating), means_of(grid, grid.rows[0], name.id)});
    return chart;
  }
  for (const std::string& period : grid.periods) chart.series.push_back({.name = period});
  for (const KeyLabels& row : grid.rows) {
    chart.categories.push_back(fmt::format("{}", fmt::join(row, ", ")));
    const auto cells = means_of(grid, row, name.id);
    for (std::size_t i = 0; i < cells.size(); ++i) chart.series[i].cells.push_back(cells[i]);
  }
  return chart;
}

// "61.3 (n = 35)", "fewer than 10", "-".
std::string cell_text(const Chart& chart, const ChartCell& cell) {
  if (!cell.people.is_shown()) return value_text(chart, cell.people);
  return fmt::format("{} ({})", tenths_text(cell.value), people_text(chart, cell.people));
}

Table period_table(const Report& report, const PeriodGrid& grid, const Name& name, std::size_t period_index) {
  const ReportWords& words = report_words(report.language);
  Table table{.caption = fill(words.periods.caption, {{"domain", name.label}})};
  for (std::size_t i = 0; i < report.dimensions.size(); ++i) {
    if (i != period_index) table.columns.push_back({dimension_heading(report.dimensions[i], words)});
  }
  if (table.columns.empty()) table.columns.push_back({std::string(words.columns.group)});
  table.key_columns = table.columns.size();
  Chart chart = period_chart(report, grid, name, table.caption);
  for (const std::string& period : grid.periods) table.columns.push_back({period, Alignment::end});
  for (const KeyLabels& row : grid.rows) {
    std::vector<std::string> cells = row;
    if (cells.empty()) cells.emplace_back(words.cells.everyone);
    for (const ChartCell& cell : means_of(grid, row, name.id)) cells.push_back(cell_text(chart, cell));
    table.rows.push_back(std::move(cells));
  }
  table.chart = std::move(chart);
  return table;
}

}  // namespace

ReportSection periods_section(const Report& report, const GroupsOfBank& groups) {
  const auto period = std::ranges::find(report.dimensions, "period");
  if (period == report.dimensions.end()) return {};
  const auto period_index = static_cast<std::size_t>(period - report.dimensions.begin());
  const PeriodGrid grid = make_grid(groups, period_index);
  const std::vector<Name> names = domains_of(groups);
  if (grid.periods.size() < 2 || names.empty()) return {};
  const ReportWords& words = report_words(report.language);
  ReportSection section{.heading = section_heading(report, groups, words.periods.heading),
                        .paragraphs = {std::string(words.periods.about)}};
  for (const Name& name : names) section.tables.push_back(period_table(report, grid, name, period_index));
  return section;
}

}  // namespace assessment
