#include "assessment/scoring/percent_rule.hpp"

#include <algorithm>

#include "assessment/session/routing.hpp"

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

PercentScore score_percent(const QuestionBank& bank, const Session& session, std::size_t domain,
                           Measure measure) {
  PercentScore result;
  for (const std::size_t index : route(bank, session)) {
    const Item& item = bank.items[index];
    if (item.domain != domain || item.measure != measure) continue;
    ++result.asked;
    const Answer* answer = answer_to(session, item.id);
    if (!answer) continue;
    const ItemScore score = score_answer(bank, item, *answer);
    if (!score.is_applicable) {
      ++result.not_applicable;
      continue;
    }
    ++result.answered;
    result.points += item.weight * score.points;
    result.points_possible += item.weight * highest_score(bank, item);
  }
  // Multiplied, not divided: half of five items asks for three answers, never for two.
  const bool is_enough = result.answered >= bank.scoring.minimum_answered * result.asked;
  if (is_enough && result.points_possible > 0) result.percent = 100 * result.points / result.points_possible;
  return result;
}

std::string to_fraction(const Rational& points, const Rational& possible) {
  const mpz_class whole = lcm(points.get_den(), possible.get_den());
  return mpz_class(points * whole).get_str() + "/" + mpz_class(possible * whole).get_str();
}

}  // namespace assessment
