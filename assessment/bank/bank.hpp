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
#include "assessment/base/ids.hpp"
#include "assessment/base/rational.hpp"
#include "assessment/base/text.hpp"

namespace assessment {

// The answer "I am not sure" of an item with `not_sure: true`.
inline const OptionId not_sure_option{"not_sure"};

// Something a person can choose: a point of a scale or an option of an item.
struct Option {
  OptionId id{};
  LocalizedText label{};
  Rational score{};  // >= 0; an option with `correct` has 1 or 0
  bool is_correct = false;
  bool is_not_applicable = false;  // leaves numerator and denominator
  bool is_exclusive = false;       // of a multiple item: clears the others

  bool operator==(const Option&) const = default;
};

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

enum class Measure { self, knowledge };

// How right a `multiple` answer has to be.
enum class Credit { all, partial };

struct RatingItem {
  std::size_t scale = 0;  // index into QuestionBank::scales

  bool operator==(const RatingItem&) const = default;
};

struct SingleItem {
  std::vector<Option> options{};

  bool operator==(const SingleItem&) const = default;
};

struct MultipleItem {
  std::vector<Option> options{};
  Credit credit = Credit::all;

  bool operator==(const MultipleItem&) const = default;
};

using ItemType = std::variant<RatingItem, SingleItem, MultipleItem>;

struct Item {
  ItemId id{};
  std::size_t domain = 0;  // index into QuestionBank::domains
  LocalizedText prompt{};
  LocalizedText hint{};      // empty: none
  LocalizedText why{};       // why we ask; empty: none
  LocalizedText error{};     // said when a required answer is missing; empty: the interface's own
  LocalizedText feedback{};  // empty: none
  Measure measure = Measure::self;
  int weight = 1;       // 1 .. 1000
  std::string group{};  // for the rules that need it; empty: none
  Condition show_if{};  // empty: always
  bool is_required = true;
  bool has_not_sure = false;
  std::vector<std::string> tags{};
  ItemType type{};

  bool operator==(const Item&) const = default;
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

  bool operator==(const QuestionBank&) const = default;
};

// What a person can choose of an item, in file order: the scale's points or the item's
// own options, without the "not sure" that `has_not_sure` adds.
std::span<const Option> options_of(const QuestionBank& bank, const Item& item);

// The option of that id; null where there is none (and for not_sure_option).
const Option* find_option(const QuestionBank& bank, const Item& item, const OptionId& id);

// Index into the bank's items, roles; none where there is none of that id.
std::optional<std::size_t> find_item(const QuestionBank& bank, const ItemId& id);
const Role* find_role(const QuestionBank& bank, const RoleId& id);

// The most an answer to `item` can score, before its weight. 0 where every option is not applicable.
Rational highest_score(const QuestionBank& bank, const Item& item);

// The section of the item at this index; null in a bank without sections.
const Section* section_of(const QuestionBank& bank, std::size_t item);

// The levels a domain's result is named by: those of its rule, else the bank's.
const std::vector<Level>& levels_of(const QuestionBank& bank, const Domain& domain);

// "ID@VERSION", as records name their bank.
std::string bank_name(const QuestionBank& bank);

}  // namespace assessment
