// A bank as a questionnaire to print: one page of HTML without scripts.
#pragma once

#include <string>
#include <string_view>

#include "assessment/bank/exchange/export_notes.hpp"

namespace assessment {

// Headings for the domains, a fieldset with its legend for each question, a labelled box for each answer.
// Orders and right lists stand in alphabetical order, so that the page does not give the answer away;
// scenes are lists of what is in them. Right answers, scores and levels are not printed. Black on white,
// or the reader's own colours; questions are kept whole on paper. Words of the page are English or Welsh.
std::string to_printable_html(const QuestionBank& bank, std::string_view language, ExportNotes& notes);

}  // namespace assessment
