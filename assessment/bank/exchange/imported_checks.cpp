#include "assessment/bank/exchange/imported_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "assessment/bank/exchange/source_text.hpp"
#include "assessment/base/text.hpp"

namespace assessment {
namespace {

// The limits of the bank's reader (schema_types.cpp, schema_scenes.cpp, yaml_reader.cpp).
constexpr std::size_t most_to_order = 10, most_pairs = 8, most_regions = 24;
constexpr std::size_t longest_text = 16 * 1024;
const Rational highest_number = 1'000'000'000;

enum class Lines { kept, joined };

// True when characters had to go.
bool clean(std::string& text, Lines lines) {
  std::string kept = without_forbidden_characters(text);
  const bool is_changed = kept.size() != text.size();
  if (lines == Lines::joined) std::ranges::replace(kept, '\n', ' ');
  std::ranges::replace(kept, '\t', ' ');
  text = to_nfc(trimmed(kept));
  return is_changed;
}

bool overlap(const ImportedPlace& a, const ImportedPlace& b) {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height &&
         b.top < a.top + a.height;
}

bool is_duplicated(const std::vector<ImportedOption>& options) {
  std::set<std::string_view> texts;
  return !std::ranges::all_of(options, [&](const ImportedOption& o) { return texts.insert(o.text).second; });
}

std::string wrong_count(std::string_view what, std::size_t count, std::size_t least, std::size_t most) {
  if (count >= least && count <= most) return "";
  return fmt::format("it has {} {}; a bank takes {} to {}", count, what, least, most);
}

std::string obstacle_of_choice(const ImportedQuestion& question) {
  if (question.options.size() < 2) return "it has fewer than two answers to choose from";
  if (std::ranges::none_of(question.options,
                           [](const ImportedOption& o) { return o.is_correct || o.score > 0; }))
    return "none of its answers is right";
  return "";
}

std::string obstacle_of_regions(const ImportedQuestion& question) {
  const auto& regions = question.options;
  if (std::string wrong = wrong_count("regions", regions.size(), 2, most_regions); !wrong.empty())
    return wrong;
  for (std::size_t i = 0; i < regions.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (overlap(regions[i].place, regions[j].place))
        return fmt::format("the rectangles around '{}' and '{}' overlap", regions[j].text, regions[i].text);
    }
  }
  return obstacle_of_choice(question);
}

std::string obstacle_of_numbers(const ImportedQuestion& question) {
  if (question.accept.empty()) return "no number is right that a keypad can give";
  const bool is_too_high =
      std::ranges::any_of(question.accept, [](const Interval& i) { return i.to > highest_number; });
  return is_too_high ? "a number above 1000000000 is right; a bank takes none so high" : "";
}

std::string obstacle_of_pairs(const ImportedQuestion& question) {
  if (std::string wrong = wrong_count("pairs", question.options.size(), 2, most_pairs); !wrong.empty())
    return wrong;
  if (is_duplicated(question.rights) || is_duplicated(question.options))
    return "two pairs share a text; in a bank each belongs to one other";
  return "";
}

}  // namespace

void clean_texts(ImportedQuestion& question, ImportNotes& notes) {
  bool is_changed = clean(question.prompt, Lines::kept);
  is_changed |= clean(question.feedback, Lines::kept);
  is_changed |= clean(question.unit, Lines::joined);
  is_changed |= clean(question.category, Lines::joined);
  is_changed |= clean(question.name, Lines::joined);
  for (auto* options : {&question.options, &question.rights}) {
    for (ImportedOption& option : *options) is_changed |= clean(option.text, Lines::joined);
  }
  if (is_changed)
    notes.drop(question.at, "control characters and invisible characters are taken out of its texts");
}

std::string find_obstacle(const ImportedQuestion& question) {
  const auto is_empty = [](const ImportedOption& o) { return o.text.empty(); };
  const auto is_long = [](const ImportedOption& o) { return o.text.size() > longest_text; };
  if (question.prompt.empty()) return "it has no text";
  if (std::ranges::any_of(question.options, is_empty) || std::ranges::any_of(question.rights, is_empty))
    return "one of its answers has no text";
  if (question.prompt.size() > longest_text || question.feedback.size() > longest_text ||
      std::ranges::any_of(question.options, is_long) || std::ranges::any_of(question.rights, is_long))
    return fmt::format("one of its texts has more than {} bytes", longest_text);
  switch (question.kind) {
    case ImportedKind::single:
    case ImportedKind::multiple:
      return obstacle_of_choice(question);
    case ImportedKind::order:
      return wrong_count("steps to order", question.options.size(), 2, most_to_order);
    case ImportedKind::match:
      return obstacle_of_pairs(question);
    case ImportedKind::number:
      return obstacle_of_numbers(question);
    case ImportedKind::hotspot:
      return obstacle_of_regions(question);
    case ImportedKind::note:
      return "";
  }
  return "";
}

}  // namespace assessment
