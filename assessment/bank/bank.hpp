// A question bank: what is asked, of whom, how answers become levels, and what a
// person is told to do next. Plain data; valid once parse_bank has made it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "assessment/bank/expression.hpp"
#include "assessment/bank/item.hpp"
#include "assessment/base/ids.hpp"
#include "assessment/base/rational.hpp"
#include "assessment/base/text.hpp"

namespace assessment {

struct Scale {
  ScaleId id{};
  std::vector<Option> points{};

  bool operator==(const Scale&) const = default;
};

struct Role {
  RoleId id{};
  LocalizedText label{};

  bool operator==(const Role&) const = default;
};

struct Level {
  LevelId id{};
  Rational from{};  // lower bound, inclusive, percent; the first level's is 0
  LocalizedText label{};

  bool operator==(const Level&) const = default;
};

struct Resource {
  LevelId level{};
  LocalizedText title{};
  std::string url{};       // https
  std::string owner{};     // empty: not said
  std::string licence{};   // empty: not said
  std::string reviewed{};  // empty: not said
  LocalizedText text{};    // what to print where the address is blocked; empty: none
  int minutes = 0;         // 0: not said

  bool operator==(const Resource&) const = default;
};

enum class RuleKind {
  percent,
  percent_of_groups,
  sum,
  all_of,
  one_per_group,
  pass_mark,
  ordinal,
  capped_floor
};

// What an answer has to reach: the score of the option with this id, or this score.
using Reach = std::variant<OptionId, Rational>;

// How a domain's answers become its result: one struct for all rules, of which each reads its own keys.
struct Rule {
  RuleKind kind = RuleKind::percent;
  Rational minimum_answered{1, 2};  // 0 .. 1, share of a domain's shown items
  std::vector<Level> levels{};      // sum: lower bounds in points
  Reach reach{};                    // all_of, one_per_group
  std::vector<ItemId> items{};      // all_of: these only; empty: all of the domain
  Rational from{};                  // pass_mark: percent, 0 .. 100
  Rational step{1};                 // capped_floor: points a step, above 0
  int cap = 0;                      // capped_floor: the highest step

  bool operator==(const Rule&) const = default;
};

struct Domain {
  DomainId id{};
  LocalizedText title{};
  LocalizedText about{};
  Rule rule{};          // its own, else the bank's
  Condition only_if{};  // empty: always
  std::vector<Resource> resources{};

  bool operator==(const Domain&) const = default;
};

// Items that stand together where the page order differs from that of the domains.
struct Section {
  std::string id{};
  LocalizedText title{};
  Condition only_if{};               // empty: always
  std::vector<std::size_t> items{};  // indices into QuestionBank::items, in page order

  bool operator==(const Section&) const = default;
};

// What a role asks of a domain.
struct ProfileEntry {
  RoleId role{};
  DomainId domain{};
  std::size_t level = 0;  // index into levels_of the domain

  bool operator==(const ProfileEntry&) const = default;
};

enum class OverallRule { mean_of_domains, pooled, lowest_domain, none };

struct QuestionBank {
  std::string id{};       // kebab-case
  std::string version{};  // SemVer
  std::string sha256{};   // of the file's bytes, hexadecimal
  LocalizedText title{};
  LocalizedText about{};
  std::vector<std::string> languages{};              // the first is the fallback
  std::vector<std::string> unvalidated_languages{};  // translations nobody has validated yet
  std::string licence{};
  std::string credits{};
  std::string audience{};
  int minutes = 0;  // told to the person before they start
  LocalizedText before_you_start{};
  LocalizedText after{};
  std::vector<Role> roles{};
  std::vector<Scale> scales{};
  std::vector<Level> levels{};  // ascending, at least one
  OverallRule overall = OverallRule::mean_of_domains;
  std::vector<Domain> domains{};
  std::vector<ProfileEntry> profiles{};
  std::vector<Item> items{};              // of all domains, in the order of the file
  std::vector<Section> sections{};        // empty: the domains are the sections
  std::vector<std::size_t> page_order{};  // every index into items once
  std::vector<ItemId> retired{};          // ids that earlier versions used, and no item may use again
  std::vector<std::size_t> id_order{};    // the same, sorted by the items' ids: what find_item searches

  bool operator==(const QuestionBank&) const = default;
};

// What a person can choose of an item, in file order: the scale's points, the item's own options
// or its scene's regions, without the "not sure" that `has_not_sure` adds. Of a task the options of
// one step; of a match the left list. Empty for number and note.
// Precondition: step < steps_of(item).
std::span<const Option> options_of(const QuestionBank& bank, const Item& item, std::size_t step = 0);

// The option of that id; null where there is none (and for not_sure_option).
const Option* find_option(const QuestionBank& bank, const Item& item, const OptionId& id,
                          std::size_t step = 0);

// Index into the bank's items, roles; none where there is none of that id.
std::optional<std::size_t> find_item(const QuestionBank& bank, const ItemId& id);
const Role* find_role(const QuestionBank& bank, const RoleId& id);

// The most an answer to `item` can score, before its weight. 0 where every option is not applicable, and
// for a note.
Rational highest_score(const QuestionBank& bank, const Item& item);

// The section of the item at this index; null in a bank without sections.
const Section* section_of(const QuestionBank& bank, std::size_t item);

// The levels a domain's result is named by: those of its rule, else the bank's.
const std::vector<Level>& levels_of(const QuestionBank& bank, const Domain& domain);

// Prepares what looks things up: Item::index, Item::section and id_order. parse_bank calls it when all
// items and sections are known.
void index_items(QuestionBank& bank);

// "ID@VERSION", as records name their bank.
std::string bank_name(const QuestionBank& bank);

}  // namespace assessment
