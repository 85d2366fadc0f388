// Writes imported questions as a bank that our own reader accepts.
#pragma once

#include <string>
#include <string_view>

#include "assessment/bank/exchange/imported.hpp"

namespace assessment {

// The bytes of a bank file, format 1, version 0.1.0, in one language: one role, two levels, one domain for
// each category, every item `measures: knowledge`. What an author has to decide stands in it as a comment.
// Ids come from names and texts (UniqueIdMaker). Equal input gives equal bytes.
// Preconditions: `id` is kebab-case; `bank` is from import_questions.
std::string to_bank_yaml(const ImportedBank& bank, const std::string& id, const ImportWords& words);

}  // namespace assessment
