// Questions in Moodle's GIFT format.
#pragma once

#include <string_view>

#include "assessment/bank/exchange/imported.hpp"

namespace assessment {

// Reads `text` (from read_source). A question ends at an empty line. Carried: true or false, one right
// answer, several by weight, matching, numbers, missing words, descriptions, categories, titles, general
// feedback. Essays and short answers are not: no item takes free text. Faults: braces that do not match,
// numbers and weights that are none, one for each question.
std::vector<ImportedQuestion> parse_gift(std::string_view text, const ImportWords& words, ImportNotes& notes);

}  // namespace assessment
