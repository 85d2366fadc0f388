#include "assessment/base/csv_text.hpp"

namespace assessment {

std::string csv_text(std::string_view text) {
  constexpr std::string_view formula_starts("=+-@\t\r\n\0", 8);
  std::string cell;
  if (!text.empty() && formula_starts.find(text.front()) != std::string_view::npos) cell += '\'';
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char character : cell) {
    if (character == '"') quoted += '"';
    quoted += character;
  }
  return quoted + '"';
}

}  // namespace assessment
