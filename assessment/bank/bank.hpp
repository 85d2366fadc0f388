// A question bank: what is asked, of whom, how answers become levels, and what a
// person is told to do next. Plain data; valid once parse_bank has made it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

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
  int weight = 1;  // 1 .. 1000
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

struct Domain {
  DomainId id{};
  LocalizedText title{};
  LocalizedText about{};
  std::vector<Resource> resources{};

  bool operator==(const Domain&) const = default;
};

enum class OverallRule { mean_of_domains, pooled, lowest_domain, none };

struct Scoring {
  Rational minimum_answered{1, 2};  // 0 .. 1, share of a domain's shown items
  OverallRule overall = OverallRule::mean_of_domains;

  bool operator==(const Scoring&) const = default;
};

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
  Scoring scoring{};
  std::vector<Domain> domains{};
  std::vector<Item> items{};  // of all domains, in the order of the file

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

// "ID@VERSION", as records name their bank.
std::string bank_name(const QuestionBank& bank);

}  // namespace assessment
