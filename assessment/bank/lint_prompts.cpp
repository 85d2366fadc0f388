// Prompts that are long, hard to read, two in one, or asked before.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "assessment/bank/lint_parts.hpp"
#include "assessment/bank/translatable_texts.hpp"
#include "assessment/base/text.hpp"

namespace assessment {
namespace {

constexpr std::size_t most_words = 25;
constexpr int highest_reading_age = 14;
// From 12 words on one syllable more moves the age by less than a year (11.8 / 12).
constexpr int fewest_words_to_judge = 12;
// Flesch's samples had a hundred words.
constexpr int fewest_words_to_judge_bank = 100;

bool is_english(std::string_view language) {
  return language == "en" || language.starts_with("en-");
}

bool is_small_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

struct Word {
  std::string_view text{};
  std::size_t start = 0;
};

// The words of a text in small letters; "&" is one.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_small_letter(text[end])) ++end;
    if (end == at && text[at] == '&') ++end;
    if (end > at) words.push_back({text.substr(at, end - at), at});
    at = std::max(end, at + 1);
  }
  return words;
}

bool is_joined(const Word& one, const Word& next) {
  const auto is = [](const Word& word, std::initializer_list<std::string_view> any) {
    return std::ranges::find(any, word.text) != any.end();
  };
  return (is(one, {"and", "&"}) && is(next, {"or"})) || (is(one, {"or"}) && is(next, {"and", "&"})) ||
         (is(one, {"a", "ac"}) && is(next, {"neu"}));
}

// "and/or" however it is written ("And / Or", "& or", "or/and"; "a/neu" in Welsh); "" where there is none.
std::string find_and_or(const std::string& text) {
  const std::string small = to_small_letters(text);
  const std::vector<Word> words = words_of(small);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::size_t gap = words[i - 1].start + words[i - 1].text.size();
    const std::string_view between = std::string_view(small).substr(gap, words[i].start - gap);
    // What stands between them may be a stroke, spaces or brackets, but no end of a sentence, and no quote.
    if (between.find_first_not_of(" \t\n/\\|,()-") != std::string_view::npos) continue;
    if (is_joined(words[i - 1], words[i]))
      return text.substr(words[i - 1].start, words[i].start + words[i].text.size() - words[i - 1].start);
  }
  return "";
}

// What two prompts have in common that ask the same: no difference of case, space or end mark counts.
std::string essence(std::string_view prompt) {
  std::string result;
  for (const char c : to_small_letters(prompt)) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (is_space && (result.empty() || result.back() == ' ')) continue;
    result += is_space ? ' ' : c;
  }
  const std::size_t end = result.find_last_not_of(" .?!");
  return result.substr(0, end == std::string::npos ? 0 : end + 1);
}

class PromptLinter {
 public:
  explicit PromptLinter(const Lint& lint) : lint_(lint) {}

  void run() {
    const Node domains = *lint_.tree.root().find("domains");
    std::size_t item = 0;
    for (const Node& domain : domains.elements()) {
      for (const Node& node : domain.find("items")->elements())
        check(lint_.bank.items[item++].id.text, texts_of_item(node, lint_.bank.languages));
    }
    const auto age = reading_age(all_prompts_);
    if (all_prompts_.words < fewest_words_to_judge_bank || !age || *age <= highest_reading_age) return;
    lint_.warn(
        domains, "hard-to-read",
        fmt::format("all prompts together need a reading age of {}; aim for {}, with shorter sentences "
                    "and words",
                    to_years(*age), highest_reading_age));
  }

 private:
  static std::string to_years(const Rational& age) {
    const int tenths = tenths_cut_off(age);
    return fmt::format("{}.{}", tenths / 10, tenths % 10);
  }

  void check(const std::string& item, const std::vector<TranslatableText>& texts) {
    for (const TranslatableText& text : texts) {
      if (text.kind != TextKind::prompt && text.kind != TextKind::note) continue;
      for (const auto& [language, prompt] : text.text.by_language) {
        if (is_english(language)) check_reading_age(prompt, text.at);
      }
      if (text.kind == TextKind::prompt) check_question(item, text);
    }
  }

  void check_question(const std::string& item, const TranslatableText& text) {
    for (const auto& [language, prompt] : text.text.by_language) check_and_or(prompt, text.at);
    const std::string& prompt = text.text.in(lint_.bank.languages.front());
    if (const std::size_t words = count_words(prompt); words > most_words) {
      lint_.warn(text.at, "long-prompt",
                 fmt::format("a prompt of {} words; at most {} are easy to take in", words, most_words));
    }
    check_repeated(item, text);
  }

  void check_and_or(const std::string& prompt, Node at) const {
    if (const std::string found = find_and_or(prompt); !found.empty())
      lint_.warn(at, "double-barrelled", fmt::format("two questions in one: '{}'", found));
  }

  void check_reading_age(const std::string& prompt, Node at) {
    const ReadingCounts counts = count_reading(prompt, lint_.familiar);
    all_prompts_ += counts;
    const auto age = reading_age(counts);
    if (counts.words < fewest_words_to_judge || !age || *age <= highest_reading_age) return;
    lint_.warn(at, "hard-to-read",
               fmt::format("this needs a reading age of {}; aim for {}, with shorter sentences and words",
                           to_years(*age), highest_reading_age));
  }

  void check_repeated(const std::string& item, const TranslatableText& text) {
    const std::string* first = nullptr;
    for (const auto& [language, prompt] : text.text.by_language) {
      const auto [place, is_new] = asked_.emplace(essence(prompt), item);
      if (!is_new && place->second != item && !first) first = &place->second;
    }
    if (first) lint_.warn(text.at, "same-prompt", fmt::format("the same prompt as '{}'", *first));
  }

  const Lint& lint_;
  ReadingCounts all_prompts_;
  std::map<std::string, std::string> asked_;  // what a prompt asks, in any language; the first item that does
};

}  // namespace

void lint_prompts(const Lint& lint) {
  PromptLinter(lint).run();
}

}  // namespace assessment
