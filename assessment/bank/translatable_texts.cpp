#include "assessment/bank/translatable_texts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace assessment {
namespace {

// The part of a bank that a key stands in: the nearest list or map around it that has a name of its own.
enum class Part { bank, roles, levels, scales, sections, domains, resources, items, inside_item };

Part part_below(Part part, std::string_view key) {
  static constexpr std::array<std::pair<std::string_view, Part>, 7> names{{{"roles", Part::roles},
                                                                           {"levels", Part::levels},
                                                                           {"scales", Part::scales},
                                                                           {"sections", Part::sections},
                                                                           {"domains", Part::domains},
                                                                           {"resources", Part::resources},
                                                                           {"items", Part::items}}};
  if (part == Part::items || part == Part::inside_item) return Part::inside_item;
  if (part == Part::scales) return part;
  const auto found = std::ranges::find(names, key, &std::pair<std::string_view, Part>::first);
  return found == names.end() ? part : found->second;
}

std::optional<TextKind> kind_of_bank_text(std::string_view key) {
  if (key == "title") return TextKind::bank_title;
  if (key == "about") return TextKind::about;
  if (key == "before_you_start") return TextKind::before_you_start;
  if (key == "after") return TextKind::after;
  return std::nullopt;
}

std::optional<TextKind> kind_of_item_text(std::string_view key) {
  if (key == "prompt") return TextKind::prompt;
  if (key == "hint") return TextKind::hint;
  if (key == "why") return TextKind::why;
  if (key == "error") return TextKind::error;
  if (key == "feedback") return TextKind::feedback;
  if (key == "label") return TextKind::option_label;
  if (key == "title" || key == "text" || key == "alt") return TextKind::other;
  return std::nullopt;
}

std::optional<TextKind> kind_of(Part part, std::string_view key) {
  switch (part) {
    case Part::bank:
      return kind_of_bank_text(key);
    case Part::roles:
      return key == "label" ? std::optional(TextKind::role_label) : std::nullopt;
    case Part::levels:
      return key == "label" ? std::optional(TextKind::level_label) : std::nullopt;
    case Part::scales:
      return key == "label" ? std::optional(TextKind::option_label) : std::nullopt;
    case Part::sections:
      return key == "title" ? std::optional(TextKind::section_title) : std::nullopt;
    case Part::domains:
      if (key == "about") return TextKind::domain_about;
      return key == "title" ? std::optional(TextKind::domain_title) : std::nullopt;
    case Part::resources:
      if (key == "text") return TextKind::resource_text;
      return key == "title" ? std::optional(TextKind::resource_title) : std::nullopt;
    case Part::items:
    case Part::inside_item:
      return kind_of_item_text(key);
  }
  return std::nullopt;
}

class TextCollector {
 public:
  explicit TextCollector(const std::vector<std::string>& languages) : languages_(languages) {}

  void collect(Node node, Part part) {
    for (const Node& element : node.elements()) collect(element, part);
    for (const Node::Pair& pair : node.pairs()) {
      const std::string_view key = pair.key.text();
      if (part == Part::bank && (key == "profiles" || key == "translations")) continue;  // their keys are ids
      auto kind = pair.value.is_list() ? std::nullopt : kind_of(part, key);
      if (kind == TextKind::prompt && is_note(node)) kind = TextKind::note;
      if (kind) {
        texts_.push_back({*kind, pair.value, localized(pair.value)});
      } else {
        collect(pair.value, part_below(part, key));
      }
    }
  }

  std::vector<TranslatableText> take() && { return std::move(texts_); }

 private:
  static bool is_note(Node item) {
    const auto type = item.find("type");
    return type && type->text() == "note";
  }

  LocalizedText localized(Node node) const {
    LocalizedText text;
    if (node.is_scalar()) text.by_language.emplace_back(languages_.front(), node.text());
    for (const std::string& language : languages_) {
      if (const auto value = node.find(language)) text.by_language.emplace_back(language, value->text());
    }
    return text;
  }

  const std::vector<std::string>& languages_;
  std::vector<TranslatableText> texts_;
};

std::vector<TranslatableText> collected(Node node, Part part, const std::vector<std::string>& languages) {
  TextCollector collector(languages);
  collector.collect(node, part);
  return std::move(collector).take();
}

}  // namespace

std::vector<TranslatableText> translatable_texts(const NodeTree& tree,
                                                 const std::vector<std::string>& languages) {
  return collected(tree.root(), Part::bank, languages);
}

std::vector<TranslatableText> texts_of_item(Node item, const std::vector<std::string>& languages) {
  return collected(item, Part::items, languages);
}

std::vector<TranslatableText> texts_of_scale(Node scale, const std::vector<std::string>& languages) {
  return collected(scale, Part::scales, languages);
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool is_inside = false;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += !is_space && !is_inside;
    is_inside = !is_space;
  }
  return words;
}

}  // namespace assessment
