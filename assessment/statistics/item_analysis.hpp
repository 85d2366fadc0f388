// What the answers say about the items: how hard each is, and how well those of one scale go together.
//
// Sums are exact; only the last steps (roots, quotients, quantiles) are rounded, each once and in a fixed
// order. Unprotected: what may be shown of people's results is for disclose_items() alone to say.
// Source of the formulas: docs/reports.md, "Item statistics".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "assessment/base/rational.hpp"
#include "assessment/statistics/score_matrix.hpp"

namespace assessment {

// From the least to the most: a confidence interval, or the range of a scale.
struct Range {
  double low = 0, high = 0;

  bool operator==(const Range&) const = default;
};

struct ItemAnalysis {
  std::size_t item = 0;               // index into the matrix' columns
  std::int64_t people = 0;            // with a score
  bool has_two_scores = false;        // only 0 and the highest occur, as in right and wrong
  std::optional<double> facility{};   // mean score / highest, 0 .. 1; none without a highest above 0
  std::optional<double> mean{};       // of the score
  std::optional<double> deviation{};  // with n - 1
  bool is_in_scale = false;           // one of the items that ScaleAnalysis is of
  std::int64_t compared = 0;          // people whose scores item_rest is of
  std::optional<double> item_rest{};  // correlation with the sum of the scale's other items, -1 .. 1
  std::optional<double> alpha_if_dropped{};
  // Mean of the 27 % with the highest sums less that of the 27 % with the lowest, over the highest score:
  // -1 .. 1. Who ties at the edge counts in part. Source: Kelley (1939), Journal of Educational
  // Psychology 30.
  std::optional<double> discrimination{};

  bool operator==(const ItemAnalysis&) const = default;
};

// Of the items that most people have a score in (find_core), and of the people with a score in every one of
// them.
struct ScaleAnalysis {
  std::size_t items = 0;                  // those items
  std::int64_t people = 0;                // those people
  std::optional<double> highest{};        // the sum of the items' highest scores
  std::optional<double> mean{};           // of the sums
  std::optional<double> deviation{};      // with n - 1
  std::optional<double> alpha{};          // Cronbach (1951); none where AlphaSums has none
  std::optional<Range> alpha_interval{};  // 95 %, Feldt, Woodruff and Salih (1987)
  std::optional<double> standardised_alpha{};
  std::optional<double> omega{};                 // one factor: see one_factor.hpp
  std::optional<double> error_of_measurement{};  // deviation * sqrt(1 - alpha)
  std::vector<ItemAnalysis> of_items{};          // of all items asked about, in their order

  bool operator==(const ScaleAnalysis&) const = default;
};

// `items` are indices into the matrix' columns; `highest` has the highest score of each of them, in the unit
// of the scores (not in parts), or none where it is not known. Figures that do not exist are none, never 0.
ScaleAnalysis analyse_scale(const ScoreMatrix& matrix, std::span<const std::size_t> items,
                            std::span<const std::optional<Rational>> highest);

// The interval of an alpha that was found among `people` people and `items` items.
//   1 - (1 - alpha) F(1 - t; n - 1, (n - 1)(k - 1))  and the same with F(t), t = (1 - confidence) / 2
// Precondition: people >= 2, items >= 2. Source: Feldt, Woodruff and Salih (1987), "Statistical inference for
// coefficient alpha", Applied Psychological Measurement 11, 93-103.
Range feldt_interval(double alpha, std::int64_t people, std::size_t items, double confidence = 0.95);

}  // namespace assessment
