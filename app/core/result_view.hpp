// A score in the words of the person it belongs to.
#pragma once

#include <string_view>

#include "app/core/model.hpp"
#include "app/core/strings.hpp"
#include "app/core/view_model.hpp"
#include "assessment/bank/bank.hpp"

namespace app {

// Whole percentages only, cut off; the tenths are for files. Next steps are the bank's resources
// for the level that was reached. Precondition: the outcome was made on `bank`.
ResultsView make_results_view(const assessment::QuestionBank& bank, const ResultsPage& page,
                              const Strings& strings, std::string_view language);

// Says so when nobody has validated the bank's translation into `language`; else "".
std::string translation_note(const assessment::QuestionBank& bank, const Strings& strings,
                             std::string_view language);

}  // namespace app
