// The `sum` rule: plain points and levels by points.
#pragma once

#include "assessment/scoring/measure_score.hpp"

namespace assessment {

// The sum of the points, weights applied, and the level of the rule's own list that it reaches. There
// is no score while a shown item has no answer that counts: a sum over fewer items is another sum.
// The percentage is that of the highest possible sum. Source: docs/scoring.md, rule R4.
MeasureScore score_sum(const RuleInput& input);

}  // namespace assessment
