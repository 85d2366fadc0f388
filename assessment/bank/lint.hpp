// What a bank may say but had better not: the warnings of `skills bank check`.
#pragma once

#include "assessment/bank/bank.hpp"
#include "assessment/bank/node.hpp"
#include "assessment/base/expected.hpp"

namespace assessment {

// Warnings about a bank that parse_bank accepted, placed by the tree it came from;
// sorted by position. Sources and limits: docs/bank_format.md.
Diagnostics lint_bank(const QuestionBank& bank, const NodeTree& tree);

}  // namespace assessment
