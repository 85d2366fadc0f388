// Questions in the Aiken format: a line with the question, lines "A. text" or "A) text", "ANSWER: A".
#pragma once

#include <string_view>

#include "assessment/bank/exchange/imported.hpp"

namespace assessment {

// Adds each question of `text` (from read_source) as a single choice. Several lines before the first
// answer are one question. Faults: what belongs to no question, a question without its ANSWER line, an
// ANSWER that names no answer.
std::vector<ImportedQuestion> parse_aiken(std::string_view text, ImportNotes& notes);

}  // namespace assessment
