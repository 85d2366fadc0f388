// Cronbach's alpha: how far the items of one scale go together.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "assessment/base/rational.hpp"

namespace assessment {

//   alpha = k / (k - 1) * (1 - sum of the items' variances / variance of the sum)
//
// over people who answered all k items. Kept as exact sums, so that neither the order of people nor the
// machine changes the result. Source: Cronbach (1951), "Coefficient alpha and the internal structure of
// tests", Psychometrika 16, 297-334.
class AlphaSums {
 public:
  explicit AlphaSums(std::size_t items) : items_(items) {}

  // One person's scores, one for each item in the same order.
  void add(std::span<const Rational> scores);

  std::int64_t people() const { return people_; }

  // At most 1; below 0 where items go against each other. None with fewer than two items or people, and
  // where all people have the same sum.
  std::optional<Rational> alpha() const;

  bool operator==(const AlphaSums&) const = default;

 private:
  struct Sums {
    Rational values{};
    Rational squares{};

    void add(const Rational& value) {
      values += value;
      squares += value * value;
    }
    bool operator==(const Sums&) const = default;
  };

  // n^2 times the variance; the same factor above and below the line of alpha.
  Rational spread(const Sums& sums) const { return people_ * sums.squares - sums.values * sums.values; }

  std::int64_t people_ = 0;
  std::vector<Sums> items_;
  Sums total_{};
};

}  // namespace assessment
