// Whether the right answers can be told without reading the questions.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "assessment/bank/lint_parts.hpp"

namespace assessment {
namespace {

constexpr std::size_t fewest_for_a_pattern = 4;  // by chance 4 places of 4 agree once in 64 banks

// A knowledge item with one right option.
struct KeyedItem {
  const std::vector<Option>* options;
  std::size_t correct;  // index into options
  bool is_shuffled;
  Node options_node;
};

std::vector<KeyedItem> keyed_items(const Lint& lint) {
  std::vector<KeyedItem> keyed;
  std::size_t item = 0;
  for (const Node& domain : lint.tree.root().find("domains")->elements()) {
    for (const Node& node : domain.find("items")->elements()) {
      const Item& one = lint.bank.items[item++];
      const auto* single = std::get_if<SingleItem>(&one.type);
      if (!single || one.measure != Measure::knowledge) continue;
      const auto correct = std::ranges::find(single->options, true, &Option::is_correct);
      if (correct == single->options.end()) continue;
      keyed.push_back({&single->options, static_cast<std::size_t>(correct - single->options.begin()),
                       one.is_shuffled, *node.find("options")});
    }
  }
  return keyed;
}

bool is_longest(const KeyedItem& item, const std::string& language) {
  const std::size_t length = count_characters((*item.options)[item.correct].label.in(language));
  for (std::size_t i = 0; i < item.options->size(); ++i) {
    if (i != item.correct && count_characters((*item.options)[i].label.in(language)) >= length) return false;
  }
  return true;
}

void lint_lengths(const Lint& lint, const std::vector<KeyedItem>& keyed) {
  if (keyed.size() < fewest_for_a_pattern) return;
  for (const std::string& language : lint.bank.languages) {
    if (!std::ranges::all_of(keyed, [&](const KeyedItem& item) { return is_longest(item, language); }))
      continue;
    lint.warn(keyed.front().options_node, "correct-longest",
              fmt::format("in '{}' the correct option is the longest in all {} knowledge items; make some of "
                          "the others as long",
                          language, keyed.size()));
    return;
  }
}

void lint_places(const Lint& lint, std::vector<KeyedItem> keyed) {
  std::erase_if(keyed, [](const KeyedItem& item) { return item.is_shuffled; });
  if (keyed.size() < fewest_for_a_pattern) return;
  const auto warn = [&](const std::string& place) {
    lint.warn(keyed.front().options_node, "correct-place",
              fmt::format("the correct option is the {} in all {} knowledge items; move some", place,
                          keyed.size()));
  };
  const auto from_end = [](const KeyedItem& item) { return item.options->size() - item.correct; };
  const auto& first = keyed.front();
  if (std::ranges::all_of(keyed, [](const KeyedItem& item) { return item.correct == 0; })) {
    warn("first");
  } else if (std::ranges::all_of(keyed, [&](const KeyedItem& item) { return from_end(item) == 1; })) {
    warn("last");
  } else if (std::ranges::all_of(keyed,
                                 [&](const KeyedItem& item) { return item.correct == first.correct; })) {
    warn(fmt::format("one in place {}", first.correct + 1));
  }
}

}  // namespace

void lint_options(const Lint& lint) {
  const std::vector<KeyedItem> keyed = keyed_items(lint);
  lint_lengths(lint, keyed);
  lint_places(lint, keyed);
}

}  // namespace assessment
