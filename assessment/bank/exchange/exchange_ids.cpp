#include "assessment/bank/exchange/exchange_ids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "assessment/base/text.hpp"

namespace assessment {
namespace {

constexpr std::size_t longest_kept = 64;  // what the bank's reader takes
constexpr std::size_t longest_made = 40;  // what an author likes to read

// Words that mean something else in conditions, or are kept for answers.
bool is_reserved(std::string_view id) {
  constexpr std::array<std::string_view, 14> words{"not_sure", "role",     "language", "score", "percent",
                                                   "level",    "answered", "count",    "and",   "or",
                                                   "not",      "in",       "true",     "false"};
  return std::ranges::find(words, id) != words.end();
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= longest_kept && is_letter(text.front()) &&
         std::ranges::all_of(text,
                             [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; });
}

// The words of `text` in small letters, joined; apostrophes join what they stand between.
std::string words_joined(std::string_view text, char joint, std::size_t longest) {
  std::string id;
  std::size_t word_end = 0;  // of the last whole word that fits
  for (const char c : text) {
    if (is_letter(c) || is_digit(c)) {
      id += is_letter(c) ? static_cast<char>(c | 0x20) : c;
    } else if (c != '\'' && !id.empty() && id.back() != joint) {
      word_end = id.size();
      id += joint;
    }
    if (id.size() > longest) {
      id.resize(word_end > 0 ? word_end : longest);
      break;
    }
  }
  while (id.ends_with(joint)) id.pop_back();
  return id;
}

}  // namespace

std::string UniqueIdMaker::make(std::string_view name, std::string_view text, std::string_view fallback) {
  std::string base(name);
  if (!is_id(name) || name == "not_sure") {
    base = words_joined(name, '_', longest_made);
    if (base.empty()) base = words_joined(text, '_', longest_made);
    if (!base.empty() && !is_letter(base.front())) base = fmt::format("{}_{}", fallback, base);
    if (is_reserved(base)) base += '_' + std::string(fallback);
  }
  const bool is_nameless = base.empty();
  if (is_nameless) base = fallback;
  int& number = last_number_[base];
  std::string id = base;
  while (given_.contains(id) || (is_nameless && id == base)) {
    const std::string ending = fmt::format("_{}", ++number + (is_nameless ? 0 : 1));
    id = base.substr(0, longest_kept - ending.size()) + ending;
  }
  given_.insert(id);
  return id;
}

std::string make_bank_id(std::string_view name) {
  std::string id = words_joined(name, '-', longest_made);
  if (id.empty()) return "imported-bank";
  return is_letter(id.front()) ? id : "bank-" + id;
}

}  // namespace assessment
