// How closely someone can work out numbers that a report withholds.
//
// The reader of a report knows for every number an interval: a shown one was rounded, a withheld one is at
// least 1. And they know of sums that numbers make up a total, which was rounded as well. What this allows
// a withheld number to be at most and at least are two linear programs. Source: docs/disclosure.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace assessment {

inline constexpr std::int64_t without_limit = std::numeric_limits<std::int64_t>::max() / 4;

// Whole numbers from `low` to `high`, both included.
struct Bounds {
  std::int64_t low = 0;
  std::int64_t high = without_limit;

  // Highest less lowest.
  std::int64_t width() const { return high - low; }
  bool operator==(const Bounds&) const = default;
};

struct AuditCell {
  Bounds known{};
  std::int64_t value = 0;  // the truth: a solution, from which others can be looked for
};

// That the cells of these indices add up to a number of this interval is known as well.
struct AuditSum {
  std::vector<std::size_t> cells{};
  Bounds known{};
};

// A number that is withheld: the sum of these cells.
using AuditTarget = std::vector<std::size_t>;

struct AuditProblem {
  std::vector<AuditCell> cells{};
  std::vector<AuditSum> sums{};
  std::vector<AuditTarget> targets{};
};

// All values of a target that the reader cannot rule out, by linear programming (CLP). Exact where every
// sum lies within another or beside it, as in one report, and for tables of two dimensions; otherwise the
// interval may be wider than the one of whole numbers. Precondition: the cells' values keep to all that is
// known, and the target's index exists.
Bounds bound_target(const AuditProblem& problem, std::size_t target);

// The indices of the targets whose interval is narrower than `width`. Most are cleared without a linear
// program, by a second solution that shifts people between two cells. Same precondition.
std::vector<std::size_t> find_narrow(const AuditProblem& problem, std::int64_t width);

}  // namespace assessment
