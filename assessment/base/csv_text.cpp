#include "assessment/base/csv_text.hpp"

#include <algorithm>

namespace assessment {

namespace {

constexpr bool starts_formula(char c) {
  return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r' || c == '\n' || c == '\0';
}
constexpr bool needs_quotes(char c) {
  // Letters and digits are told by the first of these.
  return c <= ',' && (c == ',' || c == '"' || c == '\r' || c == '\n');
}

}  // namespace

void append_csv_text(std::string& line, std::string_view text) {
  const std::string_view mark = !text.empty() && starts_formula(text.front()) ? "'" : "";
  if (std::ranges::none_of(text, needs_quotes)) {
    line.append(mark).append(text);
    return;
  }
  line.append("\"").append(mark);
  for (const char character : text) {
    if (character == '"') line += '"';
    line += character;
  }
  line += '"';
}

std::string csv_text(std::string_view text) {
  std::string cell;
  append_csv_text(cell, text);
  return cell;
}

}  // namespace assessment
