// Many records added up: counts and integer sums per group, domain and item.
//
// Plain data that can be cut anywhere: adding records in any order, to any number
// of aggregates, and merging these in any order gives the same value. merge() is
// associative and commutative, and the empty Aggregate changes nothing. Unprotected:
// what may be shown of it is for disclose() alone to say.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/results/batch_reader.hpp"

namespace assessment {

// What records can be grouped and filtered by.
enum class Dimension { role, site, period, campaign, bank_version };

// "role", "site", "period", "campaign", "bank_version": the spelling of --by, CSV and JSON.
std::string_view to_text(Dimension dimension);
std::optional<Dimension> parse_dimension(std::string_view text);

// A record's value along a dimension: a role's id or "*", a site's name, "2026-Q4", "ID@VERSION".
const std::string& value_of(Dimension dimension, const BatchRecord& record);

// Holds for a record whose value is one of `values`.
struct RecordFilter {
  Dimension dimension = Dimension::role;
  std::vector<std::string> values{};

  bool operator==(const RecordFilter&) const = default;
};

// The finest division there is: a record's value along every Dimension, in their order.
using PeopleCell = std::array<std::string, 5>;
using PeopleByCell = std::map<PeopleCell, std::int64_t>;
PeopleCell cell_of(const BatchRecord& record);

// True when every condition holds; no condition holds for everyone.
bool passes(const std::vector<RecordFilter>& filter, const BatchRecord& record);
bool passes(const std::vector<RecordFilter>& filter, const PeopleCell& cell);

enum class ItemCounting { off, on };

struct Grouping {
  std::vector<Dimension> dimensions{};  // each at most once; empty: everyone is one group
  ItemCounting items = ItemCounting::off;

  bool operator==(const Grouping&) const = default;
};

// A group is named by its values along the dimensions of a Grouping. Groups of different banks, or of
// different major versions of one, are never added up: there the same id may mean something else.
struct GroupKey {
  std::string series{};               // "ID@MAJOR" of the bank
  std::vector<std::string> values{};  // in the order of Grouping::dimensions

  auto operator<=>(const GroupKey&) const = default;
  bool operator==(const GroupKey&) const = default;
};

// "ward-basics@1.4.0" -> "ward-basics@1"
std::string series_of(std::string_view bank_name);

// The group that a record is counted in.
GroupKey key_of(const Grouping& grouping, const BatchRecord& record);
GroupKey key_of(const Grouping& grouping, const PeopleCell& cell);

using CountsById = std::map<std::string, std::int64_t>;

// Percentages of some people, in tenths (0 .. 1000). 64 bits hold the squares of 9 * 10^12 people.
struct Moments {
  std::int64_t people = 0;
  std::int64_t sum = 0;
  std::int64_t sum_of_squares = 0;

  bool operator==(const Moments&) const = default;
};

struct DomainFigures {
  Moments self{};       // of people with a percentage
  Moments knowledge{};  // of people with a knowledge percentage
  CountsById levels{};
  CountsById attained{};
  std::int64_t too_few_answers = 0;  // people who were asked, but whose answers give no result

  bool operator==(const DomainFigures&) const = default;
};

struct ItemFigures {
  std::int64_t people = 0;   // whose record has an answer
  std::int64_t several = 0;  // of these, with an answer of several parts: then `answers` add up to more
  CountsById answers{};      // people by what they chose; a typed number is counted in `people` only

  bool operator==(const ItemFigures&) const = default;
};

struct GroupFigures {
  std::int64_t people = 0;
  DomainFigures overall{};
  std::map<std::string, DomainFigures> domains{};
  std::map<std::string, ItemFigures> items{};  // empty with ItemCounting::off

  bool operator==(const GroupFigures&) const = default;
};

struct Aggregate {
  std::map<GroupKey, GroupFigures> groups{};

  bool operator==(const Aggregate&) const = default;
};

// Counts `times` people who gave the same answer.
void add_answer(ItemFigures& figures, const RecordedAnswer& answer, std::int64_t times);

// Counts one record. Precondition: `grouping` is the one of all records in `aggregate`, and
// percentages are 0 .. 1000 tenths, as every reader of batches makes sure.
void add(Aggregate& aggregate, const Grouping& grouping, const BatchRecord& record);

// Adds up two aggregates of one grouping.
void merge(Aggregate& into, const Aggregate& other);

// The same people in coarser groups: those who pass the filter, under `grouping`. Precondition: `finest` was
// filled under every Dimension, in their order, and with ItemCounting::on where `grouping` wants items. Equal
// to what add() gives under `grouping` for the records that pass.
Aggregate regroup(const Aggregate& finest, const Grouping& grouping, const std::vector<RecordFilter>& filter);

// The grouping that regroup() starts from, items counted.
Grouping finest_grouping();

// Everyone in all groups.
std::int64_t count_people(const Aggregate& aggregate);

}  // namespace assessment
