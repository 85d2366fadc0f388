// The rules of a policy for one number at a time: what of a count, a group or a mean may be shown, and what
// its reader then knows of it.
#pragma once

#include <cstdint>

#include "assessment/statistics/audit.hpp"
#include "assessment/statistics/disclosed_tables.hpp"

namespace assessment {

class CountingRules {
 public:
  CountingRules(const DisclosurePolicy& policy, Protection protection)
      : policy_(policy), protection_(protection) {}

  bool is_exact() const { return protection_ == Protection::off; }
  const DisclosurePolicy& policy() const { return policy_; }

  PublishedFigure count(std::int64_t people) const;
  PublishedFigure group_size(std::int64_t people) const;
  PublishedFigure mean(const Moments& moments) const;
  PublishedFigure standard_deviation(const Moments& moments) const;

  // The counts that a shown one can be.
  Bounds known_of_count(std::int64_t shown) const;
  // The sizes that a group with this in its place can have.
  Bounds known_of_group(const PublishedFigure& figure) const;

  // How wide the interval of a withheld number must be at least: 5, or what a policy of small numbers allows.
  std::int64_t least_width() const;

  // Whether two numbers of people are so near that their difference would tell of a few.
  bool are_too_near(std::int64_t one, std::int64_t other) const;

 private:
  DisclosurePolicy policy_;
  Protection protection_;
};

// `count` to the nearest multiple of `step`, halves up: 12 -> 10, 13 -> 15; with step 10, 15 -> 20.
// Precondition: count >= 0, step >= 1.
std::int64_t round_half_up(std::int64_t count, std::int64_t step);

// The mean in whole tenths, halves up. Precondition: people > 0.
std::int64_t mean_tenths(const Moments& moments);

// sqrt(sum((x - mean)^2) / (n - 1)) in whole tenths, halves up, computed in integers alone.
// Precondition: people > 1.
std::int64_t standard_deviation_tenths(const Moments& moments);

}  // namespace assessment
