// The items of one measure of one domain as the rules see them.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/base/rational.hpp"
#include "assessment/session/session.hpp"

namespace assessment {

enum class Standing { unanswered, not_applicable, scored };

struct ShownItem {
  const Item* item = nullptr;
  Standing standing = Standing::unanswered;
  Rational points{};   // before the weight; 0 unless scored
  Rational highest{};  // the most the item gives, before the weight
  OptionId chosen{};   // of an item that takes one option; empty otherwise

  bool operator==(const ShownItem&) const = default;
};

using ShownItems = std::vector<ShownItem>;

// By index of the domain, and of the Measure.
using ShownByDomain = std::vector<std::array<ShownItems, 2>>;

// The items of the domain among `shown` (indices into QuestionBank::items) that measure this, in the same
// order. They point into `bank`. Precondition: `session` was started on `bank`.
ShownItems shown_items(const QuestionBank& bank, const Session& session, std::span<const std::size_t> shown,
                       std::size_t domain, Measure measure);

// shown_items of all domains and measures.
ShownByDomain shown_by_domain(const QuestionBank& bank, const Session& session,
                              std::span<const std::size_t> shown);

// The score of one answer before its weight, and whether it counts at all.
struct ItemScore {
  Rational points{};
  bool is_applicable = true;

  bool operator==(const ItemScore&) const = default;
};

// "Not sure" scores 0 on a knowledge item and is not applicable on a self item. Multiple items: credit
// `all` gives 1 for exactly the correct options, else 0; `partial` gives
// max(0, right chosen - wrong chosen) / right.
ItemScore score_answer(const QuestionBank& bank, const Item& item, const Answer& answer);

}  // namespace assessment
