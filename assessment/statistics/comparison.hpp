// Two groups of people against each other: how far apart, and how sure that is.
//
// Pure functions on exact sums; only the last steps are rounded. Never a paired figure without pairs: the
// two kinds have types of their own.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include "assessment/statistics/aggregate.hpp"
#include "assessment/statistics/item_analysis.hpp"

namespace assessment {

// In percentage points, like everything here.
struct MeanOfGroup {
  std::int64_t people = 0;
  double mean = 0;
  double variance = 0;  // with n - 1
  Range interval{};     // 95 %, by Student's t

  bool operator==(const MeanOfGroup&) const = default;
};

// None with fewer than two people.
std::optional<MeanOfGroup> mean_of(const Moments& moments);

struct UnpairedDifference {
  double difference = 0;  // after less before
  Range interval{};       // 95 %, Welch
  double degrees = 0;     // of freedom
  std::optional<double> t{};
  // Hedges' g and its 95 % interval; none where nobody differs from the mean of their group.
  std::optional<double> g{};
  Range g_interval{};

  bool operator==(const UnpairedDifference&) const = default;
};

// None where a group has fewer than two people.
//   Welch (1947), Biometrika 34, 28-35: se^2 = v1/n1 + v2/n2, degrees by Satterthwaite. Without any
//   variance the interval is the difference alone.
//   g = J d, d = difference / pooled deviation, J = 1 - 3 / (4 (n1 + n2 - 2) - 1), with the variance
//   J^2 ((n1 + n2) / (n1 n2) + d^2 / (2 (n1 + n2))): Borenstein, Hedges, Higgins and Rothstein (2009),
//   "Introduction to meta-analysis", chapter 4.
std::optional<UnpairedDifference> unpaired_difference(const Moments& before, const Moments& after);

// One linked person's percentages, in tenths.
struct Pair {
  int before = 0, after = 0;  // 0 .. 1000

  bool operator==(const Pair&) const = default;
};

struct PairedDifference {
  std::int64_t pairs = 0;
  double before = 0, after = 0;  // the pairs' means
  double difference = 0;
  double deviation = 0;  // of the differences, with n - 1
  Range interval{};      // 95 %, by Student's t

  bool operator==(const PairedDifference&) const = default;
};

// None with fewer than two pairs.
std::optional<PairedDifference> paired_difference(std::span<const Pair> pairs);

// Hake's normalised gain, (after - before) / (100 - before): two different figures of the same people.
// Source: Hake (1998), American Journal of Physics 66, 64-74.
struct NormalisedGain {
  std::optional<double> of_means{};   // on the pairs' means; none where the mean before is 100
  std::optional<double> of_people{};  // the mean of each person's gain; none where everyone began at 100
  std::int64_t people = 0;            // whose gain exists: they began below 100

  bool operator==(const NormalisedGain&) const = default;
};

NormalisedGain normalised_gain(std::span<const Pair> pairs);

// What an interval of a difference lets one say.
enum class Change { rise, fall, no_clear_change };

// No clear change when the interval holds 0.
Change change_in(const Range& interval);

}  // namespace assessment
