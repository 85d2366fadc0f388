// The `percent` rule: points earned in a domain as a share of the points possible.
//
// Pure: no clock, no files, no randomness. All arithmetic is exact, so equal
// inputs give equal bytes on every platform and in every build.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/base/rational.hpp"
#include "assessment/session/session.hpp"

namespace assessment {

struct PercentScore {
  int answered = 0;                   // answers that count: not those marked not applicable
  int asked = 0;                      // items that were shown
  int not_applicable = 0;             // of these, answered with something that does not count
  Rational points{};                  // sum(weight * score) over answered, applicable items
  Rational points_possible{};         // sum(weight * highest score) over the same items
  std::optional<Rational> percent{};  // 0 .. 100, exact; empty: too few answers to say

  bool operator==(const PercentScore&) const = default;
};

// Scores the items of one measure of the domain at index `domain` that `session` has shown.
//
//   percent = 100 * sum(weight * score) / sum(weight * highest score)
//
// over answered, applicable items. With answers to less than `minimum_answered`
// (a share, 0 .. 1) of the shown items there is no percentage, never a guessed one.
// "Not sure" scores 0 on a knowledge item and is not applicable on a self item.
// Levels are decided on this exact value; rounding belongs to the output.
//
// Precondition: `session` was started on `bank`, so every chosen option exists.
// Errors: none. Source: docs/scoring.md, rule R1.
PercentScore score_percent(const QuestionBank& bank, const Session& session, std::size_t domain,
                           Measure measure);

// The score of one answer before its weight, and whether it counts at all.
struct ItemScore {
  Rational points{};
  bool is_applicable = true;

  bool operator==(const ItemScore&) const = default;
};

// Multiple items: credit `all` gives 1 for exactly the correct options, else 0; `partial` gives
// max(0, right chosen - wrong chosen) / right.
ItemScore score_answer(const QuestionBank& bank, const Item& item, const Answer& answer);

// "17/36": both sides times the least number that makes them whole, not reduced.
std::string to_fraction(const Rational& points, const Rational& possible);

}  // namespace assessment
