// The bank that `skills bank new` begins with: assets/templates/new_bank.yaml, made the author's own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/base/expected.hpp"

namespace app {

// The languages that the template is written in, in its own order.
const std::vector<std::string_view>& template_languages();

// The template of the program's share folder. Codes: those of input_file.hpp.
assessment::Expected<std::string> read_bank_template();

// The template with this id and in these languages, of which the first is the fallback. In the template
// every text has a line of its own for each language ("cy: …"); those of other languages are left out.
// Precondition: `languages` are some of template_languages(), each once.
std::string fill_bank_template(std::string_view bank_template, std::string_view id,
                               const std::vector<std::string>& languages);

}  // namespace app
