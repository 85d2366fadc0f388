// Two groups side by side: cohorts, periods, sites or roles, whatever the figures are grouped by.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/core/trainer_charts.hpp"
#include "assessment/statistics/comparison.hpp"

namespace app {
namespace {

using assessment::Moments;
using assessment::ReportedDomain;
using assessment::ReportedGroup;

// Sums that would give the shown mean and deviation: rounded figures, so all that follows is approximate.
std::optional<Moments> moments_of(const ReportedGroup& group, const ReportedDomain& domain) {
  if (!group.people.is_shown() || !domain.mean.is_shown() || !domain.standard_deviation.is_shown())
    return std::nullopt;
  const auto people = static_cast<double>(group.people.figure);
  const auto mean = static_cast<double>(domain.mean.figure);
  const auto deviation = static_cast<double>(domain.standard_deviation.figure);
  return Moments{.people = group.people.figure,
                 .sum = std::llround(mean * people),
                 .sum_of_squares = std::llround((people - 1) * deviation * deviation + people * mean * mean)};
}

struct ChangeText {
  std::string difference = "-", interval = "-", verdict = "-";
};

std::string signed_text(double value) {
  const std::string text = fmt::format("{:+.1f}", value);
  return text == "-0.0" ? "+0.0" : text;
}

ChangeText change_of(const TrainerText& words, const std::optional<Moments>& before,
                     const std::optional<Moments>& after) {
  if (!before || !after) return {};
  const auto difference = unpaired_difference(*before, *after);
  if (!difference) return {};
  const auto change = change_in(difference->interval);
  const char* verdict = change == assessment::Change::rise   ? "change.rise"
                        : change == assessment::Change::fall ? "change.fall"
                                                             : "change.unclear";
  return {signed_text(difference->difference),
          words.text("change.interval", {{"low", signed_text(difference->interval.low)},
                                         {"high", signed_text(difference->interval.high)}}),
          words.text(verdict)};
}

const ReportedDomain* find_domain(const ReportedGroup& group, const std::string& id) {
  const auto found =
      std::ranges::find(group.domains, id, [](const ReportedDomain& domain) { return domain.name.id; });
  return found == group.domains.end() ? nullptr : &*found;
}

TablePart change_table(const TrainerText& words, const ReportedGroup& before, const ReportedGroup& after) {
  const std::string first = words.group_name(before), second = words.group_name(after);
  TablePart table{.id = "change.table",
                  .caption = words.text("change.caption", {{"before", first}, {"after", second}})};
  table.columns = {{.title = words.text("column.domain")},
                   {.title = first, .is_number = true},
                   {.title = second, .is_number = true},
                   {.title = words.text("column.change"), .is_number = true},
                   {.title = words.text("column.interval"), .is_number = true},
                   {.title = words.text("column.verdict")}};
  for (const ReportedDomain& domain : before.domains) {
    const ReportedDomain* same = find_domain(after, domain.name.id);
    if (same == nullptr) continue;
    const ChangeText change = change_of(words, moments_of(before, domain), moments_of(after, *same));
    table.rows.push_back({domain.name.id,
                          {domain.name.label, tenths_text(domain.mean), tenths_text(same->mean),
                           change.difference, change.interval, change.verdict}});
  }
  return table;
}

ChoicesPart side(const TrainerText& words, ComparedSide which) {
  const bool is_before = which == ComparedSide::before;
  ChoicesPart choices{.id = is_before ? "change.before" : "change.after",
                      .legend = words.text(is_before ? "change.before" : "change.after")};
  const auto& groups = words.groups().groups;
  const std::size_t chosen = is_before ? words.model.compared.first : words.model.compared.second;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!words.is_on_show(groups[i]) || !groups[i].people.is_shown()) continue;
    choices.choices.push_back(
        {std::to_string(i), words.group_name(groups[i]), i == chosen, CompareGroup{which, i}});
  }
  return choices;
}

}  // namespace

TrainerParts change_parts(const TrainerText& words) {
  TrainerParts parts{HeadingPart{"change.title", words.text("change.title"), HeadingLevel::page},
                     TextPart{"change.lead", words.text("change.lead")}};
  const auto& groups = words.groups().groups;
  const auto [first, second] = words.model.compared;
  const auto shown = std::ranges::count_if(groups, [&words](const ReportedGroup& group) {
    return words.is_on_show(group) && group.people.is_shown();
  });
  if (shown < 2) {
    parts.push_back(TextPart{"change.one_group", words.text("change.one_group"), TextKind::strong});
    return parts;
  }
  parts.push_back(side(words, ComparedSide::before));
  parts.push_back(side(words, ComparedSide::after));
  const ReportedGroup& before = groups.at(first);
  const ReportedGroup& after = groups.at(second);
  const bool is_any_withheld = !before.people.is_shown() || !after.people.is_shown();
  if (first == second || is_any_withheld) {
    parts.push_back(TextPart{"change.same", words.text("change.same"), TextKind::strong});
    return parts;
  }
  parts.push_back(TextPart{"change.people", words.text("change.people", {{"before", words.people(before)},
                                                                         {"after", words.people(after)}})});
  parts.push_back(ChartPart{"change.chart", change_chart(words, before, after)});
  parts.push_back(change_table(words, before, after));
  parts.push_back(TextPart{"change.note", words.text("change.note")});
  parts.push_back(TextPart{"change.exact", words.text("change.exact")});
  parts.push_back(TextPart{"change.people_differ", words.text("change.people_differ"), TextKind::hint});
  return parts;
}

}  // namespace app
