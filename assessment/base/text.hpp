// Text as people read it: UTF-8 in Unicode's normal form C, in one or more languages.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assessment {

// A text in some of a bank's languages, in the order of the bank's `languages`.
struct LocalizedText {
  std::vector<std::pair<std::string, std::string>> by_language{};  // language tag, text

  // The text in `language`, else in the first language it has, else "".
  const std::string& in(std::string_view language) const;
  bool is_empty() const { return by_language.empty(); }

  bool operator==(const LocalizedText&) const = default;
};

// What is wrong with the bytes of a text, and where.
struct TextFault {
  std::size_t offset = 0;  // bytes from the start
  std::string text{};      // "not UTF-8", "control character U+0007", …

  bool operator==(const TextFault&) const = default;
};

// The first byte that a bank may not hold: a sequence that is not UTF-8, a control
// character other than TAB, LF and CR LF, or an invisible format character
// (bidirectional, zero width, a byte order mark past the start). None: all is well.
std::optional<TextFault> find_text_fault(std::string_view text);

// The text without every character that find_text_fault names; what is not UTF-8 goes byte by byte.
std::string without_forbidden_characters(std::string_view text);

// The text in normal form C. Precondition: valid UTF-8.
std::string to_nfc(std::string_view text);

// Letters and digits of ASCII, which ids and numbers are made of, whatever the locale.
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The text with ASCII's capitals made small.
std::string to_small_letters(std::string_view text);

// The number of code points. Precondition: valid UTF-8.
std::size_t count_characters(std::string_view text);

// The entry of `known` that `typed` was most likely meant to be: the one with the
// fewest changes of a letter or swaps of two, at most a third of its length; case is none. None: nothing is
// near.
std::optional<std::string_view> nearest(std::string_view typed, const std::vector<std::string_view>& known);

// "; did you mean 'prompt'?", or nothing where nothing is near: the end of a message.
std::string did_you_mean(std::string_view typed, const std::vector<std::string_view>& known);

}  // namespace assessment
