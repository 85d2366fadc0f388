// What was published before: the memory that keeps reports from being subtracted from each other.
//
// A report says of a group how many people it has, nearly. Two reports of nearly the same people, a week or
// a filter apart, would tell of those few who make the difference. The ledger keeps of each published group
// whom it held, how many they were exactly, and what was shown; the newest of these rows can be shown again.
// It holds exact numbers: it stays with who makes the reports. Source: docs/disclosure.md.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/base/expected.hpp"
#include "assessment/statistics/aggregate.hpp"
#include "assessment/statistics/disclosed_tables.hpp"

namespace assessment {

inline constexpr std::string_view ledger_format = "skills-ledger/1";
inline constexpr std::size_t largest_ledger = std::size_t{256} * 1024 * 1024;  // bytes

// Whom a published figure is about: all whose record has one of the values along each dimension named.
struct PeopleSet {
  std::string series{};                                 // "ID@MAJOR" of the bank; empty: of any
  std::map<Dimension, std::set<std::string>> values{};  // a dimension that is missing does not matter

  bool operator==(const PeopleSet&) const = default;
};

// Those of a group under a filter; with a null key all who pass the filter.
PeopleSet people_of(const GroupKey* key, const Grouping& grouping, const std::vector<RecordFilter>& filter);

// Whether everyone in `inner` is in `outer` by what the sets say, whatever the records.
bool is_within(const PeopleSet& inner, const PeopleSet& outer);

bool holds(const PeopleSet& set, const PeopleCell& cell);

bool have_common(const std::set<std::string>& left, const std::set<std::string>& right);

// "role=clinical, site=North|South"; "everyone" without any condition.
std::string to_text(const PeopleSet& set);

struct LedgerRow {
  PeopleSet who{};
  std::set<std::string>
      campaigns{};          // that were in the files; rows without a common one have nobody in common
  std::int64_t people = 0;  // exact
  std::string as_of{};      // "2026-11-22"
  std::optional<DisclosedGroup> shown{};  // only in the newest row of `who`; its key is that of the time

  bool operator==(const LedgerRow&) const = default;
};

struct Ledger {
  std::vector<LedgerRow> rows{};  // in the order of publication

  bool operator==(const Ledger&) const = default;
};

// The newest row about `who` from files with one of `campaigns`; null: none.
const LedgerRow* find_newest(const Ledger& ledger, const PeopleSet& who,
                             const std::set<std::string>& campaigns);

// Adds a row, or renews the newest one of the same people where nobody joined or left.
void publish(Ledger& ledger, LedgerRow row);

// A ledger's file: one JSON object a line. Codes of faults: "bad-ledger".
std::string to_text(const Ledger& ledger);
Expected<Ledger> parse_ledger(std::string_view text, const std::string& file);

}  // namespace assessment
