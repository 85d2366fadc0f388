// The parts that parse_bank is made of; of no use to anyone else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/bank/fields.hpp"

namespace assessment {

// The bank under construction and what was wrong so far.
struct BankDraft {
  QuestionBank bank{};
  Diagnostics faults{};
};

// A translatable text: a plain string stands for the fallback language, a map for all it names.
// Reports each declared language that is missing and each undeclared one.
LocalizedText read_localized(Node node, std::string_view what, BankDraft& draft);

// The same for a key that may be absent: an empty text then.
LocalizedText optional_text(const Fields& fields, std::string_view key, BankDraft& draft);
LocalizedText required_text(const Fields& fields, std::string_view key, BankDraft& draft);

// Reports ids that occur twice, at the second place.
class UniqueIds {
 public:
  explicit UniqueIds(std::string_view what) : what_(what) {}
  void add(const std::string& id, Node at, Diagnostics& faults);

 private:
  std::string what_;
  std::vector<std::string> seen_;
};

// schema_items.cpp
std::vector<Scale> read_scales(Node node, BankDraft& draft);
void read_items(Node list, std::size_t domain, UniqueIds& ids, BankDraft& draft);

// attainable.cpp: one flag a level: can any answers to any domain reach it?
// A domain with too many combinations to try counts as reaching everything.
std::vector<bool> attainable_levels(const QuestionBank& bank);

}  // namespace assessment
