// A bank tried out on synthetic people whose true levels are known.
//
// Every visit goes through the real engine: routing, scoring, levels; no files. What is counted are whole
// numbers and exact fractions, so that equal seeds give equal results on every platform.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/base/rational.hpp"
#include "assessment/statistics/aggregate.hpp"
#include "assessment/statistics/synthetic_person.hpp"

namespace assessment {

struct BankSimulationPlan {
  std::int64_t respondents = 0;  // 1 .. 10,000,000
  std::uint64_t seed = 0;
  double noise = usual_noise;  // 0 .. 1; 0: everyone answers as they stand

  bool operator==(const BankSimulationPlan&) const = default;
};

// Visits, of respondents.
struct SimulatedItem {
  ItemId id{};
  std::int64_t shown = 0;
  std::int64_t answered = 0;        // of these; not applicable and not sure are answers
  std::int64_t not_applicable = 0;  // of the answers, those that do not count
  std::int64_t not_sure = 0;        // of the answers; on a self-rating not applicable as well

  bool operator==(const SimulatedItem&) const = default;
};

struct SimulatedOutcome {
  std::string id{};              // of a level, an attained value or a number of steps: see outcomes_of
  std::int64_t people = 0;       // who got it
  std::int64_t true_people = 0;  // of those with a true outcome, who should have

  bool operator==(const SimulatedOutcome&) const = default;
};

// One measure of one domain, or the overall result.
struct SimulatedResult {
  int items = 0;                             // the bank has; 0 for the overall result
  std::int64_t asked = 0;                    // people who were shown any of them
  Moments percent{};                         // in tenths cut off, of people who have a percentage
  std::vector<SimulatedOutcome> outcomes{};  // from the lowest; empty: the rule gives none
  std::int64_t without_outcome = 0;          // of `asked`: too few answers, undetermined
  std::int64_t compared = 0;                 // people with an outcome and a true one
  std::int64_t misclassified = 0;            // of these, whose two differ
  std::int64_t complete = 0;                 // people who answered every one of the items
  std::optional<Rational> alpha{};           // of the complete; none: see AlphaSums

  bool operator==(const SimulatedResult&) const = default;
};

struct SimulatedDomain {
  DomainId id{};
  std::optional<SimulatedResult> self{};       // empty: the domain has no self item
  std::optional<SimulatedResult> knowledge{};  // empty: the domain has no knowledge item

  bool operator==(const SimulatedDomain&) const = default;
};

// Whole seconds, rounded up: the least time in which that share of the people are done.
struct SimulatedTime {
  std::int64_t median = 0;
  std::int64_t ninetieth = 0;

  bool operator==(const SimulatedTime&) const = default;
};

struct SimulatedLength {
  std::int64_t sum = 0;  // items shown, over all people
  std::int64_t least = 0, most = 0;

  bool operator==(const SimulatedLength&) const = default;
};

struct BankSimulation {
  BankSimulationPlan plan{};
  SimulatedTime time{};
  SimulatedLength length{};
  std::vector<SimulatedItem> items{};      // in the order of the bank
  std::vector<SimulatedDomain> domains{};  // in the order of the bank
  SimulatedResult overall{};               // without outcomes where the bank wants none

  bool operator==(const BankSimulation&) const = default;
};

// Plays the visits. Calls `report_visits` now and then with their number so far.
//
// A person's time is time_of_way of the items they were shown, in their language, times their pace. Their
// true outcome is what the same rules make of the same answered items when each answer is worth what the
// person's answers to it are worth on average: the true score of classical test theory, on the items of this
// visit (docs/adr/0013). Rules that ask of each item whether it reaches something, or count choices (all_of,
// one_per_group, ordinal), are given the answer of the person's standing instead.
BankSimulation simulate_bank(const QuestionBank& bank, const BankSimulationPlan& plan,
                             const std::function<void(std::int64_t)>& report_visits);

// What an author should look at, in sentences without figures that could be mistaken for exact ones:
// items (almost) nobody is shown, outcomes (almost) nobody gets, a form that takes longer than it says,
// items that do not go together (alpha under 0.6), results that are often wrong (one in four). Almost nobody:
// fewer than one in a hundred.
struct SimulationFinding {
  std::string code{};     // "item-never-shown", "item-hardly-shown", "outcome-never", "outcome-hardly",
                          // "longer-than-stated", "low-alpha", "often-misclassified"
  std::string subject{};  // "ITEM", "DOMAIN.self.OUTCOME", "DOMAIN.knowledge", "overall.LEVEL", "minutes"
  std::string text{};

  bool operator==(const SimulationFinding&) const = default;
};

std::vector<SimulationFinding> findings_of(const QuestionBank& bank, const BankSimulation& simulation);

}  // namespace assessment
