#include "assessment/bank/exchange/gift_text.hpp"

#include <algorithm>

#include "assessment/bank/exchange/source_text.hpp"

namespace assessment {
namespace {

constexpr std::string_view marks = "~=#{}:";

}  // namespace

GiftSlice trimmed(GiftSlice slice) {
  const std::string_view inner = trimmed(slice.text);
  if (inner.empty()) return {inner, slice.offset};
  return {inner, slice.offset + static_cast<std::size_t>(inner.data() - slice.text.data())};
}

std::size_t find_plain(std::string_view text, std::string_view what, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text.substr(at).starts_with(what)) {
      return at;
    }
  }
  return std::string_view::npos;
}

std::size_t find_plain_of(std::string_view text, std::string_view characters, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (characters.find(text[at]) != std::string_view::npos) {
      return at;
    }
  }
  return std::string_view::npos;
}

std::string unescaped(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (text[at] != '\\') {
      plain += text[at];
    } else if (next == 'n') {
      plain += '\n';
      ++at;
    } else if (next == '\\' || (next != '\0' && marks.find(next) != std::string_view::npos)) {
      plain += next;
      ++at;
    } else {
      plain += '\\';
    }
  }
  return plain;
}

std::string escaped_for_gift(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\n') {
      escaped += "\\n";
      continue;
    }
    if (c == '\\' || marks.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

}  // namespace assessment
