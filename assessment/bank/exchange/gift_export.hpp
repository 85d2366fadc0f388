// A bank in Moodle's GIFT format.
#pragma once

#include <string>
#include <string_view>

#include "assessment/bank/exchange/export_notes.hpp"

namespace assessment {

// Written: single, multiple, match, number and note items, one category for each domain. Self-ratings,
// orders, hotspots and tasks have no form in GIFT and are named in `notes`, as is all else left behind.
std::string to_gift(const QuestionBank& bank, std::string_view language, ExportNotes& notes);

}  // namespace assessment
