// How figures, groups and days are said, on every page of the dashboard.
#include <fmt/format.h>

#include <algorithm>

#include "app/core/trainer_banks.hpp"
#include "app/core/trainer_pages.hpp"
#include "assessment/reporting/report_words.hpp"
#include "assessment/results/record.hpp"

namespace app {

using assessment::Dimension;
using assessment::PublishedFigure;
using assessment::Report;
using assessment::ReportedGroup;
using assessment::Visibility;

namespace {

const FigureReports& reports_of(const TrainerModel& model) {
  return model.figures->by_language.at(model.comfort.language);
}

}  // namespace

const Report& TrainerText::everyone() const {
  return *reports_of(model).everyone;
}

const Report& TrainerText::groups() const {
  return *reports_of(model).groups;
}

const ReportedGroup* TrainerText::chosen_group() const {
  if (model.group) return &groups().groups.at(*model.group);
  const auto found = std::ranges::find_if(everyone().groups,
                                          [this](const ReportedGroup& group) { return is_on_show(group); });
  return found == everyone().groups.end() ? nullptr : &*found;
}

bool TrainerText::is_on_show(const ReportedGroup& group) const {
  return group.bank.id == bank_on_show(model);
}

std::string TrainerText::dimension(Dimension dimension) const {
  return text(fmt::format("dimension.{}", to_text(dimension)));
}

// A role by its name in the first bank that has it.
std::string TrainerText::value(Dimension dimension, const std::string& id) const {
  if (dimension != Dimension::role) return id;
  if (id == assessment::grouped_role) return text("group.smaller_roles");
  for (const assessment::QuestionBank& bank : *model.contents->banks) {
    const assessment::Role* role = find_role(bank, assessment::RoleId{id});
    if (role != nullptr && !role->label.is_empty()) return role->label.in(language());
  }
  return id;
}

std::string TrainerText::group_name(const ReportedGroup& group) const {
  std::string name;
  for (const assessment::Name& value : group.by) {
    if (value.id == group.bank.id) continue;  // where there are several: the page says which
    const bool is_grouped = value.id == assessment::grouped_role;
    name += (name.empty() ? "" : ", ") + (is_grouped ? text("group.smaller_roles") : value.label);
  }
  return name.empty() ? text("group.everyone") : name;
}

std::string TrainerText::people(const ReportedGroup& group) const {
  const std::string count = text("group.people", {{"count", this->count(group.people)}});
  return group.as_of.empty() ? count : text("group.as_of", {{"count", count}, {"day", day(group.as_of)}});
}

std::string TrainerText::count(const PublishedFigure& figure) const {
  if (figure.visibility != Visibility::under_minimum) return count_text(figure, everyone().policy);
  return text("figure.fewer", {{"number", std::to_string(everyone().policy.minimum_group)}});
}

std::string TrainerText::day(const std::string& iso) const {
  return date_text(iso, assessment::report_words(language()));
}

std::string TrainerText::conditions() const {
  const auto& filter = model.figures->choice.filter;
  if (filter.empty()) return text("filters.none");
  std::string all;
  for (const assessment::RecordFilter& condition : filter) {
    std::string values;
    for (const std::string& id : condition.values)
      values += (values.empty() ? "" : ", ") + value(condition.dimension, id);
    all += fmt::format("{}{}: {}", all.empty() ? "" : "; ", dimension(condition.dimension), values);
  }
  return text("filters.some", {{"conditions", all}});
}

// Two major versions of a bank have one title: then their ids tell them apart.
std::optional<ChoicesPart> which_bank(const TrainerText& words) {
  const std::vector<assessment::Name> banks = banks_on_show(words.model);
  if (banks.size() < 2) return std::nullopt;
  const std::string shown = bank_on_show(words.model);
  ChoicesPart choices{.id = "page.bank", .legend = words.text("page.bank")};
  for (const assessment::Name& bank : banks) {
    const bool is_alone = std::ranges::count(banks, bank.label, &assessment::Name::label) == 1;
    choices.choices.push_back({std::to_string(choices.choices.size()),
                               is_alone ? bank.label : fmt::format("{} ({})", bank.label, bank.id),
                               bank.id == shown, ChooseBank{bank.id}});
  }
  return choices;
}

ChoicesPart whose_figures(const TrainerText& words, std::string_view page) {
  ChoicesPart choices{.id = fmt::format("{}.whose", page), .legend = words.text("whose.legend")};
  choices.choices.push_back(
      {"everyone", words.text("group.everyone"), !words.model.group, ChooseGroup{std::nullopt}});
  const auto& groups = words.groups().groups;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!words.is_on_show(groups[i]) || !groups[i].people.is_shown()) continue;
    choices.choices.push_back(
        {std::to_string(i), words.group_name(groups[i]), words.model.group == i, ChooseGroup{i}});
  }
  return choices;
}

}  // namespace app
