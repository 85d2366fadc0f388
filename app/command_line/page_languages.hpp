// The languages a report is written in, and the files of its pages.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "assessment/reporting/html.hpp"

namespace app {

using Languages = std::vector<std::string>;  // "en", "cy"; at least one

// Adds --language; `languages` must outlive the command.
void add_language_option(CLI::App& command, Languages& languages);

// Throws CLI::ValidationError where several languages have no file each, or one is named twice.
void check_languages(const Languages& languages, const std::string& format, const std::string& out);

// "needs.csv" and "dictionary": "needs.dictionary.csv", in the same folder.
std::string file_beside(const std::string& file, const std::string& part);

// "needs.html" in the first language, "needs.cy.html" in another.
std::string file_of_language(const Languages& languages, const std::string& out, const std::string& language);

// The page that one in `language` leads to; none where there is one language.
std::optional<assessment::OtherLanguage> other_language(const Languages& languages, const std::string& out,
                                                        const std::string& language);

}  // namespace app
