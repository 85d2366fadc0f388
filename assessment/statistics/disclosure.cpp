#include "assessment/statistics/disclosure.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "assessment/statistics/group_choice.hpp"
#include "assessment/statistics/group_disclosure.hpp"

namespace assessment {
namespace {

void check(const DisclosurePolicy& policy) {
  assert(policy.minimum_group >= 1 && policy.suppress_below >= 1 && policy.round_to >= 1 &&
         policy.means_from >= 1);
  static_cast<void>(policy);
}

// A row for the ledger of what is shown of a candidate.
LedgerRow row_of(const GroupCandidate& candidate, const DisclosureQuestion& question,
                 const std::set<std::string>& campaigns, DisclosedGroup shown) {
  return {candidate.who, campaigns, candidate.people, question.today, std::move(shown)};
}

}  // namespace

// Makes the tables, in the order: all groups by themselves, those that may be shown, the ledger.
class Discloser {
 public:
  Discloser(const DisclosureQuestion& question, const DisclosurePolicy& policy, Protection protection,
            Ledger& ledger)
      : question_(question), rules_(policy, protection), ledger_(ledger) {
    tables_.grouping_ = question.grouping;
    tables_.policy_ = policy;
    tables_.protection_ = protection;
  }

  Expected<DisclosedTables> run(const Aggregate& aggregate) {
    std::vector<GroupCandidate> candidates = candidates_of(aggregate);
    if (!rules_.is_exact() && !are_too_few(candidates)) {
      const auto chosen = choose_groups(candidates, question_, rules_, ledger_);
      if (!chosen) return chosen.faults();
    }
    const auto campaigns = campaigns_of(question_);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (i > 0) note_suppressed(candidates[i]);
      DisclosedGroup shown = take_shown(candidates[i], campaigns);
      if (candidates[i].choice == GroupChoice::fresh && !rules_.is_exact())
        publish(ledger_, row_of(candidates[i], question_, campaigns, shown));
      if (i == 0) {
        tables_.people_ = shown.people;
        tables_.people_as_of_ = shown.as_of;
      } else {
        tables_.groups_.push_back(std::move(shown));
      }
    }
    return std::move(tables_);
  }

 private:
  // Everyone first, then each group.
  std::vector<GroupCandidate> candidates_of(const Aggregate& aggregate) {
    const std::int64_t all = count_people(aggregate);
    std::vector<GroupCandidate> candidates{
        {.who = people_of(nullptr, question_.grouping, question_.filter), .people = all}};
    GroupCandidate& everyone = candidates.front();
    // The total of nobody at all is no secret.
    everyone.figure = all == 0 ? PublishedFigure{Visibility::shown, 0} : rules_.group_size(all);
    everyone.size = rules_.known_of_group(everyone.figure);
    everyone.shown.people = everyone.figure;
    // That there are so many groups, of one person at least each, would tell how many there are of all.
    if (are_too_few(candidates)) {
      everyone.choice = GroupChoice::withheld;
      return candidates;
    }
    for (const auto& [key, figures] : aggregate.groups) {
      GroupCandidate candidate{.who = people_of(&key, question_.grouping, question_.filter),
                               .people = figures.people,
                               .figure = rules_.group_size(figures.people)};
      candidate.shown.key = key;
      candidate.size = candidate.figure.is_shown() ? known_size(figures, candidate.figure, rules_)
                                                   : rules_.known_of_group(candidate.figure);
      candidates.push_back(std::move(candidate));
    }
    narrow_by_total(candidates);
    protect_figures(candidates, aggregate);
    return candidates;
  }

  static bool are_too_few(const std::vector<GroupCandidate>& candidates) {
    return candidates.front().figure.visibility == Visibility::under_minimum;
  }

  // Each group is everyone less the others.
  static void narrow_by_total(std::vector<GroupCandidate>& candidates) {
    Bounds sum{0, 0};
    for (std::size_t i = 1; i < candidates.size(); ++i) {
      sum.low += candidates[i].size.low;
      sum.high = std::min(without_limit, sum.high + candidates[i].size.high);
    }
    Bounds total = candidates.front().size;
    total = {std::max(total.low, sum.low), std::min(total.high, sum.high)};
    for (std::size_t i = 1; i < candidates.size(); ++i) {
      Bounds& size = candidates[i].size;
      const Bounds others{sum.low - size.low,
                          sum.high >= without_limit ? without_limit : sum.high - size.high};
      size.low = std::max(size.low, others.high >= without_limit ? 0 : total.low - others.high);
      size.high = std::min(size.high, total.high - others.low);
    }
  }

  void protect_figures(std::vector<GroupCandidate>& candidates, const Aggregate& aggregate) const {
    auto candidate = candidates.begin();
    if (!candidate->figure.is_shown()) candidate->choice = GroupChoice::withheld;
    for (const auto& [key, figures] : aggregate.groups) {
      ++candidate;
      auto group = candidate->figure.is_shown()
                       ? disclose_group(key, figures, candidate->figure, candidate->size, rules_)
                       : std::nullopt;
      if (group) {
        candidate->shown = std::move(group->group);
        candidate->suppressed = group->suppressed;
        continue;
      }
      candidate->choice = GroupChoice::withheld;
      if (candidate->figure.is_shown()) candidate->figure = {Visibility::hidden, 0};
    }
  }

  // What is shown of a candidate; its own figures leave it.
  DisclosedGroup take_shown(GroupCandidate& candidate, const std::set<std::string>& campaigns) const {
    if (candidate.choice == GroupChoice::withheld) {
      const bool was_shown = candidate.figure.is_shown();
      return {.key = candidate.shown.key,
              .people = was_shown ? PublishedFigure{Visibility::hidden, 0} : candidate.figure};
    }
    if (candidate.choice == GroupChoice::as_before) {
      const LedgerRow& row = *find_newest(ledger_, candidate.who, campaigns);
      DisclosedGroup shown = *row.shown;
      shown.key = candidate.shown.key;
      shown.as_of = row.as_of;
      if (question_.grouping.items == ItemCounting::off) shown.items.clear();
      return shown;
    }
    return std::move(candidate.shown);
  }

  void note_suppressed(const GroupCandidate& candidate) {
    Suppressed& all = tables_.suppressed_;
    if (candidate.choice == GroupChoice::withheld) {
      const bool is_small = candidate.people < rules_.policy().minimum_group;
      (is_small ? all.primary : all.complementary) += 1;
    } else if (candidate.choice == GroupChoice::fresh) {
      all.primary += candidate.suppressed.primary;
      all.complementary += candidate.suppressed.complementary;
    }
  }

  const DisclosureQuestion& question_;
  CountingRules rules_;
  Ledger& ledger_;
  DisclosedTables tables_;
};

Expected<DisclosedTables> disclose(const Aggregate& aggregate, const Grouping& grouping,
                                   const DisclosurePolicy& policy, Protection protection) {
  check(policy);
  if (protection == Protection::off && !policy.is_exact) {
    return Diagnostic{.code = "exact-refused",
                      .text =
                          "exact figures are refused: give --policy a file that says 'exact: true', or leave "
                          "out --exact"};
  }
  Ledger none_yet;
  const DisclosureQuestion question{.grouping = grouping};
  return Discloser(question, policy, protection, none_yet).run(aggregate);
}

Expected<DisclosedTables> disclose(const Aggregate& aggregate, const DisclosureQuestion& question,
                                   const DisclosurePolicy& policy, Ledger& ledger) {
  check(policy);
  return Discloser(question, policy, Protection::on, ledger).run(aggregate);
}

}  // namespace assessment
