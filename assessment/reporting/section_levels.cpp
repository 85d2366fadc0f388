// Levels and spread by domain.
#include <algorithm>

#include "assessment/base/fill.hpp"
#include "assessment/reporting/report_sections.hpp"

namespace assessment {
namespace {

constexpr std::size_t most_levels_drawn = 5;  // as many colours as a row of parts has

const ReportedCount* find_count(const std::vector<ReportedCount>& counts, const std::string& id) {
  const auto found = std::ranges::find(counts, id, [](const ReportedCount& count) { return count.name.id; });
  return found == counts.end() ? nullptr : &*found;
}

std::string count_in(const std::vector<ReportedCount>& counts, const std::string& id, const Report& report) {
  const ReportedCount* found = find_count(counts, id);
  return count_text(found ? found->count : PublishedFigure{Visibility::shown, 0}, report.policy,
                    report_words(report.language));
}

// Of the first group that has any: all groups have the same.
std::vector<Name> names_in(const GroupsOfBank& groups, const std::string& domain_id,
                           std::vector<ReportedCount> ReportedDomain::*counts) {
  std::vector<Name> names;
  for (const ReportedGroup* group : groups) {
    const ReportedDomain* domain = find_domain(*group, domain_id);
    if (!domain || !names.empty()) continue;
    for (const ReportedCount& count : domain->*counts) names.push_back(count.name);
  }
  return names;
}

// People whose level is known: the shown counts, or where some are withheld at least everyone less those
// without a level.
std::int64_t people_with_level(const ReportedGroup& group, const ReportedDomain& domain) {
  std::int64_t sum = 0;
  bool is_whole = true;
  for (const ReportedCount& level : domain.levels) {
    sum += level.count.figure;
    is_whole = is_whole && level.count.is_shown();
  }
  if (is_whole || !group.people.is_shown()) return sum;
  return std::max(sum, group.people.figure - domain.too_few_answers.figure);
}

ChartCell share_cell(const ReportedGroup& group, const std::string& domain_id, const std::string& level) {
  const ReportedDomain* domain = find_domain(group, domain_id);
  ChartCell cell = domain_cell(group, domain, &ReportedDomain::mean);
  const ReportedCount* count = domain ? find_count(domain->levels, level) : nullptr;
  if (!count) return cell;
  cell.value = count->count;
  const std::int64_t people = people_with_level(group, *domain);
  if (cell.value.is_shown())
    cell.value.figure = people == 0 ? 0 : (1000 * cell.value.figure + people / 2) / people;
  return cell;
}

// The level with the highest count that is shown of each group, the first of equals.
std::vector<std::string> most_common_levels(const GroupsOfBank& groups, const std::string& domain_id) {
  std::vector<std::string> winners;
  for (const ReportedGroup* group : groups) {
    const ReportedDomain* domain = find_domain(*group, domain_id);
    if (!domain || domain->levels.empty()) continue;
    const auto most = std::ranges::max_element(domain->levels, {},
                                               [](const ReportedCount& level) { return level.count.figure; });
    if (most->count.figure > 0) winners.push_back(most->name.label);
  }
  return winners;
}

std::optional<Chart> levels_chart(const Report& report, const GroupsOfBank& groups, const Name& name) {
  const ReportWords& words = report_words(report.language);
  const std::vector<Name> levels = names_in(groups, name.id, &ReportedDomain::levels);
  const std::vector<std::string> winners = most_common_levels(groups, name.id);
  if (levels.empty() || levels.size() > most_levels_drawn || winners.empty()) return std::nullopt;
  Chart chart = begin_chart(report, ChartKind::stacked_bars, groups);
  chart.decimals = 0;
  chart.title = fill(words.levels.chart, {{"domain", name.label}});
  chart.sentence = fill(words.levels.most_common, {{"list", tally_text(winners, words)}});
  for (const Name& level : levels) {
    ChartSeries series{.name = level.label};
    for (const ReportedGroup* group : groups) series.cells.push_back(share_cell(*group, name.id, level.id));
    chart.series.push_back(std::move(series));
  }
  return chart;
}

// Everything about one domain, or about the overall figure.
Table domain_table(const Report& report, const GroupsOfBank& groups, const Name& name) {
  const ReportWords& words = report_words(report.language);
  Table table = begin_table(report, groups, name.label);
  const auto add_tenths = [&](std::string_view title, PublishedFigure ReportedDomain::*figure) {
    add_column(table, groups, title,
               [&](const ReportedGroup& group) { return domain_text(find_domain(group, name.id), figure); });
  };
  const auto add_counts = [&](std::vector<ReportedCount> ReportedDomain::*counts) {
    for (const Name& counted : names_in(groups, name.id, counts)) {
      add_column(table, groups, counted.label, [&](const ReportedGroup& group) {
        const ReportedDomain* domain = find_domain(group, name.id);
        return domain ? count_in(domain->*counts, counted.id, report) : "";
      });
    }
  };
  add_people(table, report, groups);
  add_tenths(words.columns.mean, &ReportedDomain::mean);
  add_tenths(words.columns.deviation, &ReportedDomain::standard_deviation);
  if (name.id != "overall") add_tenths(words.columns.knowledge_mean, &ReportedDomain::knowledge_mean);
  add_counts(&ReportedDomain::levels);
  add_counts(&ReportedDomain::attained);
  add_column(table, groups, words.columns.too_few_answers, [&](const ReportedGroup& group) {
    const ReportedDomain* domain = find_domain(group, name.id);
    return domain ? count_text(domain->too_few_answers, report.policy, words) : "";
  });
  table.chart = levels_chart(report, groups, name);
  return table;
}

}  // namespace

ReportSection levels_section(const Report& report, const GroupsOfBank& groups) {
  const ReportWords& words = report_words(report.language);
  ReportSection section{.paragraphs = {std::string(words.levels.about)}};
  for (const ReportedGroup* group : groups) {
    if (!group->overall) continue;
    section.tables.push_back(domain_table(report, groups, group->overall->name));
    break;
  }
  for (const Name& name : domains_of(groups)) section.tables.push_back(domain_table(report, groups, name));
  if (!section.tables.empty()) section.heading = section_heading(report, groups, words.levels.heading);
  return section;
}

}  // namespace assessment
