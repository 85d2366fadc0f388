// Someone who has a report in hand, knows all rules, and works out what it withholds.
//
// Knows nothing of how the product audits itself: intervals are narrowed by every sum until nothing
// moves any more. In one report every sum lies within another or beside it, and there this is exact.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "assessment/statistics/disclosure.hpp"

namespace tests {

struct Range {
  std::int64_t low = 0, high = 0;
};

// Numbers of people, and which of them add up to which other.
struct KnownTable {
  struct Sum {
    std::size_t total = 0;
    std::vector<std::size_t> parts{};
  };
  std::vector<Range> numbers{};
  std::vector<bool> is_withheld{};
  std::vector<Sum> sums{};

  std::size_t add(Range range, bool withheld);
};

// What a report says, as its reader knows it.
KnownTable read_report(const assessment::DisclosedTables& tables);

// The same people when only small numbers are withheld, and nothing is rounded or withheld besides.
KnownTable only_small_numbers_withheld(const assessment::Aggregate& aggregate,
                                       const assessment::DisclosurePolicy& policy);

struct Attack {
  std::int64_t withheld = 0;  // numbers
  std::int64_t narrow = 0;    // of these, those that are known within less than 5
  std::int64_t exact = 0;     // of these, those that are known
};

Attack attack(KnownTable table);

}  // namespace tests
