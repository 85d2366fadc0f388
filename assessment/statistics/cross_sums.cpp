#include "assessment/statistics/cross_sums.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "assessment/statistics/big_integer.hpp"

namespace assessment {
namespace {

using People = std::span<const std::size_t>;

// The scores of `people`, who all have one.
template <class Score>
void gather(const std::vector<std::int32_t>& column, People people, Score* scores) {
  const std::int32_t* const from = column.data() + people.front();
  if (people.back() - people.front() + 1 == people.size()) {  // nobody between them is left out
    for (std::size_t i = 0; i < people.size(); ++i) scores[i] = static_cast<Score>(from[i]);
  } else {
    for (std::size_t i = 0; i < people.size(); ++i) scores[i] = static_cast<Score>(column[people[i]]);
  }
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

// Of one column with four others: what is loaded of it serves four times.
template <class Sum, class Score>
std::array<Sum, 4> multiply(const Score* x, std::array<const Score*, 4> others, std::size_t size) {
  const auto [a, b, c, d] = others;
  Sum with_a = 0, with_b = 0, with_c = 0, with_d = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto score = static_cast<Sum>(x[i]);
    with_a += static_cast<Sum>(score * static_cast<Sum>(a[i]));
    with_b += static_cast<Sum>(score * static_cast<Sum>(b[i]));
    with_c += static_cast<Sum>(score * static_cast<Sum>(c[i]));
    with_d += static_cast<Sum>(score * static_cast<Sum>(d[i]));
  }
  return {with_a, with_b, with_c, with_d};
}

// By rows, of items i <= j. Scores that fit in 16 bits are multiplied eight at a time by any processor.
// `Sum` holds the products of `most` people.
template <class Sum, class Score>
std::vector<LargeSum> sum_products(const ScoreMatrix& matrix, std::span<const std::size_t> items,
                                   People people, std::size_t most) {
  constexpr std::size_t cached = 512;  // people whose answers to sixty items stay in a core's own cache
  const std::size_t block = std::min(most, cached), count = items.size();
  std::vector<Score> scores(count * block);
  const auto column = [&](std::size_t i) { return scores.data() + std::min(i, count - 1) * block; };
  std::vector<LargeSum> sums(count * count);
  for (; !people.empty(); people = people.subspan(std::min(block, people.size()))) {
    const People here = people.first(std::min(block, people.size()));
    for (std::size_t i = 0; i < count; ++i) gather(matrix.columns[items[i]], here, column(i));
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = i; j < count; j += 4) {
        const auto products = multiply<Sum, Score>(
            column(i), {column(j), column(j + 1), column(j + 2), column(j + 3)}, here.size());
        for (std::size_t k = 0; k < 4 && j + k < count; ++k) sums[i * count + j + k].add(products[k]);
      }
    }
  }
  return sums;
}

std::vector<LargeSum> sum_products(const ScoreMatrix& matrix, std::span<const std::size_t> items,
                                   People people) {
  std::int32_t least = 0, greatest = 1;
  for (const std::size_t item : items) {
    for (const std::int32_t score : matrix.columns[item]) {
      const std::int32_t known = score == no_score ? 0 : score;
      least = std::min(least, known);
      greatest = std::max(greatest, known);
    }
  }
  const std::int64_t most = std::max<std::int64_t>(greatest, -std::int64_t{least});
  const std::int64_t in_32_bits = std::numeric_limits<std::int32_t>::max() / (most * most);
  if (most <= std::numeric_limits<std::int16_t>::max() && in_32_bits >= 64) {
    return sum_products<std::int32_t, std::int16_t>(matrix, items, people,
                                                    static_cast<std::size_t>(in_32_bits));
  }
  const std::int64_t in_64_bits = std::numeric_limits<std::int64_t>::max() / (most * most);
  return sum_products<std::int64_t, std::int32_t>(matrix, items, people,
                                                  static_cast<std::size_t>(in_64_bits));
}

}  // namespace

std::vector<std::size_t> complete_people(const ScoreMatrix& matrix, std::span<const std::size_t> items) {
  std::vector<std::int32_t> lowest(static_cast<std::size_t>(matrix.people), largest_score);
  for (const std::size_t item : items) {
    const std::vector<std::int32_t>& column = matrix.columns[item];
    for (std::size_t person = 0; person < column.size(); ++person) {
      lowest[person] = std::min(lowest[person], column[person]);  // no_score is below all scores
    }
  }
  std::vector<std::size_t> people;
  people.reserve(lowest.size());
  for (std::size_t person = 0; person < lowest.size(); ++person) {
    if (lowest[person] != no_score) people.push_back(person);
  }
  return people;
}

CrossSums::CrossSums(const ScoreMatrix& matrix, std::span<const std::size_t> items)
    : CrossSums(matrix, items, complete_people(matrix, items)) {}

CrossSums::CrossSums(const ScoreMatrix& matrix, std::span<const std::size_t> items, People people)
    : people_(static_cast<std::int64_t>(people.size())) {
  for (const std::size_t item : items) {
    std::int64_t sum = 0;  // at most 2^31 people of 2^31 parts
    for (const std::size_t person : people) sum += matrix.columns[item][person];
    sums_.push_back(to_big(sum));
  }
  const std::size_t count = items.size();
  const std::vector<LargeSum> products = sum_products(matrix, items, people);
  const mpz_class n = to_big(people_);
  spreads_.resize(count * count);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i; j < count; ++j) {
      const mpz_class spread = n * products[i * count + j].value() - sums_[i] * sums_[j];
      spreads_[i * count + j] = spreads_[j * count + i] = spread;
    }
  }
}

}  // namespace assessment
