// What an export leaves behind, named at its place in the bank. Of no use outside of the exporters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/bank/node.hpp"

namespace assessment {

// What an item may have beside its question and its answers.
enum class ItemPart {
  show_if,
  hint,
  why,
  error,
  feedback,
  image,
  weight,
  group,
  tags,
  sureness,
  not_sure,
  may_be_skipped,
  shuffle,
  self_measure,
  exclusive,
  not_applicable,
};

class ExportNotes {
 public:
  // Both must outlive it.
  ExportNotes(const QuestionBank& bank, const NodeTree& tree);

  // A part of the item that stays behind, or the whole item.
  void drop(const Item& item, std::string text) { add(item, "part-not-carried", std::move(text)); }
  void skip(const Item& item, std::string text) { add(item, "question-not-carried", std::move(text)); }

  // Names each part that the item has and `carried` lacks.
  void drop_parts(const Item& item, const std::vector<ItemPart>& carried);
  // Names the other languages, and each key of the bank and of its domains that it has and `carried_keys`
  // lacks.
  void drop_bank_parts(std::string_view language, const std::vector<std::string_view>& carried_keys);

  Diagnostics take_losses() && { return std::move(losses_); }

 private:
  void add(const Item& item, std::string code, std::string text);

  const QuestionBank& bank_;
  Node root_;
  std::vector<Node> items_{};  // as the bank's
  Diagnostics losses_{};
};

}  // namespace assessment
