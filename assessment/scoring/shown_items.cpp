#include "assessment/scoring/shown_items.hpp"

#include <algorithm>

#include "assessment/base/overloaded.hpp"

namespace assessment {
namespace {

Rational all_or_nothing(bool is_right) {
  return is_right ? 1 : 0;
}

Rational points_of(const MultipleItem& item, const Answer& answer) {
  int right = 0, right_chosen = 0, wrong_chosen = 0;
  for (const Option& option : item.options) {
    const bool is_chosen = std::ranges::find(answer.chosen, option.id) != answer.chosen.end();
    right += option.is_correct;
    right_chosen += is_chosen && option.is_correct;
    wrong_chosen += is_chosen && !option.is_correct;
  }
  if (item.credit == Credit::partial) return ratio(std::max(0, right_chosen - wrong_chosen), right);
  return all_or_nothing(right_chosen == right && wrong_chosen == 0);
}

Rational points_of(const OrderItem& item, const Answer& answer) {
  const auto place_of = [&](const OptionId& id) {
    return std::ranges::find(item.options, id, &Option::id) - item.options.begin();
  };
  const auto pairs = std::ssize(item.options) - 1;
  long right = 0;
  for (std::size_t i = 0; i + 1 < answer.chosen.size(); ++i) {
    right += place_of(answer.chosen[i + 1]) == place_of(answer.chosen[i]) + 1;
  }
  return item.credit == Credit::pairs ? ratio(right, pairs) : all_or_nothing(right == pairs);
}

Rational points_of(const MatchItem& item, const Answer& answer) {
  long right = 0;
  for (std::size_t i = 0; i < item.lefts.size(); ++i) {
    right += std::ranges::count(answer.joined, Join{item.lefts[i].id, item.rights[i].id});
  }
  const auto pairs = std::ssize(item.lefts);
  return item.credit == Credit::partial ? ratio(right, pairs) : all_or_nothing(right == pairs);
}

Rational points_of(const NumberItem& item, const Answer& answer) {
  const Rational number = number_of(answer).value();
  return all_or_nothing(std::ranges::any_of(item.accept, [&](const Interval& interval) {
    return interval.from <= number && number <= interval.to;
  }));
}

// The sum of the steps' scores; "not sure" in one of them is worth nothing there.
ItemScore score_task(const QuestionBank& bank, const Item& item, const Answer& answer) {
  ItemScore score;
  for (std::size_t step = 0; step < steps_of(item); ++step) {
    const Option* chosen = find_option(bank, item, answer.chosen[step], step);
    const bool is_applicable = chosen ? !chosen->is_not_applicable : item.measure == Measure::knowledge;
    score.is_applicable = score.is_applicable && is_applicable;
    if (chosen) score.points += chosen->score;
  }
  return score;
}

ShownItem shown_item(const QuestionBank& bank, const Session& session, const Item& item) {
  ShownItem entry{.item = &item, .highest = highest_score(bank, item)};
  const Answer* answer = complete_answer(bank, session, item);
  if (!answer) return entry;
  const ItemScore score = score_answer(bank, item, *answer);
  entry.standing = score.is_applicable ? Standing::scored : Standing::not_applicable;
  if (score.is_applicable) entry.points = score.points;
  if (takes_one_option(item)) entry.chosen = answer->chosen.front();
  return entry;
}

}  // namespace

ItemScore score_answer(const QuestionBank& bank, const Item& item, const Answer& answer) {
  if (std::holds_alternative<TaskItem>(item.type)) return score_task(bank, item, answer);
  if (!answer.chosen.empty() && answer.chosen.front() == not_sure_option) {
    return {.points = 0, .is_applicable = item.measure == Measure::knowledge};
  }
  if (takes_one_option(item)) {
    const Option& chosen = *find_option(bank, item, answer.chosen.front());
    return {.points = chosen.score, .is_applicable = !chosen.is_not_applicable};
  }
  return std::visit(
      Overloaded{
          [&](const MultipleItem& type) { return ItemScore{.points = points_of(type, answer)}; },
          [&](const OrderItem& type) { return ItemScore{.points = points_of(type, answer)}; },
          [&](const MatchItem& type) { return ItemScore{.points = points_of(type, answer)}; },
          [&](const NumberItem& type) { return ItemScore{.points = points_of(type, answer)}; },
          [](const auto&) { return ItemScore{}; },
      },
      item.type);
}

ShownItems shown_items(const QuestionBank& bank, const Session& session, std::span<const std::size_t> shown,
                       std::size_t domain, Measure measure) {
  ShownItems items;
  for (const std::size_t index : shown) {
    const Item& item = bank.items[index];
    if (item.domain != domain || item.measure != measure || is_note(item)) continue;
    items.push_back(shown_item(bank, session, item));
  }
  return items;
}

ShownByDomain shown_by_domain(const QuestionBank& bank, const Session& session,
                              std::span<const std::size_t> shown) {
  ShownByDomain domains(bank.domains.size());
  for (const std::size_t index : shown) {
    const Item& item = bank.items[index];
    if (is_note(item)) continue;
    ShownItems& items = domains[item.domain][static_cast<std::size_t>(item.measure)];
    if (items.empty()) items.reserve(8);  // few measures have more
    items.push_back(shown_item(bank, session, item));
  }
  return domains;
}

}  // namespace assessment
