// Which texts of banks are not in a report's language.
#pragma once

#include <string_view>
#include <vector>

#include "assessment/reporting/report.hpp"

namespace assessment {

// Titles and labels of banks that lack `language`, each once, the longest first: so that a page can say which
// language they are in.
std::vector<ForeignText> find_foreign_texts(const std::vector<QuestionBank>& banks,
                                            std::string_view language);

}  // namespace assessment
