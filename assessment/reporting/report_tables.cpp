#include "assessment/reporting/report_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace assessment {
namespace {

// A dimension's name as a column heading.
std::string heading_of(const std::string& dimension) {
  static const std::map<std::string, std::string> headings{
      {"bank", "Bank"},     {"role", "Role"},         {"site", "Site"},
      {"period", "Period"}, {"campaign", "Campaign"}, {"bank_version", "Bank version"}};
  const auto found = headings.find(dimension);
  return found == headings.end() ? dimension : found->second;
}

// A table whose rows are groups: their names, and nothing else yet.
Table begin_table(const Report& report, const GroupsOfBank& groups, std::string caption) {
  Table table{.caption = std::move(caption)};
  for (const std::string& dimension : report.dimensions) table.columns.push_back({heading_of(dimension)});
  if (table.columns.empty()) table.columns.push_back({"Group"});
  table.key_columns = table.columns.size();
  for (const ReportedGroup* group : groups) {
    std::vector<std::string> row;
    for (const Name& name : group->by) row.push_back(name.label);
    if (row.empty()) row.emplace_back("Everyone");
    table.rows.push_back(std::move(row));
  }
  return table;
}

template <class CellOf>
void add_column(Table& table, const GroupsOfBank& groups, std::string title, CellOf cell_of) {
  table.columns.push_back({std::move(title), Alignment::end});
  for (std::size_t i = 0; i < groups.size(); ++i) table.rows[i].push_back(cell_of(*groups[i]));
}

void add_people(Table& table, const Report& report, const GroupsOfBank& groups) {
  add_column(table, groups, "People", [&](const ReportedGroup& group) {
    return people_text(group.people, report.policy, group.as_of);
  });
}

const ReportedDomain* find_domain(const ReportedGroup& group, const std::string& id) {
  for (const ReportedDomain& domain : group.domains) {
    if (domain.name.id == id) return &domain;
  }
  return nullptr;
}

const ReportedDomain* find_overall(const ReportedGroup& group) {
  return group.overall ? &*group.overall : nullptr;
}

bool has_overall(const GroupsOfBank& groups) {
  return std::any_of(groups.begin(), groups.end(),
                     [](const ReportedGroup* group) { return find_overall(*group); });
}

// A cell of a domain. A group that shows nothing has no domains: its cells stay empty.
template <class FigureOf>
std::string domain_cell(const ReportedDomain* domain, FigureOf figure_of) {
  return domain ? figure_of(*domain) : "";
}

const std::vector<ReportedDomain>& domains_of(const ReportedGroup& group) {
  return group.domains;
}
const std::vector<ReportedItem>& items_of(const ReportedGroup& group) {
  return group.items;
}

// Every name once, in order of first appearance.
template <class NamesOf>
std::vector<Name> collect(const GroupsOfBank& groups, NamesOf names_of) {
  std::vector<Name> names;
  for (const ReportedGroup* group : groups) {
    for (const auto& thing : names_of(*group)) {
      if (std::find(names.begin(), names.end(), thing.name) == names.end()) names.push_back(thing.name);
    }
  }
  return names;
}

Table means_table(const Report& report, const GroupsOfBank& groups) {
  Table table = begin_table(report, groups, "Mean self-rating in percent (* withheld, - nothing to show)");
  add_people(table, report, groups);
  const auto mean = [](const ReportedDomain& domain) { return tenths_text(domain.mean); };
  if (has_overall(groups)) {
    add_column(table, groups, "Overall",
               [&](const ReportedGroup& group) { return domain_cell(find_overall(group), mean); });
  }
  for (const Name& name : collect(groups, domains_of)) {
    add_column(table, groups, name.label,
               [&](const ReportedGroup& group) { return domain_cell(find_domain(group, name.id), mean); });
  }
  return table;
}

std::string count_in(const std::vector<ReportedCount>& counts, const std::string& id,
                     const DisclosurePolicy& policy) {
  for (const ReportedCount& count : counts) {
    if (count.name.id == id) return count_text(count.count, policy);
  }
  return count_text({Visibility::shown, 0}, policy);
}

// Everything about one domain, or about the overall figure.
template <class Find>
Table domain_table(const Report& report, const GroupsOfBank& groups, const Name& name, Find find) {
  Table table = begin_table(report, groups, name.label);
  const auto add = [&](std::string title, auto figure_of) {
    add_column(table, groups, std::move(title),
               [&](const ReportedGroup& group) { return domain_cell(find(group), figure_of); });
  };
  add_people(table, report, groups);
  add("Mean", [](const ReportedDomain& domain) { return tenths_text(domain.mean); });
  add("SD", [](const ReportedDomain& domain) { return tenths_text(domain.standard_deviation); });
  if (name.id != "overall") {
    add("Knowledge mean", [](const ReportedDomain& domain) { return tenths_text(domain.knowledge_mean); });
  }
  std::vector<Name> levels, attained;
  for (const ReportedGroup* group : groups) {
    const ReportedDomain* domain = find(*group);
    if (!domain || !levels.empty() || !attained.empty()) continue;
    for (const ReportedCount& level : domain->levels) levels.push_back(level.name);
    for (const ReportedCount& value : domain->attained) attained.push_back(value.name);
  }
  for (const Name& level : levels) {
    add(level.label,
        [&](const ReportedDomain& domain) { return count_in(domain.levels, level.id, report.policy); });
  }
  for (const Name& value : attained) {
    add(value.label,
        [&](const ReportedDomain& domain) { return count_in(domain.attained, value.id, report.policy); });
  }
  add("Too few answers",
      [&](const ReportedDomain& domain) { return count_text(domain.too_few_answers, report.policy); });
  return table;
}

const ReportedItem* find_item_of(const ReportedGroup& group, const std::string& id) {
  for (const ReportedItem& item : group.items) {
    if (item.name.id == id) return &item;
  }
  return nullptr;
}

std::string item_caption(const GroupsOfBank& groups, const Name& name) {
  std::string caption = name.label == name.id ? name.id : fmt::format("{} ({})", name.label, name.id);
  for (const ReportedGroup* group : groups) {
    const ReportedItem* item = find_item_of(*group, name.id);
    if (item == nullptr) continue;
    const std::string history = history_text(item->history);
    return history.empty() ? caption : fmt::format("{} - {}", caption, history);
  }
  return caption;
}

bool has_marks(const GroupsOfBank& groups, const Name& name) {
  return std::any_of(groups.begin(), groups.end(), [&](const ReportedGroup* group) {
    const ReportedItem* item = find_item_of(*group, name.id);
    return item != nullptr && item->does_not_fit.visibility != Visibility::absent;
  });
}

Table item_table(const Report& report, const GroupsOfBank& groups, const Name& name) {
  Table table = begin_table(report, groups, item_caption(groups, name));
  std::vector<Name> answers;
  for (const ReportedGroup* group : groups) {
    const ReportedItem* item = find_item_of(*group, name.id);
    if (!item || !answers.empty()) continue;
    for (const ReportedCount& answer : item->answers) answers.push_back(answer.name);
  }
  add_people(table, report, groups);
  for (const Name& answer : answers) {
    add_column(table, groups, answer.label, [&](const ReportedGroup& group) {
      const ReportedItem* item = find_item_of(group, name.id);
      return item ? count_in(item->answers, answer.id, report.policy) : "";
    });
  }
  add_column(table, groups, "No answer recorded", [&](const ReportedGroup& group) {
    const ReportedItem* item = find_item_of(group, name.id);
    return item ? count_text(item->without_answer, report.policy) : "";
  });
  if (!has_marks(groups, name)) return table;
  add_column(table, groups, "Does not fit the job", [&](const ReportedGroup& group) {
    const ReportedItem* item = find_item_of(group, name.id);
    return item ? count_text(item->does_not_fit, report.policy) : "";
  });
  return table;
}

std::string heading_for(const Report& report, const GroupsOfBank& groups, const char* heading) {
  if (groups.size() == report.groups.size()) return heading;
  return fmt::format("{} - {}", heading, groups.front()->bank.label);
}

void add_sections(std::vector<ReportSection>& sections, const Report& report, const GroupsOfBank& groups) {
  sections.push_back({.heading = heading_for(report, groups, "Who needs what"),
                      .paragraphs = {"Self-reported. A low mean marks where there is most to gain."},
                      .tables = {means_table(report, groups)}});

  ReportSection details{
      .heading = heading_for(report, groups, "Levels and spread by domain"),
      .paragraphs = {"People by the level they reached, the mean and standard deviation (SD) of their "
                     "percentages, and how many gave too few answers to say."}};
  if (has_overall(groups)) {
    details.tables.push_back(domain_table(report, groups, {"overall", "Overall"}, find_overall));
  }
  for (const Name& name : collect(groups, domains_of)) {
    details.tables.push_back(domain_table(
        report, groups, name, [&](const ReportedGroup& group) { return find_domain(group, name.id); }));
  }
  if (!details.tables.empty()) sections.push_back(std::move(details));

  ReportSection items{.heading = heading_for(report, groups, "Answers by item"),
                      .paragraphs = {"People by what they chose."}};
  for (const Name& name : collect(groups, items_of)) {
    items.tables.push_back(item_table(report, groups, name));
  }
  if (!items.tables.empty()) sections.push_back(std::move(items));
}

}  // namespace

std::vector<GroupsOfBank> split_by_bank(const Report& report) {
  std::vector<GroupsOfBank> banks;
  for (const ReportedGroup& group : report.groups) {
    if (banks.empty() || banks.back().front()->bank != group.bank) banks.emplace_back();
    banks.back().push_back(&group);
  }
  return banks;
}

std::vector<ReportSection> make_sections(const Report& report) {
  std::vector<ReportSection> sections;
  for (const GroupsOfBank& groups : split_by_bank(report)) add_sections(sections, report, groups);
  return sections;
}

}  // namespace assessment
