#include "app/core/paper_text.hpp"

#include "assessment/base/text.hpp"

namespace app {
namespace {

// Where the first `count` characters of the text end.
std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  while (end < text.size() && count > 0) {
    ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    --count;
  }
  return end;
}

void wrap_line(std::string_view line, std::size_t columns, std::string& into) {
  while (assessment::count_characters(line) > columns) {
    const std::size_t room = bytes_of(line, columns + 1);  // a space after the last column breaks there too
    const std::size_t space = line.substr(0, room).find_last_of(' ');
    const bool is_between_words = space != std::string_view::npos && space > 0;
    const std::size_t end = is_between_words ? space : bytes_of(line, columns);
    into += std::string(line.substr(0, end)) + "\n";
    line.remove_prefix(is_between_words ? end + 1 : end);
  }
  into += std::string(line) + "\n";
}

}  // namespace

std::string wrap_text(std::string_view text, std::size_t columns) {
  std::string wrapped;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    wrap_line(text.substr(0, end), columns, wrapped);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return wrapped;
}

}  // namespace app
