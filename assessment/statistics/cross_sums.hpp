// The sums that variances and correlations are made of, exactly: no order of people and no machine changes
// them.
#pragma once

#include <gmpxx.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "assessment/statistics/score_matrix.hpp"

namespace assessment {

// The people (indices) with a score in all these items, ascending.
std::vector<std::size_t> complete_people(const ScoreMatrix& matrix, std::span<const std::size_t> items);

// Of the people who have a score in all items asked about.
class CrossSums {
 public:
  // `items` are indices into the matrix' columns.
  CrossSums(const ScoreMatrix& matrix, std::span<const std::size_t> items);
  // For who knows them already: `people` is complete_people(matrix, items).
  CrossSums(const ScoreMatrix& matrix, std::span<const std::size_t> items,
            std::span<const std::size_t> people);

  std::size_t items() const { return sums_.size(); }
  std::int64_t people() const { return people_; }

  // Sum of the scores of item i, in parts.
  const mpz_class& sum(std::size_t i) const { return sums_[i]; }

  // n times the sum of (x - mean of x)(y - mean of y), in square parts: n (n - 1) times the covariance.
  const mpz_class& spread(std::size_t i, std::size_t j) const { return spreads_[i * items() + j]; }

 private:
  std::int64_t people_ = 0;
  std::vector<mpz_class> sums_{};
  std::vector<mpz_class> spreads_{};
};

}  // namespace assessment
