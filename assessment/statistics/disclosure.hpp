// From exact sums to figures that may be shown to people who must not learn about any one person.
//
// Groups under the minimum say nothing; small counts are withheld; all other counts and totals are rounded,
// each on its own; means need enough people. What could be worked out by subtraction is withheld as well,
// and an audit makes sure that it is enough. With a ledger, nothing is shown that differs by a few people
// from what was shown before. Source: docs/disclosure.md.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "assessment/base/expected.hpp"
#include "assessment/statistics/disclosed_tables.hpp"
#include "assessment/statistics/ledger.hpp"

namespace assessment {

// What was asked for, beyond the figures.
struct DisclosureQuestion {
  Grouping grouping{};
  std::vector<RecordFilter> filter{};
  PeopleByCell people{};  // everyone in the files, with or without the filter
  std::string today{};    // "2026-11-22": the day that rows are published
};

// The tables of one report by itself. Refuses Protection::off under a policy that does not allow it
// ("exact-refused"). Precondition: `aggregate` was filled under `grouping`; the policy's numbers are at
// least 1.
Expected<DisclosedTables> disclose(const Aggregate& aggregate, const Grouping& grouping,
                                   const DisclosurePolicy& policy, Protection protection = Protection::on);

// The protected tables of one report of many; what it publishes is added to `ledger`. Refuses a filter
// that sets a few people apart from everyone or from figures that were published before
// ("filter-refused"); the ledger is then as it was. Precondition: as above, and `aggregate` is of the people
// of the question who pass its filter.
Expected<DisclosedTables> disclose(const Aggregate& aggregate, const DisclosureQuestion& question,
                                   const DisclosurePolicy& policy, Ledger& ledger);

}  // namespace assessment
