// What a bank may say but had better not: the warnings of `skills bank check`.
//
// Codes: many-roles, long-work, few-self-items, no-knowledge-item, correct-longest, correct-place; of a
// text: long-prompt, hard-to-read, double-barrelled, same-prompt, not-translated, long-text. Each limit has
// its reason in docs/author.md; the formulas stand in readability.hpp, working_time.hpp, text_limits.hpp.
#pragma once

#include "assessment/bank/bank.hpp"
#include "assessment/bank/node.hpp"
#include "assessment/bank/readability.hpp"
#include "assessment/base/expected.hpp"

namespace assessment {

// Warnings about a bank that parse_bank accepted, placed by the tree it came from; sorted by position.
// `familiar` are the names that do not make a prompt hard to read.
Diagnostics lint_bank(const QuestionBank& bank, const NodeTree& tree,
                      const FamiliarWords& familiar = staff_words());

}  // namespace assessment
