#include "assessment/bank/exchange/bank_yaml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "assessment/bank/exchange/exchange_ids.hpp"
#include "assessment/bank/exchange/source_text.hpp"

namespace assessment {
namespace {

constexpr std::size_t most_minutes = 240;

// In double quotes, where only these mean anything else than themselves.
std::string quoted(std::string_view text) {
  std::string yaml = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') yaml += '\\';
    if (c == '\n') {
      yaml += "\\n";
    } else if (c == '\t') {
      yaml += "\\t";
    } else {
      yaml += c;
    }
  }
  return yaml + '"';
}

// An id as it is, but for words that YAML takes for nothing or for a boolean.
std::string yaml_id(const std::string& id) {
  const std::string small = lowered(id);
  for (const std::string_view word : {"null", "yes", "no", "on", "off", "y", "n", "true", "false"}) {
    if (small == word) return quoted(id);
  }
  return id;
}

std::string_view type_word(ImportedKind kind) {
  switch (kind) {
    case ImportedKind::single:
      return "single";
    case ImportedKind::multiple:
      return "multiple";
    case ImportedKind::order:
      return "order";
    case ImportedKind::match:
      return "match";
    case ImportedKind::number:
      return "number";
    case ImportedKind::hotspot:
      return "hotspot";
    case ImportedKind::note:
      return "note";
  }
  return "";
}

class BankWriter {
 public:
  BankWriter(const ImportedBank& bank, const ImportWords& words) : bank_(bank), words_(words) {}

  std::string write(const std::string& id) && {
    write_head(id);
    yaml_ += "domains:\n";
    std::vector<std::string_view> categories;  // in the order of their first question
    std::map<std::string_view, std::vector<const ImportedQuestion*>> questions;
    for (const ImportedQuestion& question : bank_.questions) {
      auto& of_category = questions[question.category];
      if (of_category.empty()) categories.push_back(question.category);
      of_category.push_back(&question);
    }
    for (const std::string_view category : categories) {
      const std::string_view title = category.empty() ? words_.questions : category;
      line(1, "- id: {}", yaml_id(domain_ids_.make("", title, "domain")));
      line(2, "title: {}", quoted(title));
      line(2, "items:");
      for (const ImportedQuestion* question : questions[category]) write_item(*question);
    }
    return std::move(yaml_);
  }

 private:
  template <class... Values>
  void line(int depth, fmt::format_string<Values...> format, Values&&... values) {
    yaml_.append(static_cast<std::size_t>(depth) * 2, ' ');
    yaml_ += fmt::format(format, std::forward<Values>(values)...);
    yaml_ += '\n';
  }

  void write_head(const std::string& id) {
    const std::size_t minutes = std::clamp<std::size_t>((bank_.questions.size() + 1) / 2, 1, most_minutes);
    yaml_ += "# Imported from another tool. For you to decide: title, licence, minutes, roles and levels.\n";
    line(0, "format: 1");
    line(0, "id: {}", id);
    line(0, "version: 0.1.0");
    line(0, "title: {}", quoted(bank_.title.empty() ? id : bank_.title));
    line(0, "languages: [{}]", quoted(words_.language));
    line(0, "licence: \"not stated\"");
    line(0, "minutes: {}  # half a minute for each question", minutes);
    line(0, "roles:");
    line(1, "- {{id: everyone, label: {}}}", quoted(words_.everyone));
    line(0, "levels:");
    line(1, "- {{id: below, from: 0, label: {}}}", quoted(words_.below));
    line(1, "- {{id: reached, from: 60, label: {}}}", quoted(words_.reached));
    line(0, "scoring: {{rule: percent, minimum_answered: 0.5, overall: mean_of_domains}}");
  }

  void write_item(const ImportedQuestion& question) {
    line(3, "- id: {}", yaml_id(item_ids_.make(question.name, question.prompt, "question")));
    line(4, "type: {}", type_word(question.kind));
    line(4, "prompt: {}", quoted(question.prompt));
    if (question.kind == ImportedKind::note) return;
    line(4, "measures: knowledge");
    if (question.weight != 1) line(4, "weight: {}", question.weight);
    if (!question.feedback.empty()) line(4, "feedback: {}", quoted(question.feedback));
    if (question.is_shuffled) line(4, "shuffle: true");
    if (question.credit != Credit::all)
      line(4, "credit: {}", question.credit == Credit::pairs ? "pairs" : "partial");
    switch (question.kind) {
      case ImportedKind::match:
        write_pairs(question);
        break;
      case ImportedKind::number:
        write_number(question);
        break;
      case ImportedKind::hotspot:
        write_scene(question);
        break;
      default:
        write_options(question);
    }
  }

  void write_options(const ImportedQuestion& question) {
    const bool is_by_score = question.kind == ImportedKind::single &&
                             std::ranges::none_of(question.options, &ImportedOption::is_correct);
    UniqueIdMaker ids;
    line(4, "options:");
    for (const ImportedOption& option : question.options) {
      std::string worth;
      if (is_by_score) worth = fmt::format(", score: {}", to_decimal(option.score));
      if (option.is_correct && question.kind != ImportedKind::order) worth = ", correct: true";
      if (option.is_fixed_last) worth += ", fixed: last";
      line(5, "- {{id: {}{}, label: {}}}", option_id(ids, option, "option"), worth, quoted(option.text));
    }
  }

  void write_pairs(const ImportedQuestion& question) {
    UniqueIdMaker left_ids, right_ids;
    line(4, "pairs:");
    for (std::size_t i = 0; i < question.options.size(); ++i) {
      const auto side = [](UniqueIdMaker& ids, const ImportedOption& option, std::string_view fallback) {
        return fmt::format("{{id: {}, label: {}}}", option_id(ids, option, fallback), quoted(option.text));
      };
      line(5, "- {{left: {}, right: {}}}", side(left_ids, question.options[i], "left"),
           side(right_ids, question.rights[i], "right"));
    }
  }

  void write_number(const ImportedQuestion& question) {
    if (!question.unit.empty()) line(4, "unit: {}", quoted(question.unit));
    if (question.decimals > 0) line(4, "decimals: {}", question.decimals);
    line(4, "accept:");
    for (const Interval& interval : question.accept)
      line(5, "- {{from: {}, to: {}}}", to_decimal(interval.from), to_decimal(interval.to));
  }

  void write_scene(const ImportedQuestion& question) {
    UniqueIdMaker ids;
    line(4, "scene:");
    line(5, "kind: desktop");
    line(5, "title: {}", quoted(question.name.empty() ? words_.questions : question.name));
    line(5, "regions:");
    for (const ImportedOption& region : question.options) {
      line(6, "- {{id: {}, role: text, at: [{}, {}, {}, {}]{}, text: {}}}", option_id(ids, region, "region"),
           to_decimal(region.place.left), to_decimal(region.place.top), to_decimal(region.place.width),
           to_decimal(region.place.height), region.is_correct ? ", correct: true" : "", quoted(region.text));
    }
  }

  static std::string option_id(UniqueIdMaker& ids, const ImportedOption& option, std::string_view fallback) {
    return yaml_id(ids.make(option.name, option.text, fallback));
  }

  const ImportedBank& bank_;
  const ImportWords& words_;
  std::string yaml_{};
  UniqueIdMaker domain_ids_{}, item_ids_{};
};

}  // namespace

std::string to_bank_yaml(const ImportedBank& bank, const std::string& id, const ImportWords& words) {
  return BankWriter(bank, words).write(id);
}

}  // namespace assessment
