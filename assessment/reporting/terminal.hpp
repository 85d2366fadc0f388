// A report as plain text for a terminal or a printout.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "assessment/reporting/report.hpp"

namespace assessment {

// The report in lines of at most `width` characters: what matters first, in words, then the tables.
// A table that is too wide continues below itself under the same row names; a single column that
// does not fit beside them makes a longer line rather than lose a figure. No colour and no control
// character, whatever a batch or a bank holds. Precondition: width >= 40.
std::string render_terminal(const Report& report, std::size_t width);

// `text` with every character that could steer a terminal replaced by '?', line breaks by spaces.
std::string to_printable(std::string_view text);

}  // namespace assessment
