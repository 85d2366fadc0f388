// Cells of CSV files (RFC 4180) that do no harm in a spreadsheet.
#pragma once

#include <string>
#include <string_view>

namespace assessment {

// What a file begins with so that spreadsheets take it for UTF-8.
inline constexpr std::string_view csv_byte_order_mark = "\xEF\xBB\xBF";

// One cell. Text that a spreadsheet might run as a formula gets a leading "'"; quotes are doubled.
std::string csv_text(std::string_view text);
void append_csv_text(std::string& line, std::string_view text);

}  // namespace assessment
