#include "assessment/reporting/foreign_texts.hpp"

#include <algorithm>
#include <map>

namespace assessment {
namespace {

class ForeignTexts {
 public:
  explicit ForeignTexts(std::string_view language) : language_(language) {}

  void add(const QuestionBank& bank) {
    add(bank.title);
    for (const Role& role : bank.roles) add(role.label);
    for (const Domain& domain : bank.domains) add(domain.title);
    for (const Level& level : bank.levels) add(level.label);
    for (const Item& item : bank.items) {
      add(item.prompt);
      for (const Option& option : options_of(bank, item)) add(option.label);
    }
  }

  std::vector<ForeignText> longest_first() const {
    std::vector<ForeignText> texts;
    for (const auto& [text, language] : found_) texts.push_back({text, language});
    std::ranges::stable_sort(texts, std::ranges::greater(),
                             [](const ForeignText& foreign) { return foreign.text.size(); });
    return texts;
  }

 private:
  void add(const LocalizedText& text) {
    const auto is_wanted = [&](const auto& one) { return one.first == language_; };
    if (text.is_empty() || std::ranges::any_of(text.by_language, is_wanted)) return;
    const auto& [language, fallback] = text.by_language.front();
    if (!fallback.empty()) found_.emplace(fallback, language);
  }

  std::string_view language_;
  std::map<std::string, std::string> found_{};
};

}  // namespace

std::vector<ForeignText> find_foreign_texts(const std::vector<QuestionBank>& banks,
                                            std::string_view language) {
  ForeignTexts texts(language);
  for (const QuestionBank& bank : banks) texts.add(bank);
  return texts.longest_first();
}

}  // namespace assessment
