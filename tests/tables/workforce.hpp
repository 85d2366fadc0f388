// People at random: tables to attack, and a workforce whose folder grows from week to week.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "assessment/base/random.hpp"
#include "assessment/statistics/disclosure.hpp"

namespace tests {

// Figures of up to eight groups, most of them small, with levels, attained values and answers.
assessment::Aggregate random_tables(assessment::Random& chance);

// The default policy, or now and then one that rounds otherwise.
assessment::DisclosurePolicy random_policy(assessment::Random& chance);

// What 200 weekly reports over one growing folder came to.
struct Year {
  std::int64_t rows = 0;              // groups in all reports
  std::int64_t shown = 0;             // of these, with today's figures
  std::int64_t repeated = 0;          // of these, as of an earlier week
  std::int64_t near_pairs = 0;        // published rows, one within the other, that differ by 1 to 9 people
  std::int64_t near_unprotected = 0;  // the same when every week shows its own figures
};

Year play_weeks(int weeks, std::uint64_t seed);

}  // namespace tests
