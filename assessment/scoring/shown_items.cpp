#include "assessment/scoring/shown_items.hpp"

#include <algorithm>

namespace assessment {
namespace {

ItemScore score_multiple(const MultipleItem& item, const Answer& answer) {
  int right = 0, right_chosen = 0, wrong_chosen = 0;
  for (const Option& option : item.options) {
    const bool is_chosen = std::ranges::find(answer.chosen, option.id) != answer.chosen.end();
    right += option.is_correct;
    right_chosen += is_chosen && option.is_correct;
    wrong_chosen += is_chosen && !option.is_correct;
  }
  if (item.credit == Credit::partial)
    return {.points = ratio(std::max(0, right_chosen - wrong_chosen), right)};
  return {.points = right_chosen == right && wrong_chosen == 0 ? 1 : 0};
}

}  // namespace

ItemScore score_answer(const QuestionBank& bank, const Item& item, const Answer& answer) {
  if (answer.chosen.front() == not_sure_option) {
    return {.points = 0, .is_applicable = item.measure == Measure::knowledge};
  }
  if (const auto* multiple = std::get_if<MultipleItem>(&item.type)) return score_multiple(*multiple, answer);
  const Option& chosen = *find_option(bank, item, answer.chosen.front());
  return {.points = chosen.score, .is_applicable = !chosen.is_not_applicable};
}

ShownItems shown_items(const QuestionBank& bank, const Session& session, std::span<const std::size_t> shown,
                       std::size_t domain, Measure measure) {
  ShownItems items;
  for (const std::size_t index : shown) {
    const Item& item = bank.items[index];
    if (item.domain != domain || item.measure != measure) continue;
    ShownItem& entry = items.emplace_back(ShownItem{.item = &item, .highest = highest_score(bank, item)});
    const Answer* answer = answer_to(session, item.id);
    if (!answer) continue;
    const ItemScore score = score_answer(bank, item, *answer);
    entry.standing = score.is_applicable ? Standing::scored : Standing::not_applicable;
    if (score.is_applicable) entry.points = score.points;
    if (!std::holds_alternative<MultipleItem>(item.type)) entry.chosen = answer->chosen.front();
  }
  return items;
}

}  // namespace assessment
