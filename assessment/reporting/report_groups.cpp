#include "assessment/reporting/report_groups.hpp"

#include <fmt/format.h>

#include <map>

#include "assessment/base/fill.hpp"

namespace assessment {

std::vector<GroupsOfBank> split_by_bank(const Report& report) {
  std::vector<GroupsOfBank> banks;
  for (const ReportedGroup& group : report.groups) {
    if (banks.empty() || banks.back().front()->bank != group.bank) banks.emplace_back();
    banks.back().push_back(&group);
  }
  return banks;
}

std::string dimension_heading(const std::string& dimension, const ReportWords& words) {
  const auto& columns = words.columns;
  const std::map<std::string, std::string_view> headings{
      {"bank", columns.bank},     {"role", columns.role},         {"site", columns.site},
      {"period", columns.period}, {"campaign", columns.campaign}, {"bank_version", columns.bank_version}};
  const auto found = headings.find(dimension);
  return found == headings.end() ? dimension : std::string(found->second);
}

Table begin_table(const Report& report, const GroupsOfBank& groups, std::string caption) {
  const ReportWords& words = report_words(report.language);
  Table table{.caption = std::move(caption)};
  for (const std::string& dimension : report.dimensions)
    table.columns.push_back({dimension_heading(dimension, words)});
  if (table.columns.empty()) table.columns.push_back({std::string(words.columns.group)});
  table.key_columns = table.columns.size();
  for (const ReportedGroup* group : groups) {
    std::vector<std::string> row;
    for (const Name& name : group->by) row.push_back(name.label);
    if (row.empty()) row.emplace_back(words.cells.everyone);
    table.rows.push_back(std::move(row));
  }
  return table;
}

void add_people(Table& table, const Report& report, const GroupsOfBank& groups) {
  const ReportWords& words = report_words(report.language);
  add_column(table, groups, words.columns.people, [&](const ReportedGroup& group) {
    return people_text(group.people, report.policy, group.as_of, words);
  });
}

const ReportedDomain* find_domain(const ReportedGroup& group, const std::string& id) {
  if (group.overall && group.overall->name.id == id) return &*group.overall;
  const auto found = std::ranges::find(group.domains, id, [](const ReportedDomain& d) { return d.name.id; });
  return found == group.domains.end() ? nullptr : &*found;
}

const ReportedItem* find_item_of(const ReportedGroup& group, const std::string& id) {
  const auto is_it = [&id](const ReportedItem& item) { return item.name.id == id; };
  const auto found = std::ranges::find_if(group.items, is_it);
  return found == group.items.end() ? nullptr : &*found;
}

std::vector<Name> domains_of(const GroupsOfBank& groups) {
  return collect(
      groups, [](const ReportedGroup& group) -> const auto& { return group.domains; });
}

std::string group_label(const Report& report, const ReportedGroup& group) {
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < group.by.size(); ++i) {
    if (report.dimensions[i] != "bank") labels.push_back(group.by[i].label);
  }
  if (labels.empty()) return std::string(report_words(report.language).cells.everyone);
  return fmt::format("{}", fmt::join(labels, ", "));
}

Chart begin_chart(const Report& report, ChartKind kind, const GroupsOfBank& groups) {
  Chart chart{.kind = kind, .unit = "\u00A0%"};  // no-break space
  chart.too_few = count_text({Visibility::under_minimum}, report.policy, report_words(report.language));
  for (const ReportedGroup* group : groups) chart.categories.push_back(group_label(report, *group));
  return chart;
}

ChartCell domain_cell(const ReportedGroup& group, const ReportedDomain* domain,
                      PublishedFigure ReportedDomain::*figure) {
  if (domain) return {domain->*figure, group.people};
  const bool is_withheld = !group.people.is_shown();
  return {is_withheld ? PublishedFigure{group.people.visibility} : PublishedFigure{}, group.people};
}

std::string domain_text(const ReportedDomain* domain, PublishedFigure ReportedDomain::*figure) {
  return domain ? tenths_text(domain->*figure) : "";
}

std::string tally_text(const std::vector<std::string>& winners, const ReportWords& words) {
  if (winners.size() == 1) return winners.front();
  std::vector<std::pair<std::string, int>> tally;
  for (const std::string& winner : winners) {
    auto place = std::ranges::find(tally, winner, &std::pair<std::string, int>::first);
    if (place == tally.end()) place = tally.insert(tally.end(), {winner, 0});
    place->second += 1;
  }
  std::ranges::stable_sort(tally, std::ranges::greater(), &std::pair<std::string, int>::second);
  std::vector<std::string> parts;
  for (const auto& [name, count] : tally) {
    parts.push_back(
        fill(words.headline.in_groups,
             {{"name", name}, {"groups", std::to_string(count)}, {"all", std::to_string(winners.size())}}));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string section_heading(const Report& report, const GroupsOfBank& groups, std::string_view heading) {
  if (groups.size() == report.groups.size()) return std::string(heading);
  return fmt::format("{} - {}", heading, groups.front()->bank.label);
}

}  // namespace assessment
