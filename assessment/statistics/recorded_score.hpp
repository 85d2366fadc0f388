// What an answer was worth, from what a record keeps of it.
#pragma once

#include <optional>

#include "assessment/bank/bank.hpp"
#include "assessment/results/record.hpp"
#include "assessment/scoring/shown_items.hpp"

namespace assessment {

// The score before the item's weight; none where this is no complete answer to this item of this bank, as
// after a change of its options: records come from files, and may hold anything.
std::optional<ItemScore> score_recorded(const QuestionBank& bank, const Item& item,
                                        const RecordedAnswer& recorded);

}  // namespace assessment
