// How much better the best do in an item than the weakest.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "assessment/base/rational.hpp"
#include "assessment/statistics/score_matrix.hpp"

namespace assessment {

// For each of `items`, among `people` (indices), who all have a score in all of them: the mean score of the
// 27 % with the highest sums less that of the 27 % with the lowest. 27 % of the people are rounded to a whole
// number, halves up; of those who tie at an edge every one counts by the same share, so that no order of
// people matters. In the unit of the scores. None with fewer than two people.
std::vector<std::optional<Rational>> discrimination_indices(const ScoreMatrix& matrix,
                                                            std::span<const std::size_t> items,
                                                            std::span<const std::size_t> people);

}  // namespace assessment
