#include "assessment/statistics/score_matrix.hpp"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <numeric>
#include <utility>

namespace assessment {
namespace {

bool fits(std::int64_t score) {
  return -largest_score <= score && score <= largest_score;
}

// Every score times `factor`; false, and nothing changed, where one would grow too large.
bool refine(ScoreMatrix& matrix, std::int64_t factor) {
  if (factor > largest_score / matrix.parts) return false;
  std::int64_t most = 0;
  for (const auto& column : matrix.columns) {
    for (const std::int32_t score : column) {
      if (score != no_score) most = std::max(most, std::abs(std::int64_t{score}));
    }
  }
  if (most > largest_score / factor) return false;
  for (auto& column : matrix.columns) {
    for (std::int32_t& score : column) {
      if (score != no_score) score = static_cast<std::int32_t>(score * factor);
    }
  }
  matrix.parts *= factor;
  return true;
}

}  // namespace

ScoreMatrix make_score_matrix(std::vector<std::string> items) {
  ScoreMatrix matrix{.items = std::move(items)};
  matrix.columns.resize(matrix.items.size());
  return matrix;
}

bool append_score(ScoreMatrix& matrix, std::size_t item, std::int64_t numerator, std::int64_t denominator) {
  assert(denominator > 0);
  const std::int64_t factor = denominator == 1 ? 1 : denominator / std::gcd(matrix.parts, denominator);
  if (numerator < -largest_score || numerator > largest_score) return false;
  if (factor > largest_score / matrix.parts) return false;
  const std::int64_t scale =
      denominator == 1 ? matrix.parts : matrix.parts * factor / denominator;  // at most largest_score
  if (!fits(numerator * scale)) return false;
  if (factor > 1 && !refine(matrix, factor)) return false;
  matrix.columns[item].push_back(static_cast<std::int32_t>(numerator * scale));
  return true;
}

void append_missing(ScoreMatrix& matrix, std::size_t item) {
  matrix.columns[item].push_back(no_score);
}

}  // namespace assessment
