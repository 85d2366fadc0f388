#include "assessment/bank/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "assessment/base/text.hpp"

namespace assessment {
namespace {

constexpr std::size_t longest_id = 64;

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

// The text of a scalar written without quotes; none, unreported, of anything else.
std::optional<std::string_view> plain_text(Node node) {
  if (!node.is_scalar() || node.is_quoted()) return std::nullopt;
  return node.text();
}

std::string_view kind_name(NodeKind kind) {
  switch (kind) {
    case NodeKind::null:
      return "nothing";
    case NodeKind::scalar:
      return "a single value";
    case NodeKind::list:
      return "a list";
    case NodeKind::map:
      return "a map";
  }
  return "";
}

}  // namespace

Fields::Fields(Node map, std::vector<std::string_view> known, Diagnostics& faults)
    : map_(map), pairs_(map.pairs()), faults_(faults) {
  if (!map.is_map()) {
    faults.push_back(map.error(
        "wrong-type", fmt::format("expected a map of keys and values, found {}", kind_name(map.kind()))));
  }
  for (const Node::Pair& pair : pairs_) {
    if (std::ranges::find(known, pair.key.text()) != known.end()) continue;
    faults.push_back(pair.key.error("unknown-key", fmt::format("unknown key '{}'{}", pair.key.text(),
                                                               did_you_mean(pair.key.text(), known))));
  }
}

std::optional<Node> Fields::optional(std::string_view key) const {
  for (const Node::Pair& pair : pairs_) {
    if (pair.key.text() != key) continue;
    if (!pair.value.is_null()) return pair.value;
    faults_.push_back(
        pair.key.error("no-value", fmt::format("'{}' has no value; give it one or leave the key out", key)));
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Node> Fields::required(std::string_view key) const {
  if (!is_map()) return std::nullopt;
  if (std::ranges::any_of(pairs_, [&](const Node::Pair& pair) { return pair.key.text() == key; }))
    return optional(key);
  Diagnostic missing = map_.error("missing-key", fmt::format("the key '{}' is missing", key));
  missing.at = first_key_at();
  faults_.push_back(std::move(missing));
  return std::nullopt;
}

Position Fields::first_key_at() const {
  const auto first = map_.first_child();
  return first ? first->at() : map_.at();
}

std::optional<std::string> read_text(Node node, std::string_view what, Diagnostics& faults) {
  if (!node.is_scalar()) {
    faults.push_back(
        node.error("wrong-type", fmt::format("expected {}, found {}", what, kind_name(node.kind()))));
    return std::nullopt;
  }
  if (node.text().find_first_not_of(" \t\r\n") == std::string_view::npos) {
    faults.push_back(node.error("empty-text", fmt::format("{} without any text", what)));
    return std::nullopt;
  }
  return std::string(node.text());
}

std::optional<bool> read_boolean(Node node, Diagnostics& faults) {
  const auto text = plain_text(node);
  if (text == "true") return true;
  if (text == "false") return false;
  faults.push_back(node.error("wrong-type", "expected true or false, without quotes"));
  return std::nullopt;
}

std::optional<std::int64_t> read_integer(Node node, std::int64_t least, std::int64_t most,
                                         Diagnostics& faults) {
  const auto text = plain_text(node);
  const auto exact = text ? parse_decimal(*text, 0) : std::nullopt;
  std::int64_t value = 0;
  if (exact) std::from_chars(text->data(), text->data() + text->size(), value);
  if (!exact || value < least || value > most) {
    faults.push_back(node.error(exact ? "out-of-range" : "wrong-type",
                                fmt::format("expected a whole number from {} to {}", least, most)));
    return std::nullopt;
  }
  return value;
}

std::optional<Rational> read_decimal(Node node, const Rational& least, const Rational& most,
                                     Diagnostics& faults) {
  const auto text = plain_text(node);
  const auto value = text ? parse_decimal(*text) : std::nullopt;
  if (!value || *value < least || *value > most) {
    faults.push_back(
        node.error(value ? "out-of-range" : "wrong-type",
                   fmt::format("expected a number from {} to {}", to_decimal(least), to_decimal(most))));
    return std::nullopt;
  }
  return value;
}

std::optional<std::string> read_id(Node node, Diagnostics& faults) {
  const auto text = read_text(node, "an id", faults);
  if (!text) return std::nullopt;
  const bool is_id =
      text->size() <= longest_id && is_letter(text->front()) &&
      std::ranges::all_of(*text, [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; });
  if (is_id) return text;
  faults.push_back(node.error(
      "bad-id", fmt::format("'{}' is no id: a letter, then letters, digits, '_' and '-', at most {}", *text,
                            longest_id)));
  return std::nullopt;
}

bool is_kebab_id(std::string_view text) {
  return !text.empty() && text.size() <= longest_id && is_lower(text.front()) && text.back() != '-' &&
         text.find("--") == std::string_view::npos &&
         std::ranges::all_of(text, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

std::optional<std::string> read_kebab_id(Node node, Diagnostics& faults) {
  const auto text = read_text(node, "an id", faults);
  if (!text) return std::nullopt;
  if (is_kebab_id(*text)) return text;
  faults.push_back(
      node.error("bad-id", fmt::format("'{}' is no id: lower-case letters and digits in words joined by '-', "
                                       "at most {}",
                                       *text, longest_id)));
  return std::nullopt;
}

std::optional<std::size_t> read_word(Node node, std::string_view what,
                                     const std::vector<std::string_view>& words, Diagnostics& faults) {
  const auto text = read_text(node, what, faults);
  if (!text) return std::nullopt;
  const auto found = std::ranges::find(words, *text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string hint = did_you_mean(*text, words);
  if (hint.empty()) hint = fmt::format("; use {}", fmt::join(words, ", "));
  faults.push_back(node.error("unknown-word", fmt::format("{} cannot be '{}'{}", what, *text, hint)));
  return std::nullopt;
}

std::vector<Node> read_list(Node node, std::string_view what, Diagnostics& faults) {
  auto elements = node.elements();
  if (elements.empty()) {
    faults.push_back(node.error(
        "wrong-type", node.is_list()
                          ? fmt::format("expected at least one of {}", what)
                          : fmt::format("expected a list of {}, found {}", what, kind_name(node.kind()))));
  }
  return elements;
}

}  // namespace assessment
