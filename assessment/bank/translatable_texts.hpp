// All that a bank says to a person, with its place: found by its keys, so that an item type that is
// added later is covered from its first day.
#pragma once

#include <string>
#include <vector>

#include "assessment/bank/node.hpp"
#include "assessment/base/text.hpp"

namespace assessment {

// What a text is for; where it stands on the screen follows from this.
enum class TextKind {
  bank_title,
  about,  // of the bank
  before_you_start,
  after,
  role_label,
  level_label,
  section_title,
  domain_title,
  domain_about,
  resource_title,
  resource_text,
  prompt,  // also of a step of a task
  note,    // the prompt of a note, which asks nothing
  hint,
  why,
  error,
  feedback,
  option_label,  // also a point of a scale, or one side of a pair
  other          // of a scene, of an image
};

struct TranslatableText {
  TextKind kind = TextKind::other;
  Node at;
  LocalizedText text{};  // in the order of the bank's languages
};

// Those of a whole bank, in file order. Precondition: parse_bank accepted the tree.
std::vector<TranslatableText> translatable_texts(const NodeTree& tree,
                                                 const std::vector<std::string>& languages);

// Those of one item, likewise.
std::vector<TranslatableText> texts_of_item(Node item, const std::vector<std::string>& languages);

// The points of one scale, likewise.
std::vector<TranslatableText> texts_of_scale(Node scale, const std::vector<std::string>& languages);

// What stands between white space.
std::size_t count_words(std::string_view text);

}  // namespace assessment
