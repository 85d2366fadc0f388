// Which levels can be reached at all: tried out on every combination of answers.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "assessment/bank/schema_parts.hpp"

namespace assessment {
namespace {

// Beyond this many (points, possible) pairs a domain is fine-grained enough to take for granted.
constexpr std::size_t most_sums = 20'000;

struct Sum {
  Rational points{};
  Rational possible{};
};
struct BySum {
  bool operator()(const Sum& a, const Sum& b) const {
    return a.possible < b.possible || (a.possible == b.possible && a.points < b.points);
  }
};
using Sums = std::set<Sum, BySum>;

// The shares of its highest score that an answer of several parts can have.
std::vector<Rational> shares(const Item& item) {
  const auto up_to = [](std::size_t parts) {
    std::vector<Rational> all;
    for (std::size_t i = 0; i <= parts; ++i) all.push_back(Rational(static_cast<unsigned long>(i), parts));
    return all;
  };
  if (const auto* multiple = std::get_if<MultipleItem>(&item.type)) {
    const auto right = std::ranges::count_if(multiple->options, &Option::is_correct);
    if (multiple->credit == Credit::partial) return up_to(static_cast<std::size_t>(right));
  } else if (const auto* order = std::get_if<OrderItem>(&item.type)) {
    if (order->credit == Credit::pairs) return up_to(order->options.size() - 1);
  } else if (const auto* match = std::get_if<MatchItem>(&item.type)) {
    std::vector<Rational> all = up_to(match->lefts.size());
    all.erase(all.end() - 2);  // with all but one in place, the last one is too
    if (match->credit == Credit::partial) return all;
  }
  return {0, 1};
}

// What one step, or an item that takes one option, can add.
Sums choices(const QuestionBank& bank, const Item& item, std::size_t step) {
  Sums results;
  Rational highest = 0;
  for (const Option& option : options_of(bank, item, step)) {
    if (!option.is_not_applicable) highest = std::max(highest, option.score);
  }
  for (const Option& option : options_of(bank, item, step)) {
    results.insert(option.is_not_applicable ? Sum{} : Sum{item.weight * option.score, item.weight * highest});
  }
  return results;
}

// All sums of one of `a` and one of `b`.
Sums added(const Sums& a, const Sums& b) {
  Sums sums;
  for (const Sum& one : a) {
    for (const Sum& other : b) sums.insert({one.points + other.points, one.possible + other.possible});
    if (sums.size() > most_sums) break;
  }
  return sums;
}

// What one item can add to a domain's sums, one entry for each different answer.
Sums contributions(const QuestionBank& bank, const Item& item) {
  if (is_note(item)) return {Sum{}};
  Sums results;
  const Rational highest = item.weight * highest_score(bank, item);
  if (takes_one_option(item) || std::holds_alternative<TaskItem>(item.type)) {
    results.insert(Sum{});
    for (std::size_t step = 0; step < steps_of(item); ++step) {
      results = added(results, choices(bank, item, step));
    }
  } else {
    for (const Rational& share : shares(item)) results.insert({share * highest, highest});
  }
  if (item.has_not_sure) results.insert(item.measure == Measure::self ? Sum{} : Sum{0, highest});
  return results;
}

// All (points, possible) of a measure's items; empty where there are too many to try.
Sums all_sums(const QuestionBank& bank, std::size_t domain, Measure measure) {
  Sums sums{Sum{}};
  for (const Item& item : bank.items) {
    if (item.domain != domain || item.measure != measure) continue;
    sums = added(sums, contributions(bank, item));
    if (sums.size() > most_sums) return {};
  }
  return sums;
}

// Whether the bank's levels are what the rule's results are named by.
bool is_by_percent(RuleKind kind) {
  return kind == RuleKind::percent || kind == RuleKind::percent_of_groups;
}

void mark(std::vector<bool>& attained, const std::vector<Level>& levels, const Rational& value) {
  std::size_t level = 0;
  while (level + 1 < levels.size() && value >= levels[level + 1].from) ++level;
  attained[level] = true;
}

bool is_complete(const std::vector<bool>& attained) {
  return std::ranges::all_of(attained, [](bool is) { return is; });
}

// One flag a level of the bank: can any answers to any domain reach it?
std::vector<bool> attained_percent_levels(const QuestionBank& bank) {
  std::vector<bool> attained(bank.levels.size(), false);
  bool is_any_by_percent = false;
  for (std::size_t domain = 0; domain < bank.domains.size(); ++domain) {
    if (!is_by_percent(bank.domains[domain].rule.kind)) continue;
    is_any_by_percent = true;
    for (const Measure measure : {Measure::self, Measure::knowledge}) {
      const Sums sums = all_sums(bank, domain, measure);
      if (sums.empty()) return std::vector<bool>(bank.levels.size(), true);
      for (const Sum& sum : sums) {
        if (sum.possible > 0) mark(attained, bank.levels, 100 * sum.points / sum.possible);
      }
      if (is_complete(attained)) return attained;
    }
  }
  return is_any_by_percent ? attained : std::vector<bool>(bank.levels.size(), true);
}

// The same for the levels of a `sum` rule, which asks for an answer to every item.
std::vector<bool> attained_point_levels(const QuestionBank& bank, std::size_t domain) {
  const std::vector<Level>& levels = bank.domains[domain].rule.levels;
  std::vector<bool> attained(levels.size(), false);
  for (const Measure measure : {Measure::self, Measure::knowledge}) {
    const Sums sums = all_sums(bank, domain, measure);
    if (sums.empty()) return std::vector<bool>(levels.size(), true);
    const Rational most = sums.rbegin()->possible;
    for (const Sum& sum : sums) {
      if (sum.possible == most && most > 0) mark(attained, levels, sum.points);
    }
  }
  return attained;
}

void report(Node list, const std::vector<Level>& levels, const std::vector<bool>& attained,
            Diagnostics& faults) {
  const auto entries = list.elements();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (attained[i]) continue;
    faults.push_back(entries[i].error(
        "level-unattainable", fmt::format("no answers can attain the level '{}'", levels[i].id.text)));
  }
}

}  // namespace

void check_levels_attainable(Node levels, BankDraft& draft) {
  const QuestionBank& bank = draft.bank;
  report(levels, bank.levels, attained_percent_levels(bank), draft.faults);
  for (std::size_t domain = 0; domain < bank.domains.size(); ++domain) {
    if (bank.domains[domain].rule.kind != RuleKind::sum) continue;
    for (const Node::Pair& pair : draft.rule_nodes[domain].pairs()) {
      if (pair.key.text() != "levels") continue;
      report(pair.value, bank.domains[domain].rule.levels, attained_point_levels(bank, domain), draft.faults);
    }
  }
}

}  // namespace assessment
