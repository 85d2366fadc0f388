// People by items: what each answer was worth, kept exactly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "assessment/base/rational.hpp"

namespace assessment {

// In place of the score of an answer that is missing or does not count.
inline constexpr std::int32_t no_score = std::numeric_limits<std::int32_t>::min();

// No score is further from 0, counted in parts. Two of them multiplied and added twice stay within 64 bits.
inline constexpr std::int32_t largest_score = 2'000'000'000;

// Scores in whole parts of one: `parts` 10 and a kept score of 25 mean 2.5.
struct ScoreMatrix {
  std::vector<std::string> items{};
  std::int64_t people = 0;
  std::int64_t parts = 1;                            // at least 1
  std::vector<std::vector<std::int32_t>> columns{};  // by item, then by person; no_score: missing

  bool operator==(const ScoreMatrix&) const = default;
};

// An empty matrix of these items.
ScoreMatrix make_score_matrix(std::vector<std::string> items);

// Keeps numerator / denominator as the score of one more person. The caller keeps the columns equally long,
// and counts the people. Where the denominator is new, everything kept so far is put in finer parts. False,
// and the matrix as before: a score would be further from 0 than largest_score.
// Precondition: denominator > 0.
[[nodiscard]] bool append_score(ScoreMatrix& matrix, std::size_t item, std::int64_t numerator,
                                std::int64_t denominator);

void append_missing(ScoreMatrix& matrix, std::size_t item);

}  // namespace assessment
