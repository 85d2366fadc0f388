// Answers weighted in percent, as GIFT and Moodle have them -> options of a single or multiple question.
#pragma once

#include <string>
#include <vector>

#include "assessment/bank/exchange/imported.hpp"

namespace assessment {

struct WeightedAnswer {
  std::string text{};
  Rational percent{};  // -100 .. 100
};

enum class Choosing { one, any };

// Fills in the kind, the options and the credit. Says what changes: negative weights of a single
// question become 0; weights that differ among the right (or the wrong) answers of a multiple question
// become equal shares; a wrong answer of one takes away as much as a right one gives.
void set_choice(ImportedQuestion& question, const std::vector<WeightedAnswer>& answers, Choosing choosing,
                ImportNotes& notes);

// A true-or-false question as a choice of two.
void set_true_or_false(ImportedQuestion& question, bool is_true, const ImportWords& words);

}  // namespace assessment
