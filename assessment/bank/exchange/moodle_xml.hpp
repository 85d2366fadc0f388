// Questions in Moodle's XML format.
#pragma once

#include <string_view>

#include "assessment/bank/exchange/imported.hpp"

namespace assessment {

// Reads `text` (from read_source). Carried: category, multichoice, truefalse, matching, numerical,
// ordering, description. All other types are listed as not carried. HTML becomes plain text. Faults: what
// XmlSource refuses, another root than <quiz>, numbers that are none.
std::vector<ImportedQuestion> parse_moodle_xml(std::string_view text, const ImportWords& words,
                                               ImportNotes& notes);

}  // namespace assessment
