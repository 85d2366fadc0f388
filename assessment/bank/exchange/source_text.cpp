#include "assessment/bank/exchange/source_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/base/text.hpp"

namespace assessment {
namespace {

constexpr std::size_t block = 1024;  // bytes

bool is_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  if (bytes.size() < 4) return false;
  const auto is_nul = [&](std::size_t i) { return bytes[i] == '\0'; };
  return is_nul(0) != is_nul(1) && is_nul(0) == is_nul(2) && is_nul(1) == is_nul(3);
}

std::string with_plain_line_ends(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\r') {
      text += bytes[i];
    } else if (i + 1 == bytes.size() || bytes[i + 1] != '\n') {
      text += '\n';
    }
  }
  return text;
}

// The first byte that belongs to no UTF-8 sequence, or is NUL; npos: none.
std::size_t find_bad_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto fault = find_text_fault(text.substr(at));
    if (!fault) return std::string_view::npos;
    at += fault->offset;
    if (fault->text == "not UTF-8" || text[at] == '\0') return at;
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  }
  return std::string_view::npos;
}

}  // namespace

Expected<std::string> read_source(std::string_view bytes, const std::string& file) {
  const auto refuse = [&](const char* code, Position at, std::string text) {
    return Diagnostic{Severity::error, code, file, at, std::move(text)};
  };
  constexpr Position start{1, 1};
  if (bytes.size() > largest_import)
    return refuse("too-large", {}, fmt::format("more than {} bytes", largest_import));
  if (bytes.starts_with("PK\x03\x04"))
    return refuse("zip-package", start, "this is a zip package; unpack it first and import the files in it");
  if (is_utf16(bytes)) return refuse("not-utf8", start, "this is UTF-16; save the file as UTF-8");
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string text = with_plain_line_ends(bytes);
  if (trimmed(text).empty()) return refuse("empty-file", start, "the file is empty");
  if (const std::size_t bad = find_bad_byte(text); bad != std::string::npos) {
    const bool is_nul = text[bad] == '\0';
    return refuse(
        is_nul ? "control-character" : "not-utf8", LineIndex(text).at(bad),
        is_nul ? "control character U+0000: this is no text file" : "not UTF-8; save the file as UTF-8");
  }
  return text;
}

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0}, characters_{0} {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') starts_.push_back(i + 1);
  }
  for (std::size_t at = 0; at + block <= text.size(); at += block) {
    characters_.push_back(characters_.back() + count_characters(text.substr(at, block)));
  }
}

std::size_t LineIndex::characters_before(std::size_t offset) const {
  const std::size_t whole = offset / block;
  return characters_[whole] + count_characters(text_.substr(whole * block, offset % block));
}

Position LineIndex::at(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto line = std::ranges::upper_bound(starts_, offset) - starts_.begin();
  const std::size_t start = starts_[static_cast<std::size_t>(line) - 1];
  const std::size_t column = characters_before(offset) - characters_before(start) + 1;
  return {static_cast<int>(line), static_cast<int>(column)};
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string lowered(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

}  // namespace assessment
