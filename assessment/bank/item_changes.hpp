// The parts that changes_between is made of; of no use to anyone else.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/bank/changes.hpp"

namespace assessment {

class ChangeList {
 public:
  // `fallback` is the language that carries the meaning.
  explicit ChangeList(std::string fallback) : fallback_(std::move(fallback)) {}

  void add(VersionStep step, std::string place, std::string text);

  // Adds "the WHAT changed: 'BEFORE' is now 'AFTER'" when they differ.
  void compare(VersionStep step, const std::string& place, std::string_view what, const std::string& before,
               const std::string& after);

  // The same for a translatable text: `step` for the fallback language, a patch for the others, and for
  // changes of spaces, case and punctuation only.
  void compare(VersionStep step, const std::string& place, std::string_view what, const LocalizedText& before,
               const LocalizedText& after);

  std::vector<Change> take() { return std::move(changes_); }

 private:
  std::string fallback_;
  std::vector<Change> changes_;
};

// "DOMAIN/ITEM".
std::string place_of(const QuestionBank& bank, const Item& item);

// One item in its bank.
struct ItemIn {
  const QuestionBank& bank;
  const Item& item;
};
void compare_items(ChangeList& list, const ItemIn& before, const ItemIn& after);

}  // namespace assessment
