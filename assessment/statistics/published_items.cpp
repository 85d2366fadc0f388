#include "assessment/statistics/published_items.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "assessment/statistics/counting_rules.hpp"

namespace assessment {
namespace {

constexpr int exact_decimals = 8;

double rounded(double value, int decimals) {
  const double factor = std::pow(10.0, decimals);
  const double result = std::round(value * factor) / factor;
  return result == 0 ? 0 : result;  // never -0
}

// As a share of everyone's best: from the count that is as good, rounded like any count.
PublishedStatistic facility(const ItemAnalysis& item, const FigureRules& rules) {
  if (rules.protection == Protection::off || !item.facility)
    return rules.statistic(item.facility, item.people, 3);
  const std::int64_t right = std::llround(*item.facility * static_cast<double>(item.people));
  const std::int64_t wrong = item.people - right;
  const auto is_small = [&](std::int64_t count) { return count > 0 && count < rules.policy.suppress_below; };
  if (item.people < rules.policy.means_from) return {.visibility = Visibility::hidden};
  if (item.has_two_scores && (is_small(right) || is_small(wrong))) return {.visibility = Visibility::hidden};
  const double people = static_cast<double>(round_half_up(item.people, rules.policy.round_to));
  const double of_them = static_cast<double>(round_half_up(right, rules.policy.round_to));
  return rules.statistic(std::min(1.0, of_them / people), item.people, 2);
}

PublishedStatistic score_statistic(const ItemAnalysis& item, const std::optional<double>& value,
                                   const PublishedStatistic& facility, const FigureRules& rules) {
  // The spread of right and wrong answers tells how many there are, and so does their mean.
  if (facility.visibility == Visibility::hidden) return facility;
  return rules.statistic(value, item.people, 1);
}

PublishedItem publish_item(const ItemAnalysis& analysis, const std::string& id, std::int64_t complete,
                           const FigureRules& rules) {
  PublishedItem item{.id = id, .people = rules.count(analysis.people)};
  item.facility = facility(analysis, rules);
  item.mean = score_statistic(analysis, analysis.mean, item.facility, rules);
  item.deviation = score_statistic(analysis, analysis.deviation, item.facility, rules);
  item.is_in_scale = analysis.is_in_scale;
  item.item_rest = rules.statistic(analysis.item_rest, analysis.compared, 2);
  item.alpha_if_dropped = rules.statistic(analysis.alpha_if_dropped, complete, 2);
  item.discrimination = rules.statistic(analysis.discrimination, complete, 2);
  return item;
}

// Where one of the parts is withheld, so is the sum of them.
PublishedFigure add_up(const std::vector<PublishedAnswer>& answers, bool (*is_part)(const PublishedAnswer&)) {
  PublishedFigure sum;
  for (const PublishedAnswer& answer : answers) {
    if (!is_part(answer)) continue;
    if (sum.visibility == Visibility::hidden) continue;
    if (!answer.people.is_shown()) {
      sum = {Visibility::hidden, 0};
    } else {
      sum = {Visibility::shown, sum.figure + answer.people.figure};
    }
  }
  return sum;
}

bool is_not_sure(const PublishedAnswer& answer) {
  return answer.id == not_sure_option.text;
}

bool is_not_applicable(const PublishedAnswer& answer) {
  return answer.is_not_applicable;
}

PublishedFigure figure_of(const PublishedCounts& counts, const std::string& id) {
  const auto found = counts.find(id);
  return found == counts.end() ? PublishedFigure{Visibility::shown, 0} : found->second;
}

}  // namespace

PublishedFigure FigureRules::count(std::int64_t people) const {
  if (protection == Protection::off || people == 0) return {Visibility::shown, people};
  if (people < policy.minimum_group) return {Visibility::under_minimum, 0};
  return {Visibility::shown, round_half_up(people, policy.round_to)};
}

PublishedStatistic FigureRules::statistic(std::optional<double> value, std::int64_t people,
                                          int decimals) const {
  if (!value || !std::isfinite(*value)) return {};
  const int shown = protection == Protection::off ? exact_decimals : decimals;
  if (protection == Protection::on && people < policy.means_from) return {.visibility = Visibility::hidden};
  return {Visibility::shown, rounded(*value, shown), shown};
}

PublishedStatistic FigureRules::share(const PublishedFigure& count, const PublishedFigure& whole) const {
  if (count.visibility == Visibility::absent || (whole.is_shown() && whole.figure == 0)) return {};
  if (!count.is_shown() || !whole.is_shown()) return {.visibility = Visibility::hidden};
  const double value = static_cast<double>(count.figure) / static_cast<double>(whole.figure);
  const int shown = protection == Protection::off ? exact_decimals : 3;
  return {Visibility::shown, rounded(std::min(1.0, value), shown), shown};
}

PublishedScale publish_scale(const ScaleAnalysis& analysis, const std::vector<std::string>& ids,
                             const FigureRules& rules) {
  const std::int64_t people = analysis.people;
  PublishedScale scale{.items = analysis.items, .people = rules.count(people)};
  scale.highest = {.visibility = analysis.highest ? Visibility::shown : Visibility::absent,
                   .value = analysis.highest.value_or(0),
                   .decimals = exact_decimals};  // of the bank, not of people
  scale.mean = rules.statistic(analysis.mean, people, 1);
  scale.deviation = rules.statistic(analysis.deviation, people, 1);
  scale.alpha = rules.statistic(analysis.alpha, people, 2);
  if (analysis.alpha_interval) {
    scale.alpha_low = rules.statistic(analysis.alpha_interval->low, people, 2);
    scale.alpha_high = rules.statistic(analysis.alpha_interval->high, people, 2);
  }
  scale.standardised_alpha = rules.statistic(analysis.standardised_alpha, people, 2);
  scale.omega = rules.statistic(analysis.omega, people, 2);
  scale.error_of_measurement = rules.statistic(analysis.error_of_measurement, people, 1);
  for (std::size_t i = 0; i < analysis.of_items.size(); ++i) {
    scale.of_items.push_back(publish_item(analysis.of_items[i], ids[i], people, rules));
  }
  return scale;
}

void add_answers(PublishedItem& item, const QuestionBank& bank, const Item& of_bank,
                 const DisclosedGroup& group, const FigureRules& rules) {
  const auto marked = group.items.find(of_bank.id.text + ".flag");
  item.does_not_fit = {Visibility::shown, 0};
  if (marked != group.items.end()) item.does_not_fit = figure_of(marked->second.answers, "true");
  const auto found = group.items.find(of_bank.id.text);
  if (found == group.items.end()) return;
  const PublishedCounts& counts = found->second.answers;
  std::map<std::string, PublishedFigure> others(counts.begin(), counts.end());
  const auto add = [&](const std::string& id, bool not_applicable, bool correct) {
    const PublishedFigure people = figure_of(counts, id);
    item.answers.push_back({id, people, rules.share(people, group.people), not_applicable, correct});
    others.erase(id);
  };
  if (takes_one_option(of_bank)) {
    for (const Option& option : options_of(bank, of_bank)) {
      add(option.id.text, option.is_not_applicable, option.is_correct);
    }
  }
  if (of_bank.has_not_sure) add(not_sure_option.text, false, false);
  for (const auto& [id, people] : others) {
    item.answers.push_back({id, people, rules.share(people, group.people), false, false});
  }
  item.without_answer = found->second.without_answer;
  item.not_sure = rules.share(add_up(item.answers, is_not_sure), group.people);
  item.not_applicable = rules.share(add_up(item.answers, is_not_applicable), group.people);
}

void add_score_counts(PublishedItem& item, const ScoreMatrix& matrix, std::size_t column,
                      const FigureRules& rules, std::size_t most) {
  using Count = std::pair<std::int32_t, std::int64_t>;  // a score, and how many people have it
  std::vector<Count> counts;                            // so few that looking through them is the quickest
  std::int64_t missing = 0;
  for (const std::int32_t score : matrix.columns[column]) {
    if (score == no_score) {
      ++missing;
    } else if (const auto known = std::ranges::find(counts, score, &Count::first); known != counts.end()) {
      ++known->second;
    } else if (counts.size() <= most) {
      counts.emplace_back(score, 1);
    }
  }
  item.without_answer = {Visibility::shown, missing};
  if (counts.size() > most) return;
  std::ranges::sort(counts);
  for (const auto& [score, people] : counts) {
    const PublishedFigure figure{Visibility::shown, people};
    item.answers.push_back({to_decimal(ratio(score, matrix.parts)), figure,
                            rules.share(figure, {Visibility::shown, matrix.people})});
  }
}

}  // namespace assessment
