// Questions that may not work, and the answers to all of them.
#include <fmt/format.h>

#include <algorithm>

#include "assessment/bank/item.hpp"
#include "assessment/base/fill.hpp"
#include "assessment/reporting/report_sections.hpp"

namespace assessment {
namespace {

// Percent of a group, as skills items has them.
constexpr std::int64_t many_marks = 10, many_unsure = 30;

std::vector<Name> items_of(const GroupsOfBank& groups) {
  return collect(
      groups, [](const ReportedGroup& group) -> const auto& { return group.items; });
}

std::string item_caption(const GroupsOfBank& groups, const Name& name, const ReportWords& words) {
  std::string caption = name.label == name.id ? name.id : fmt::format("{} ({})", name.label, name.id);
  for (const ReportedGroup* group : groups) {
    const ReportedItem* item = find_item_of(*group, name.id);
    if (item == nullptr) continue;
    const std::string history = history_text(item->history, words);
    return history.empty() ? caption : fmt::format("{} - {}", caption, history);
  }
  return caption;
}

bool has_marks(const GroupsOfBank& groups, const Name& name) {
  return std::ranges::any_of(groups, [&](const ReportedGroup* group) {
    const ReportedItem* item = find_item_of(*group, name.id);
    return item != nullptr && item->does_not_fit.visibility != Visibility::absent;
  });
}

PublishedFigure count_of(const ReportedItem& item, std::string_view answer) {
  const auto found =
      std::ranges::find(item.answers, answer, [](const ReportedCount& count) { return count.name.id; });
  return found == item.answers.end() ? PublishedFigure{} : found->count;
}

Table item_table(const Report& report, const GroupsOfBank& groups, const Name& name) {
  const ReportWords& words = report_words(report.language);
  Table table = begin_table(report, groups, item_caption(groups, name, words));
  std::vector<Name> answers;
  for (const ReportedGroup* group : groups) {
    const ReportedItem* item = find_item_of(*group, name.id);
    if (!item || !answers.empty()) continue;
    for (const ReportedCount& answer : item->answers) answers.push_back(answer.name);
  }
  const auto add = [&](std::string_view title, auto figure_of) {
    add_column(table, groups, title, [&](const ReportedGroup& group) {
      const ReportedItem* item = find_item_of(group, name.id);
      return item ? count_text(figure_of(*item), report.policy, words) : "";
    });
  };
  add_people(table, report, groups);
  for (const Name& answer : answers) {
    add(answer.label, [&](const ReportedItem& item) {
      const PublishedFigure count = count_of(item, answer.id);
      return count.visibility == Visibility::absent ? PublishedFigure{Visibility::shown, 0} : count;
    });
  }
  add(words.columns.no_answer, [](const ReportedItem& item) { return item.without_answer; });
  if (has_marks(groups, name))
    add(words.columns.does_not_fit, [](const ReportedItem& item) { return item.does_not_fit; });
  return table;
}

// "does not fit the job: 20 of 85"; empty where there are not that many, or they are not shown.
std::string remark(std::string_view text, const PublishedFigure& count, const PublishedFigure& people,
                   std::int64_t least_percent) {
  if (!count.is_shown() || !people.is_shown() || count.figure == 0) return "";
  if (100 * count.figure < least_percent * people.figure) return "";
  return fill(text, {{"count", std::to_string(count.figure)}, {"people", std::to_string(people.figure)}});
}

std::string remarks_on(const ReportedItem& item, const ReportedGroup& group, const ReportWords& words) {
  std::string remarks = remark(words.questions.marked, item.does_not_fit, group.people, many_marks);
  const std::string unsure =
      remark(words.questions.unsure, count_of(item, not_sure_option.text), group.people, many_unsure);
  if (!remarks.empty() && !unsure.empty()) remarks += "; ";
  return remarks + unsure;
}

}  // namespace

ReportSection questions_section(const Report& report, const GroupsOfBank& groups) {
  const ReportWords& words = report_words(report.language);
  const std::vector<Name> names = items_of(groups);
  if (names.empty()) return {};
  Table table{.caption = std::string(words.questions.caption),
              .columns = {{std::string(words.columns.question)},
                          {std::string(words.columns.group)},
                          {std::string(words.columns.remark)}}};
  for (const Name& name : names) {
    for (const ReportedGroup* group : groups) {
      const ReportedItem* item = find_item_of(*group, name.id);
      const std::string remarks = item ? remarks_on(*item, *group, words) : "";
      if (!remarks.empty()) table.rows.push_back({name.label, group_label(report, *group), remarks});
    }
  }
  ReportSection section{.heading = section_heading(report, groups, words.questions.heading),
                        .paragraphs = {std::string(words.questions.about)}};
  if (table.rows.empty()) {
    section.paragraphs.emplace_back(words.questions.none);
  } else {
    section.tables.push_back(std::move(table));
  }
  return section;
}

ReportSection items_section(const Report& report, const GroupsOfBank& groups) {
  const ReportWords& words = report_words(report.language);
  ReportSection section{.paragraphs = {std::string(words.items.about)}};
  for (const Name& name : items_of(groups)) section.tables.push_back(item_table(report, groups, name));
  if (!section.tables.empty()) section.heading = section_heading(report, groups, words.items.heading);
  return section;
}

}  // namespace assessment
