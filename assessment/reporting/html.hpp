// A report as one HTML file: no script, nothing from outside, charts inside.
#pragma once

#include <optional>
#include <string>

#include "assessment/reporting/report.hpp"

namespace assessment {

// The same report in another language.
struct OtherLanguage {
  std::string language{};  // "cy"
  std::string file{};      // its name, in the same folder
};

// Well-formed XML and HTML at once, in the report's language; what a bank says in another is marked as such.
// Every text is escaped. A page to read at any width and zoom, by keyboard and by screen reader, and to print
// on A4; each chart stands between its sentence and its table. A report with a marking has it on every page.
std::string render_html(const Report& report, const std::optional<OtherLanguage>& other = std::nullopt);

}  // namespace assessment
