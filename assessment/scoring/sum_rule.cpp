#include "assessment/scoring/sum_rule.hpp"

namespace assessment {

MeasureScore score_sum(const RuleInput& input) {
  MeasureScore score{.figures = count_items(input.items)};
  Figures& figures = score.figures;
  if (figures.asked == 0 || figures.answered < figures.asked) return score;
  figures.percent = 100 * figures.points / figures.points_possible;
  score.level = level_of(input.rule.levels, figures.points);
  return score;
}

}  // namespace assessment
