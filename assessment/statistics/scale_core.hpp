// Which items of a scale stand for it where not everybody was asked everything.
//
// A bank asks each role questions of its own, so that nobody may have a score in all items. What is said of
// the scale is then of the items that most people were asked.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "assessment/statistics/score_matrix.hpp"

namespace assessment {

// From the item with the most scores on, each that leaves at least half as many people with a score in all of
// those taken; of equally many the first. In the order of `items`, which are indices into the matrix'
// columns. Empty where nobody has any score.
std::vector<std::size_t> find_core(const ScoreMatrix& matrix, std::span<const std::size_t> items);

}  // namespace assessment
