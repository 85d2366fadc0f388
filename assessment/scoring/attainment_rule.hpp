// The rules that say yes or no: `all_of` and `one_per_group`.
#pragma once

#include "assessment/scoring/measure_score.hpp"

namespace assessment {

// True when the item's answer reaches what the rule asks for: the score of the option with that id, or
// that score.
bool reaches(const QuestionBank& bank, const Reach& reach, const ShownItem& shown);

// `attained` when every item (or every one of the rule's `items`) reaches, `not_attained` when one does
// not, else `undetermined`: a missing answer, or one that is not applicable, decides nothing.
// `points` are the items that reach, of all. No percentage. Source: docs/scoring.md, rule R5.
MeasureScore score_all_of(const RuleInput& input);

// `attained` when each `group` has an item that reaches; `partial` when some groups have; `none` when no
// group has; `undetermined` while unanswered items could still change which of these it is.
// `points` are the groups that have one, of all. No percentage. Source: docs/scoring.md, rule R6.
MeasureScore score_one_per_group(const RuleInput& input);

}  // namespace assessment
