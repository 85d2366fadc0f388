// What the sections of a report share: groups of one bank, tables whose rows are groups, cells of charts.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "assessment/reporting/report.hpp"

namespace assessment {

using GroupsOfBank = std::vector<const ReportedGroup*>;

// The groups of each bank, in order: only these share domains and levels, and so a table.
std::vector<GroupsOfBank> split_by_bank(const Report& report);

// A dimension's name as a column heading.
std::string dimension_heading(const std::string& dimension, const ReportWords& words);

// A table whose rows are groups: their names, and nothing else yet.
Table begin_table(const Report& report, const GroupsOfBank& groups, std::string caption);

template <class CellOf>
void add_column(Table& table, const GroupsOfBank& groups, std::string_view title, CellOf cell_of) {
  table.columns.push_back({std::string(title), Alignment::end});
  for (std::size_t i = 0; i < groups.size(); ++i) table.rows[i].push_back(cell_of(*groups[i]));
}

void add_people(Table& table, const Report& report, const GroupsOfBank& groups);

// null: the group has none, as a group that shows nothing.
const ReportedDomain* find_domain(const ReportedGroup& group, const std::string& id);
const ReportedItem* find_item_of(const ReportedGroup& group, const std::string& id);

// Every name once, in order of first appearance; `names_of` gives things that have a name.
template <class NamesOf>
std::vector<Name> collect(const GroupsOfBank& groups, NamesOf names_of) {
  std::vector<Name> names;
  for (const ReportedGroup* group : groups) {
    for (const auto& thing : names_of(*group)) {
      if (std::ranges::find(names, thing.name) == names.end()) names.push_back(thing.name);
    }
  }
  return names;
}
std::vector<Name> domains_of(const GroupsOfBank& groups);

// "Clinical", "North, Clinical" without the bank, or "Everyone".
std::string group_label(const Report& report, const ReportedGroup& group);

// A chart of `kind` whose categories are the groups, or of percentages without any yet.
Chart begin_chart(const Report& report, ChartKind kind, const GroupsOfBank& groups);

// A figure of a domain in a chart, and in a table: a group that shows nothing has no domains.
ChartCell domain_cell(const ReportedGroup& group, const ReportedDomain* domain,
                      PublishedFigure ReportedDomain::*figure);
std::string domain_text(const ReportedDomain* domain, PublishedFigure ReportedDomain::*figure);

// "Staying safe in 3 of 4 groups, Data in 1 of 4 groups": what won how often, the most frequent first.
// Of a single group only the winner; empty where there are none.
std::string tally_text(const std::vector<std::string>& winners, const ReportWords& words);

// `heading`, and the bank where there are several.
std::string section_heading(const Report& report, const GroupsOfBank& groups, std::string_view heading);

}  // namespace assessment
