// What the search for unreachable items had to leave open.
#pragma once

#include <cstddef>
#include <vector>

#include "assessment/bank/bank.hpp"

namespace assessment {

// Indices, in page order, of the items whose conditions depend on more than a million combinations of
// answers: whether anybody can reach them was not tried out.
std::vector<std::size_t> items_not_tried(const QuestionBank& bank);

}  // namespace assessment
