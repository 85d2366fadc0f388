#include "assessment/bank/lint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "assessment/base/text.hpp"

namespace assessment {
namespace {

constexpr std::size_t most_prompt_words = 25;
constexpr int fewest_self_items = 4;
constexpr std::size_t most_roles = 12;

std::size_t count_words(const std::string& text) {
  std::size_t words = 0;
  bool is_inside = false;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t';
    words += !is_space && !is_inside;
    is_inside = !is_space;
  }
  return words;
}

class Linter {
 public:
  Linter(const QuestionBank& bank, const NodeTree& tree) : bank_(bank), root_(tree.root()) {}

  Diagnostics run() && {
    check_roles();
    const auto domains = (*root_.find("domains")).elements();
    std::size_t item = 0;
    for (std::size_t domain = 0; domain < domains.size(); ++domain) {
      check_domain(domain, (*domains[domain].find("id")));
      for (const Node& node : (*domains[domain].find("items")).elements())
        check_prompt(bank_.items[item++], node);
    }
    sort_by_position(warnings_);
    return std::move(warnings_);
  }

 private:
  void warn(Node at, const char* code, std::string text) {
    warnings_.push_back(at.warning(code, std::move(text)));
  }

  void check_roles() {
    if (bank_.roles.size() <= most_roles) return;
    warn((*root_.find("roles")), "many-roles",
         fmt::format(
             "{} roles: with more than {} small groups are certain, and small groups cannot be reported",
             bank_.roles.size(), most_roles));
  }

  void check_domain(std::size_t domain, Node at) {
    const auto count = [&](Measure measure) {
      return std::ranges::count_if(bank_.items,
                                   [&](const Item& i) { return i.domain == domain && i.measure == measure; });
    };
    if (count(Measure::self) < fewest_self_items) {
      warn(at, "few-self-items",
           fmt::format("only {} self-rating items; with fewer than {} a level says little",
                       count(Measure::self), fewest_self_items));
    }
    if (count(Measure::knowledge) == 0) {
      warn(at, "no-knowledge-item", "no knowledge item: nothing to hold the self-ratings against");
    }
  }

  void check_prompt(const Item& item, Node node) {
    const Node at = (*node.find("prompt"));
    const std::string& prompt = item.prompt.in(bank_.languages.front());
    if (const std::size_t words = count_words(prompt); words > most_prompt_words) {
      warn(at, "long-prompt",
           fmt::format("a prompt of {} words; at most {} are easy to take in", words, most_prompt_words));
    }
    if (prompt.find("and/or") != std::string::npos)
      warn(at, "double-barrelled", "two questions in one: 'and/or'");
    if (const auto [first, is_new] = prompts_.emplace(prompt, item.id.text); !is_new) {
      warn(at, "same-prompt", fmt::format("the same prompt as '{}'", first->second));
    }
    check_translations(item, at);
  }

  void check_translations(const Item& item, Node at) {
    const auto& texts = item.prompt.by_language;
    for (std::size_t i = 1; i < texts.size(); ++i) {
      if (texts[i].second == texts[0].second) {
        warn(at, "not-translated", fmt::format("'{}' says the same as '{}'", texts[i].first, texts[0].first));
      }
    }
  }

  const QuestionBank& bank_;
  Node root_;  // of an accepted bank: every key that is required is there
  Diagnostics warnings_;
  std::map<std::string, std::string> prompts_;  // prompt, the first item that has it
};

}  // namespace

Diagnostics lint_bank(const QuestionBank& bank, const NodeTree& tree) {
  return Linter(bank, tree).run();
}

}  // namespace assessment
