#include "assessment/base/text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace assessment {
namespace {

bool is_forbidden_control(utf8proc_int32_t c, std::string_view rest) {
  if (c == '\t' || c == '\n') return false;
  if (c == '\r') return !rest.starts_with("\n");
  return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

bool is_invisible_format(utf8proc_int32_t c) {
  return c == 0x061C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

// Letters put in, left out, or put in place of another, and neighbours that changed places.
std::size_t changes_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({substituted, last[j] + 1, row[j - 1] + 1});
      const bool is_swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row.back();
}

}  // namespace

std::string to_small_letters(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return small;
}

const std::string& LocalizedText::in(std::string_view language) const {
  static const std::string nothing;
  for (const auto& [tag, text] : by_language) {
    if (tag == language) return text;
  }
  return by_language.empty() ? nothing : by_language.front().second;
}

std::optional<TextFault> find_text_fault(std::string_view text) {
  std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {  // nearly all of a bank; the rest takes the slow way
      ++at;
      continue;
    }
    utf8proc_int32_t c = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
    const utf8proc_ssize_t length =
        utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &c);
    if (length <= 0) return TextFault{at, "not UTF-8"};
    const std::string_view rest = text.substr(at + static_cast<std::size_t>(length));
    if (is_forbidden_control(c, rest)) return TextFault{at, fmt::format("control character U+{:04X}", c)};
    if (is_invisible_format(c)) return TextFault{at, fmt::format("invisible character U+{:04X}", c)};
    at += static_cast<std::size_t>(length);
  }
  return std::nullopt;
}

std::string without_forbidden_characters(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t c = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
    const utf8proc_ssize_t read =
        utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &c);
    const std::size_t length = read <= 0 ? 1 : static_cast<std::size_t>(read);
    const bool is_kept =
        read > 0 && !is_forbidden_control(c, text.substr(at + length)) && !is_invisible_format(c);
    if (is_kept) kept += text.substr(at, length);
    at += length;
  }
  return kept;
}

std::string to_nfc(std::string_view text) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(text);
  utf8proc_uint8_t* composed = nullptr;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t length =
      utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(text.size()), &composed,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (length < 0) return std::string(text);
  std::string result(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length));
  std::free(composed);
  return result;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::optional<std::string_view> nearest(std::string_view typed, const std::vector<std::string_view>& known) {
  std::optional<std::string_view> best;
  std::size_t fewest = 0;
  for (const std::string_view candidate : known) {
    const std::size_t changes = changes_between(to_small_letters(typed), to_small_letters(candidate));
    const std::size_t allowed = std::max<std::size_t>(1, candidate.size() / 3);
    if (changes <= allowed && (!best || changes < fewest)) {
      best = candidate;
      fewest = changes;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string_view>& known) {
  const auto near = nearest(typed, known);
  return near ? fmt::format("; did you mean '{}'?", *near) : "";
}

}  // namespace assessment
