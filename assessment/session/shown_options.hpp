// The order in which a visit shows what can be chosen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "assessment/bank/bank.hpp"

namespace assessment {

// One option as the person meets it; `option` is null for "not sure".
struct ShownOption {
  OptionId id{};
  const Option* option = nullptr;
  bool is_way_out = false;  // not applicable, exclusive or "not sure": last, after the word "or"

  bool operator==(const ShownOption&) const = default;
};

// The options of an item, or of a task's step, in the order in which this visit shows them: shuffled by the
// visit's own stream where the item asks for it, and always for order. They point into `bank`.
std::vector<ShownOption> shown_options(const QuestionBank& bank, const Item& item, std::uint64_t seed,
                                       std::size_t step = 0);

// The right list of a match item in the order in which this visit shows it.
std::vector<ShownOption> shown_rights(const Item& item, std::uint64_t seed);

}  // namespace assessment
