// The `ordinal` rule: which levels were chosen how often, without averaging.
#pragma once

#include "assessment/scoring/measure_score.hpp"

namespace assessment {

// How often each option that scores was chosen, in the order of the items' options, zeros included; and,
// where the options are named after the bank's levels, the lower median of what was chosen.
// With fewer answers than `minimum_answered` there is no median. No percentage.
// Source: docs/scoring.md, rule R7.
MeasureScore score_ordinal(const RuleInput& input);

}  // namespace assessment
