#include "assessment/scoring/percent_rule.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace assessment {
namespace {

// Sets the percentage and the level it reaches.
void set_percent(MeasureScore& score, const RuleInput& input, const Rational& percent) {
  score.figures.percent = percent;
  score.level = level_of(input.bank.levels, percent);
}

}  // namespace

MeasureScore score_percent(const RuleInput& input) {
  MeasureScore score{.figures = count_items(input.items)};
  const Figures& figures = score.figures;
  if (has_enough_answers(input.rule, figures) && figures.points_possible > 0) {
    set_percent(score, input, 100 * figures.points / figures.points_possible);
  }
  return score;
}

MeasureScore score_percent_of_groups(const RuleInput& input) {
  MeasureScore score{.figures = count_items(input.items)};
  std::map<std::string, ShownItems> groups;
  for (const ShownItem& shown : input.items) groups[shown.item->group].push_back(shown);

  Rational sum = 0;
  unsigned long counted = 0;
  for (const auto& [name, items] : groups) {
    const Figures group = count_items(items);
    if (group.points_possible == 0) continue;
    sum += 100 * group.points / group.points_possible;
    ++counted;
  }
  if (has_enough_answers(input.rule, score.figures) && counted > 0) set_percent(score, input, sum / counted);
  return score;
}

MeasureScore score_pass_mark(const RuleInput& input) {
  MeasureScore score = score_percent(input);
  if (!score.figures.percent) {
    score.attained = Attainment::undetermined;
  } else {
    score.attained = *score.figures.percent >= input.rule.from ? Attainment::passed : Attainment::failed;
  }
  return score;
}

MeasureScore score_capped_floor(const RuleInput& input) {
  MeasureScore score = score_percent(input);
  score.level = std::nullopt;  // the steps are the result
  if (!score.figures.percent) return score;
  const Rational steps = std::min(score.figures.points / input.rule.step, Rational(input.rule.cap));
  score.steps = static_cast<int>(steps.floor_in(1).value());
  return score;
}

}  // namespace assessment
