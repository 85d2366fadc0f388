// The parts that reading an item is made of; of no use to anyone else.
#pragma once

#include <string_view>
#include <vector>

#include "assessment/bank/schema_parts.hpp"

namespace assessment {

// How the options of one list say what they are worth.
enum class Worth {
  by_score,    // a scale: every point a score, or not applicable
  by_either,   // single: a score each, or `correct` on one
  by_correct,  // multiple: `correct` on some
  by_place,    // order: by where the person puts them
};

// schema_options.cpp
std::vector<Option> read_options(Node list, Worth worth, BankDraft& draft);
OptionId read_option_id(const Fields& fields, BankDraft& draft);
// An optional boolean; absent is false.
bool read_flag(const Fields& fields, std::string_view key, BankDraft& draft);

// schema_scenes.cpp: the scene, and its regions as the options to choose from.
struct SceneDraft {
  Scene scene{};
  std::vector<Option> options{};
};
SceneDraft read_scene(Node node, BankDraft& draft);

// schema_types.cpp: what one type of item has beside what every item has.
struct TypeReader {
  std::string_view word;
  std::vector<std::string_view> keys;
  ItemType (*read)(const Fields&, BankDraft&);
};
const std::vector<TypeReader>& type_readers();

}  // namespace assessment
