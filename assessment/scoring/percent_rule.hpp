// The rules that end in a percentage of the points possible.
//
// Pure: no clock, no files, no randomness. All arithmetic is exact, so equal
// inputs give equal bytes on every platform and in every build.
#pragma once

#include "assessment/scoring/measure_score.hpp"

namespace assessment {

//   percent = 100 * sum(weight * score) / sum(weight * highest score)
//
// over answered, applicable items. With fewer answers than the rule's `minimum_answered` there is no
// percentage, never a guessed one. The level is decided on the exact value; rounding belongs to the
// output. Errors: none. Source: docs/scoring.md, rule R1.
MeasureScore score_percent(const RuleInput& input);

// The mean of the groups' percentages, equal weight per `group`; a group without an answer that
// counts stays out. Source: docs/scoring.md, rule R2.
MeasureScore score_percent_of_groups(const RuleInput& input);

// score_percent, and `passed` from the rule's percentage on, else `failed`; `undetermined` with too
// few answers. Decided on the exact value. Source: docs/scoring.md, rule R10.
MeasureScore score_pass_mark(const RuleInput& input);

// score_percent, and in place of a level steps = min(cap, floor(points / step)): floor after the sum.
// Source: docs/scoring.md, rule R9.
MeasureScore score_capped_floor(const RuleInput& input);

}  // namespace assessment
