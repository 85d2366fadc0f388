// What a rule can make of a person, as one list: levels, attained values or steps.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/scoring/measure_score.hpp"

namespace assessment {

// The ids of all outcomes of the domain's rule, from the lowest to the highest: its levels; for all_of,
// one_per_group and pass_mark their values but `undetermined`, which is none; for capped_floor "0" to the
// cap.
std::vector<std::string> outcomes_of(const QuestionBank& bank, const Domain& domain);

// Index into outcomes_of; none: too few answers, or undetermined.
std::optional<std::size_t> outcome_of(const Rule& rule, const MeasureScore& score);

}  // namespace assessment
