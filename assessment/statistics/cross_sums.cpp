#include "assessment/statistics/cross_sums.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <utility>

#include "assessment/statistics/big_integer.hpp"

namespace assessment {
namespace {

// Columns without gaps. Scores that fit in 16 bits are multiplied eight at a time by any processor.
template <class Score>
using Columns = std::vector<std::vector<Score>>;

template <class Score>
Columns<Score> without_gaps(const ScoreMatrix& matrix, std::span<const std::size_t> items,
                            const std::vector<std::size_t>& people) {
  const bool is_whole = static_cast<std::int64_t>(people.size()) == matrix.people;
  Columns<Score> columns;
  for (const std::size_t item : items) {
    const std::vector<std::int32_t>& from = matrix.columns[item];
    std::vector<Score> column(people.size());
    for (std::size_t i = 0; i < column.size(); ++i) {
      column[i] = static_cast<Score>(from[is_whole ? i : people[i]]);
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

// 64 bits where they are enough, and GMP's integers beyond.
class LargeSum {
 public:
  void add(std::int64_t number) {
    std::int64_t sum = 0;
    if (!__builtin_add_overflow(small_, number, &sum)) {
      small_ = sum;
      return;
    }
    large_ += to_big(small_) + to_big(number);
    small_ = 0;
  }
  mpz_class value() const { return large_ + to_big(small_); }

 private:
  std::int64_t small_ = 0;
  mpz_class large_{};
};

// `Sum` holds the products of `block` people.
template <class Sum, class Score>
std::vector<mpz_class> sum_products(const Columns<Score>& columns, std::size_t people, std::size_t block) {
  const std::size_t items = columns.size();
  std::vector<LargeSum> sums(items * items);
  for (std::size_t start = 0; start < people; start += block) {
    const std::size_t end = std::min(people, start + block);
    for (std::size_t i = 0; i < items; ++i) {
      const Score* const x = columns[i].data();
      for (std::size_t j = i; j < items; ++j) {
        const Score* const y = columns[j].data();
        Sum sum = 0;
        for (std::size_t person = start; person < end; ++person) {
          sum += static_cast<Sum>(static_cast<Sum>(x[person]) * static_cast<Sum>(y[person]));
        }
        sums[i * items + j].add(sum);
      }
    }
  }
  std::vector<mpz_class> products;
  for (const LargeSum& sum : sums) products.push_back(sum.value());
  return products;
}

std::vector<mpz_class> sum_products(const ScoreMatrix& matrix, std::span<const std::size_t> items,
                                    const std::vector<std::size_t>& people) {
  std::int64_t most = 1;
  for (const std::size_t item : items) {
    for (const std::int32_t score : matrix.columns[item]) {
      if (score != no_score) most = std::max(most, std::abs(std::int64_t{score}));
    }
  }
  constexpr std::int64_t cached = 2048;  // people whose answers to sixty items stay in a core's own cache
  const std::int64_t in_32_bits = std::numeric_limits<std::int32_t>::max() / (most * most);
  if (most <= std::numeric_limits<std::int16_t>::max() && in_32_bits >= 64) {
    const auto columns = without_gaps<std::int16_t>(matrix, items, people);
    const auto block = static_cast<std::size_t>(std::min(in_32_bits, cached));
    return sum_products<std::int32_t>(columns, people.size(), block);
  }
  const auto columns = without_gaps<std::int32_t>(matrix, items, people);
  const std::int64_t in_64_bits = std::numeric_limits<std::int64_t>::max() / (most * most);
  return sum_products<std::int64_t>(columns, people.size(),
                                    static_cast<std::size_t>(std::min(in_64_bits, cached)));
}

}  // namespace

std::vector<std::size_t> complete_people(const ScoreMatrix& matrix, std::span<const std::size_t> items) {
  std::vector<bool> is_complete(static_cast<std::size_t>(matrix.people), true);
  for (const std::size_t item : items) {
    const std::vector<std::int32_t>& column = matrix.columns[item];
    for (std::size_t person = 0; person < column.size(); ++person) {
      if (column[person] == no_score) is_complete[person] = false;
    }
  }
  std::vector<std::size_t> people;
  for (std::size_t person = 0; person < is_complete.size(); ++person) {
    if (is_complete[person]) people.push_back(person);
  }
  return people;
}

CrossSums::CrossSums(const ScoreMatrix& matrix, std::span<const std::size_t> items) {
  const auto people = complete_people(matrix, items);
  people_ = static_cast<std::int64_t>(people.size());
  for (const std::size_t item : items) {
    std::int64_t sum = 0;  // at most 2^31 people of 2^31 parts
    for (const std::size_t person : people) sum += matrix.columns[item][person];
    sums_.push_back(to_big(sum));
  }
  spreads_ = sum_products(matrix, items, people);
  const mpz_class n = to_big(people_);
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (std::size_t j = i; j < items.size(); ++j) {
      mpz_class& spread = spreads_[i * items.size() + j];
      spread = n * spread - sums_[i] * sums_[j];
      spreads_[j * items.size() + i] = spread;
    }
  }
}

}  // namespace assessment
