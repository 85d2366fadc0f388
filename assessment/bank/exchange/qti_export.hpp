// A bank as QTI 3.0: one item a file, and a test that holds them together.
#pragma once

#include <string_view>
#include <vector>

#include "assessment/bank/exchange/export.hpp"
#include "assessment/bank/exchange/export_notes.hpp"

namespace assessment {

// "assessment_test.xml", whose sections are the domains; "item_ID.xml" for each item but tasks; and
// "picture_ID.svg", the drawn scene, for each hotspot. Reading these files with import_questions gives the
// same items again, except for what `notes` names.
std::vector<ExportedFile> to_qti3(const QuestionBank& bank, std::string_view language, ExportNotes& notes);

}  // namespace assessment
