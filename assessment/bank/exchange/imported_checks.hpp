// What an imported question needs before a bank can hold it.
#pragma once

#include "assessment/bank/exchange/imported.hpp"

namespace assessment {

// Makes every text one that a bank may hold and says what was taken out. Prompts keep their lines, labels
// become one line.
void clean_texts(ImportedQuestion& question, ImportNotes& notes);

// Why the bank's reader would refuse the question, whole or in part; empty: it takes it.
std::string find_obstacle(const ImportedQuestion& question);

}  // namespace assessment
