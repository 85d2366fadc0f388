// Which cells of one group's rows may be shown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "assessment/statistics/counting_rules.hpp"

namespace assessment {

// Numbers of people of one group. The cells of a row make up the whole group; a cell may stand in two rows,
// and one that stands in none is known by nothing but itself.
struct CellBlock {
  std::vector<std::int64_t> counts{};
  std::vector<bool> is_printed{};  // by cell: false where the report has no place for it
  std::vector<std::vector<std::size_t>> rows{};

  // The index of a new cell.
  std::size_t add(std::int64_t count, bool printed = true);
};

// What the rows of a group tell of its size together, when all that may be is shown: the narrowest that any
// report of the same group knows.
Bounds known_size(const std::vector<CellBlock>& blocks, const PublishedFigure& people,
                  const CountingRules& rules);

// What may be shown of every cell. Small counts are withheld; where that leaves one withheld cell in a row,
// the next smallest as well; and further ones until the audit finds no withheld cell that can be told within
// rules.least_width(), for a group whose size is known to be in `size`. None: no way of withholding
// cells protects them, so the group must not be shown at all.
std::optional<std::vector<PublishedFigure>> protect(const CellBlock& block, Bounds size,
                                                    const CountingRules& rules);

}  // namespace assessment
