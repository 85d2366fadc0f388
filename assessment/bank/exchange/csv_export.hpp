// A bank for spreadsheets: RFC 4180, UTF-8 with byte order mark, CRLF.
#pragma once

#include <string>
#include <string_view>

#include "assessment/bank/exchange/export_notes.hpp"

namespace assessment {

// Tidy long form: one line for each thing that can be chosen, joined, ordered or typed; an item without
// such has one line. Columns: bank, language, domain, domain_title, item, type, measures, weight, prompt,
// step, step_prompt, position (from 1), option, label, partner, partner_label, score, correct, from, to,
// unit. Texts that a spreadsheet might run are made harmless.
std::string to_bank_csv(const QuestionBank& bank, std::string_view language, ExportNotes& notes);

}  // namespace assessment
