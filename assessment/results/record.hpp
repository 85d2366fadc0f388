// What is kept of one visit. Look at what is missing: no id, no day, no time, no
// device, no order, no settings. docs/result_format.md lists every field.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/base/crypto.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/session/session.hpp"

namespace assessment {

// The role of a record whose group was too small to be named.
inline constexpr const char* grouped_role = "*";

using Counts = std::vector<std::pair<std::string, int>>;  // level id, how often it was chosen

struct RecordedDomain {
  std::string id{};
  std::optional<int> percent_tenths{};  // 0 .. 1000, cut off; empty: too few answers
  std::optional<std::string> level{};   // empty: too few answers
  std::optional<int> answered{};        // both empty in a record of grouped_role
  std::optional<int> asked{};
  std::optional<int> knowledge_tenths{};  // empty: no knowledge items, or too few answers
  // Only where the domain's rule gives them (all_of, one_per_group, pass_mark; capped_floor; ordinal):
  std::optional<std::string> attained{};
  std::optional<int> steps{};
  std::optional<Counts> counts{};

  bool operator==(const RecordedDomain&) const = default;
};

struct RecordedNumber {
  std::string decimal{};  // as to_decimal writes it

  bool operator==(const RecordedNumber&) const = default;
};

using IdList = std::vector<std::string>;                         // multiple, order, task
using IdMap = std::vector<std::pair<std::string, std::string>>;  // match: left, right
using RecordedAnswer = std::variant<std::string, IdList, IdMap, RecordedNumber, bool>;  // bool: "ITEM.flag"

struct ResultRecord {
  std::string bank{};                     // "ID@VERSION"
  std::string role{};                     // a role's id, or grouped_role
  std::vector<RecordedDomain> domains{};  // in the order of the bank
  std::optional<int> overall_tenths{};
  std::optional<std::string> overall_level{};
  std::vector<std::pair<std::string, RecordedAnswer>> answers{};  // in the order of the bank
  std::optional<std::string> link{};                              // only with a link key
  // Only where the campaign records languages, and only until the record leaves the pool: a batch counts
  // them.
  std::optional<std::string> language{};

  bool operator==(const ResultRecord&) const = default;
};

// What a record holds of three words: their BLAKE2b-256 under `key`, in hexadecimal. Whoever has not the key
// cannot try words out.
std::string link_of(const LinkCode& code, const SecretKey& key);

// Answers to items on the route only; percentages in tenths, cut off. Without `link` and `language`.
// Precondition: `session` was started on `bank`, and `score` is its score.
ResultRecord make_record(const QuestionBank& bank, const Session& session, const Score& score);

}  // namespace assessment
