#include "assessment/statistics/linked_people.hpp"

#include <algorithm>

namespace assessment {
namespace {

struct LinkedPairs {
  std::vector<Pair> percentages{};
  CountsById levels{};  // "up", "same", "down"; people with a level in both
};

const RecordedDomain* find_domain(const std::vector<RecordedDomain>& domains, const std::string& id) {
  const auto found = std::find_if(domains.begin(), domains.end(),
                                  [&](const RecordedDomain& domain) { return domain.id == id; });
  return found == domains.end() ? nullptr : &*found;
}

std::optional<std::size_t> place_of(const std::vector<Level>& levels, const std::optional<std::string>& id) {
  if (!id) return std::nullopt;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (levels[i].id.text == *id) return i;
  }
  return std::nullopt;
}

LinkedPairs find_pairs(const LinkedCohorts& cohorts, const QuestionBank& bank, const Domain& of_bank,
                       Measure measure) {
  LinkedPairs pairs;
  for (const auto& [link, domains] : cohorts.before.linked) {
    const auto later = cohorts.after.linked.find(link);
    if (!domains || later == cohorts.after.linked.end() || !later->second) continue;
    const RecordedDomain* before = find_domain(*domains, of_bank.id.text);
    const RecordedDomain* after = find_domain(*later->second, of_bank.id.text);
    if (!before || !after) continue;
    const bool is_self = measure == Measure::self;
    const auto one = is_self ? before->percent_tenths : before->knowledge_tenths;
    const auto other = is_self ? after->percent_tenths : after->knowledge_tenths;
    if (!one || !other) continue;
    pairs.percentages.push_back({*one, *other});
    const auto from = place_of(levels_of(bank, of_bank), before->level);
    const auto to = place_of(levels_of(bank, of_bank), after->level);
    if (is_self && from && to) pairs.levels[*to > *from ? "up" : *to == *from ? "same" : "down"] += 1;
  }
  return pairs;
}

// Counts of people pass through the same door as all others.
void add_levels(PublishedLinked& linked, const LinkedPairs& pairs, const FigureRules& rules) {
  if (pairs.levels.empty()) return;
  Aggregate aggregate;
  GroupFigures& group = aggregate.groups[{}];
  group.people = static_cast<std::int64_t>(pairs.percentages.size());
  group.domains["levels"].levels = pairs.levels;
  const auto tables = disclose(aggregate, {}, rules.policy, rules.protection);
  if (!tables || tables->groups().empty()) return;
  const auto domain = tables->groups().front().domains.find("levels");
  if (domain == tables->groups().front().domains.end()) return;
  const auto figure = [&](const char* id) {
    const auto found = domain->second.levels.find(id);
    return found == domain->second.levels.end() ? PublishedFigure{Visibility::shown, 0} : found->second;
  };
  linked.up = figure("up");
  linked.same = figure("same");
  linked.down = figure("down");
}

}  // namespace

std::optional<PublishedLinked> compare_linked(const LinkedCohorts& cohorts, const QuestionBank& bank,
                                              std::size_t domain, Measure measure, const FigureRules& rules) {
  const LinkedPairs pairs = find_pairs(cohorts, bank, bank.domains[domain], measure);
  const auto people = static_cast<std::int64_t>(pairs.percentages.size());
  if (people == 0) return std::nullopt;
  PublishedLinked linked{.pairs = rules.count(people)};
  const auto are_few = [&](std::int64_t others) {
    return rules.protection == Protection::on && others > 0 && others < rules.policy.minimum_group;
  };
  const bool is_withheld = !linked.pairs.is_shown() || are_few(cohorts.scored_before - people) ||
                           are_few(cohorts.scored_after - people);
  if (is_withheld) {
    linked.pairs = {Visibility::hidden, 0};
    linked.difference.visibility = Visibility::hidden;
    return linked;
  }
  linked.share_of_before = rules.share(linked.pairs, rules.count(cohorts.scored_before));
  linked.share_of_after = rules.share(linked.pairs, rules.count(cohorts.scored_after));
  if (const auto difference = paired_difference(pairs.percentages)) {
    linked.difference = rules.statistic(difference->difference, people, 1);
    linked.low = rules.statistic(difference->interval.low, people, 1);
    linked.high = rules.statistic(difference->interval.high, people, 1);
    if (linked.difference.is_shown()) linked.change = change_in(difference->interval);
  }
  add_levels(linked, pairs, rules);
  if (measure == Measure::self) return linked;
  const NormalisedGain gain = normalised_gain(pairs.percentages);
  linked.gain_of_means = rules.statistic(gain.of_means, people, 2);
  // Beside the gain of all, that of all but a few would tell of those few.
  if (!are_few(people - gain.people)) linked.gain_of_people = rules.statistic(gain.of_people, gain.people, 2);
  return linked;
}

}  // namespace assessment
