// Which groups of a report may be shown, given each other and what was published before.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "assessment/statistics/counting_rules.hpp"
#include "assessment/statistics/disclosure.hpp"

namespace assessment {

enum class GroupChoice {
  fresh,      // today's figures
  as_before,  // the row that was published last, marked with its day
  withheld
};

// A group that a report could show; the first of them is everyone.
struct GroupCandidate {
  PeopleSet who{};
  std::int64_t people = 0;   // exact
  PublishedFigure figure{};  // of its size, by itself
  Bounds size{};             // what a reader knows of it at best
  DisclosedGroup shown{};    // if fresh
  Suppressed suppressed{};   // if fresh
  GroupChoice choice = GroupChoice::fresh;
};

// The campaigns of those who pass the filter; with no records known, none.
std::set<std::string> campaigns_of(const DisclosureQuestion& question);

// Turns fresh choices into others, in four steps, each of which is a rule of docs/disclosure.md: what is too
// near to a published row is shown as before; a group too near to everyone is withheld; a single withheld
// group takes the next smallest with it; the audit withholds more until no withheld group's size can be told
// within rules.least_width(), with all published rows that nobody has joined since taken into account.
// Refuses a filter ("filter-refused").
Outcome choose_groups(std::vector<GroupCandidate>& candidates, const DisclosureQuestion& question,
                      const CountingRules& rules, const Ledger& ledger);

}  // namespace assessment
