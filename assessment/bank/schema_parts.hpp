// The parts that parse_bank is made of; of no use to anyone else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/bank/fields.hpp"

namespace assessment {

// The bank under construction and what was wrong so far.
struct BankDraft {
  QuestionBank bank{};
  Diagnostics faults{};
  std::vector<Node> rule_nodes{};    // one a domain: where its rule is written
  std::vector<Node> domain_nodes{};  // one a domain
  std::vector<Node> item_nodes{};    // one an item
};

// A translatable text: a plain string stands for the fallback language, a map for all it names.
// Reports each declared language that is missing and each undeclared one.
LocalizedText read_localized(Node node, std::string_view what, BankDraft& draft);

// The same for a key that may be absent: an empty text then.
LocalizedText optional_text(const Fields& fields, std::string_view key, BankDraft& draft);
LocalizedText required_text(const Fields& fields, std::string_view key, BankDraft& draft);

// What the format reserves for later.
Diagnostic not_supported_yet(Node node, std::string_view what);

// Reports ids that occur twice, at the second place.
class UniqueIds {
 public:
  explicit UniqueIds(std::string_view what) : what_(what) {}
  void add(const std::string& id, Node at, Diagnostics& faults);

 private:
  std::string what_;
  std::unordered_set<std::string> seen_;
};

// schema_items.cpp
std::vector<Scale> read_scales(Node node, BankDraft& draft);
void read_items(Node list, std::size_t domain, UniqueIds& ids, BankDraft& draft);

// schema_scoring.cpp
enum class LevelBounds { percent, points };
std::vector<Level> read_levels(Node list, LevelBounds bounds, BankDraft& draft);
enum class RulePlace { bank, domain };
Rule read_rule(Node node, RulePlace place, BankDraft& draft);
void read_profiles(Node node, BankDraft& draft);
// What a rule asks of the items, once all of them are known.
void check_rules(BankDraft& draft);

// schema_routing.cpp
// Sections, the page order, and all conditions; once items and domains are known.
void read_routing(const Fields& bank_fields, BankDraft& draft);

// reachable.cpp: reports conditions that can never be true, items no path can reach, and roles that are
// asked nothing.
void check_reachable(BankDraft& draft, Node roles);

// attainable.cpp: reports each level that no answers can attain, at its entry in the list.
void check_levels_attainable(Node levels, BankDraft& draft);

}  // namespace assessment
