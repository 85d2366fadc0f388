// Texts of any kind that were not translated, or do not fit on the smallest screen.
#include <fmt/format.h>

#include <algorithm>

#include "assessment/bank/lint_parts.hpp"
#include "assessment/bank/text_limits.hpp"
#include "assessment/bank/translatable_texts.hpp"

namespace assessment {
namespace {

// One word may be a name, and figures are the same in every language.
bool can_be_translated(std::string_view text) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  };
  return count_words(text) > 1 && std::ranges::any_of(text, is_letter);
}

void lint_translation(const Lint& lint, const TranslatableText& text) {
  const auto& texts = text.text.by_language;
  if (texts.empty() || !can_be_translated(texts.front().second)) return;
  for (std::size_t i = 1; i < texts.size(); ++i) {
    if (texts[i].second != texts.front().second) continue;
    lint.warn(text.at, "not-translated",
              fmt::format("'{}' says the same as '{}'", texts[i].first, texts.front().first));
  }
}

void lint_length(const Lint& lint, const TranslatableText& text) {
  const std::size_t longest = longest_text(text.kind);
  for (const auto& [language, words] : text.text.by_language) {
    const std::size_t characters = count_characters(words);
    if (characters <= longest) continue;
    lint.warn(text.at, "long-text",
              fmt::format("{} characters in '{}'; at the largest text size only {} fit on a small screen",
                          characters, language, longest));
  }
}

}  // namespace

void lint_texts(const Lint& lint) {
  for (const TranslatableText& text : translatable_texts(lint.tree, lint.bank.languages)) {
    lint_translation(lint, text);
    lint_length(lint, text);
  }
}

}  // namespace assessment
