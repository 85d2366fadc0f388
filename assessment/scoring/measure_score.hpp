// What a rule makes of one measure of one domain.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/base/rational.hpp"
#include "assessment/scoring/shown_items.hpp"

namespace assessment {

struct Figures {
  int answered = 0;                   // answers that count: not those marked not applicable
  int asked = 0;                      // items that were shown
  int not_applicable = 0;             // of these, answered with something that does not count
  Rational points{};                  // over answered, applicable items
  Rational points_possible{};         // the most the same items give
  std::optional<Rational> percent{};  // 0 .. 100, exact; empty: too few answers, or a rule without one

  bool operator==(const Figures&) const = default;
};

enum class Attainment { attained, partial, not_attained, none, undetermined, passed, failed };

// The name that files and JSON give it: "not_attained".
std::string to_text(Attainment attainment);

using LevelCounts = std::vector<std::pair<OptionId, int>>;  // in the order of the scale

struct MeasureScore {
  Figures figures{};
  std::optional<std::size_t> level{};    // index into levels_of the domain; empty: no level
  std::optional<Attainment> attained{};  // all_of, one_per_group, pass_mark
  std::optional<int> steps{};            // capped_floor
  std::optional<LevelCounts> counts{};   // ordinal

  bool operator==(const MeasureScore&) const = default;
};

// What every rule is given. `items` point into `bank`.
struct RuleInput {
  const QuestionBank& bank;
  const Rule& rule;
  const ShownItems& items;
};

// answered, asked, not_applicable and the weighted points: the same for every rule.
Figures count_items(const ShownItems& items);

// True when as many items are answered as the rule asks for; the share is rounded up (R13).
bool has_enough_answers(const Rule& rule, const Figures& figures);

// Index of the highest level whose lower bound `value` reaches; bounds are inclusive (R3).
// Precondition: the levels ascend and the first begins at or below `value`.
std::size_t level_of(const std::vector<Level>& levels, const Rational& value);

}  // namespace assessment
