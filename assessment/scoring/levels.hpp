// Cut points: from an exact percentage to the name of a level.
#pragma once

#include <cstddef>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/base/rational.hpp"

namespace assessment {

// Index of the highest level whose lower bound `percent` reaches; bounds are inclusive.
// Precondition: the levels ascend and the first begins at 0; 0 <= percent. Source: docs/scoring.md, R3.
std::size_t level_of(const std::vector<Level>& levels, const Rational& percent);

}  // namespace assessment
