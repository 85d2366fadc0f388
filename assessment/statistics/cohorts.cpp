#include "assessment/statistics/cohorts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "assessment/statistics/linked_people.hpp"
#include "assessment/statistics/version_comparison.hpp"

namespace assessment {
namespace {

const DomainFigures* find_domain(const GroupFigures& group, const std::string& domain) {
  const auto found = group.domains.find(domain);
  return found == group.domains.end() ? nullptr : &found->second;
}

const Moments& moments_of(const DomainFigures& figures, Measure measure) {
  return measure == Measure::self ? figures.self : figures.knowledge;
}

// One cohort as it stands in the files, and as it may be shown.
struct CohortGroup {
  std::string cohort{};
  const GroupFigures& figures;
  const DisclosedGroup& disclosed;
  const ScoredGroup& scored;
};

class SeriesComparer {
 public:
  SeriesComparer(const QuestionBank& bank, std::vector<CohortGroup> groups, const FigureRules& rules)
      : bank_(bank), groups_(std::move(groups)), rules_(rules) {}

  ComparedSeries compare() const {
    ComparedSeries series{.series = series_of(bank_name(bank_)), .bank = &bank_};
    for (std::size_t domain = 0; domain < bank_.domains.size(); ++domain) {
      for (const Measure measure : {Measure::self, Measure::knowledge}) {
        if (scale_items(bank_, domain, measure).items.empty()) continue;
        series.measures.push_back(compare_measure(domain, measure));
      }
    }
    return series;
  }

 private:
  ComparedMeasure compare_measure(std::size_t domain, Measure measure) const {
    ComparedMeasure compared{.domain = bank_.domains[domain].id.text, .measure = measure};
    for (const CohortGroup& group : groups_) compared.cohorts.push_back(publish(group, domain, measure));
    for (std::size_t i = 0; i + 1 < groups_.size(); ++i) {
      compared.changes.push_back(change(groups_[i], groups_[i + 1], domain, measure));
    }
    if (groups_.size() > 2)
      compared.changes.push_back(change(groups_.front(), groups_.back(), domain, measure));
    return compared;
  }

  PublishedCohort publish(const CohortGroup& group, std::size_t domain, Measure measure) const {
    PublishedCohort cohort{.cohort = group.cohort, .people = group.disclosed.people};
    const std::string& id = bank_.domains[domain].id.text;
    const DomainFigures* figures = find_domain(group.figures, id);
    if (!cohort.people.is_shown() || !figures) return cohort;
    const Moments& moments = moments_of(*figures, measure);
    cohort.scored = rules_.count(moments.people);
    if (const auto mean = mean_of(moments)) {
      cohort.mean = rules_.statistic(mean->mean, moments.people, 1);
      cohort.low = rules_.statistic(mean->interval.low, moments.people, 1);
      cohort.high = rules_.statistic(mean->interval.high, moments.people, 1);
      cohort.deviation = rules_.statistic(std::sqrt(mean->variance), moments.people, 1);
    }
    const ScaleItems items = scale_items(bank_, domain, measure);
    const ScaleAnalysis scale = analyse_scale(group.scored.scores, items.columns, items.highest);
    cohort.alpha = rules_.statistic(scale.alpha, scale.people, 2);
    if (measure == Measure::self) cohort.levels = levels(group, domain);
    return cohort;
  }

  std::vector<PublishedLevel> levels(const CohortGroup& group, std::size_t domain) const {
    std::vector<PublishedLevel> levels;
    const auto found = group.disclosed.domains.find(bank_.domains[domain].id.text);
    if (found == group.disclosed.domains.end() || found->second.levels.empty()) return levels;
    for (const Level& level : levels_of(bank_, bank_.domains[domain])) {
      const auto count = found->second.levels.find(level.id.text);
      const PublishedFigure people =
          count == found->second.levels.end() ? PublishedFigure{Visibility::shown, 0} : count->second;
      levels.push_back({level.id.text, people, rules_.share(people, group.disclosed.people)});
    }
    return levels;
  }

  PublishedChange change(const CohortGroup& before, const CohortGroup& after, std::size_t domain,
                         Measure measure) const {
    PublishedChange change{.before = before.cohort, .after = after.cohort};
    const std::string& id = bank_.domains[domain].id.text;
    const DomainFigures* one = find_domain(before.figures, id);
    const DomainFigures* other = find_domain(after.figures, id);
    if (!before.disclosed.people.is_shown() || !after.disclosed.people.is_shown() || !one || !other)
      return change;
    const Moments &first = moments_of(*one, measure), &second = moments_of(*other, measure);
    const std::int64_t people = std::min(first.people, second.people);
    if (const auto difference = unpaired_difference(first, second)) {
      change.difference = rules_.statistic(difference->difference, people, 1);
      change.low = rules_.statistic(difference->interval.low, people, 1);
      change.high = rules_.statistic(difference->interval.high, people, 1);
      change.g = rules_.statistic(difference->g, people, 2);
      if (difference->g) {
        change.g_low = rules_.statistic(difference->g_interval.low, people, 2);
        change.g_high = rules_.statistic(difference->g_interval.high, people, 2);
      }
      if (change.difference.is_shown()) change.change = change_in(difference->interval);
    }
    const LinkedCohorts cohorts{before.scored, after.scored, first.people, second.people};
    change.linked = compare_linked(cohorts, bank_, domain, measure, rules_);
    return change;
  }

  const QuestionBank& bank_;
  std::vector<CohortGroup> groups_;
  const FigureRules& rules_;
};

// All that there are, ascending; or those wanted, each of which must be there.
Expected<std::vector<std::string>> choose(const ScoredFiles& files, Dimension by,
                                          const std::vector<std::string>& wanted) {
  std::set<std::string> found;
  for (const auto& [key, group] : files.aggregate.groups) found.insert(key.values.front());
  const std::string there = fmt::format("{}", fmt::join(found, ", "));
  Diagnostics faults;
  for (const std::string& cohort : wanted) {
    if (found.contains(cohort)) continue;
    faults.push_back({.code = "no-such-cohort",
                      .text = fmt::format("no result has the {} '{}'; those wanted that there are: {}",
                                          to_text(by), cohort, there.empty() ? "none" : there)});
  }
  if (!faults.empty()) return faults;
  std::vector<std::string> cohorts = wanted;
  if (cohorts.empty()) cohorts.assign(found.begin(), found.end());
  if (cohorts.size() >= 2) return cohorts;
  return Diagnostic{
      .code = "too-few-cohorts",
      .text = fmt::format("a comparison needs two cohorts, and the results have one {} only: {}", to_text(by),
                          there)};
}

}  // namespace

Expected<CohortComparison> compare_cohorts(const ScoredFiles& files, Dimension by,
                                           const std::vector<std::string>& wanted, const FigureRules& rules) {
  const auto cohorts = choose(files, by, wanted);
  if (!cohorts) return cohorts.faults();
  const auto tables = disclose(files.aggregate, files.grouping, rules.policy, rules.protection);
  if (!tables) return tables.faults();
  CohortComparison comparison{.by = by,
                              .cohorts = *cohorts,
                              .rules = rules,
                              .files = files.files,
                              .synthetic_files = files.synthetic_files};
  std::set<std::string> all_series;
  for (const auto& [key, group] : files.groups) all_series.insert(key.series);
  for (const std::string& series : all_series) {
    std::vector<CohortGroup> groups;
    for (const std::string& cohort : *cohorts) {
      const GroupKey key{series, {cohort}};
      const auto disclosed = std::find_if(tables->groups().begin(), tables->groups().end(),
                                          [&](const DisclosedGroup& group) { return group.key == key; });
      if (disclosed == tables->groups().end()) continue;
      groups.push_back({cohort, files.aggregate.groups.at(key), *disclosed, files.groups.at(key)});
    }
    if (groups.size() < 2) continue;
    const QuestionBank& bank = *groups.back().scored.bank;
    comparison.series.push_back(SeriesComparer(bank, std::move(groups), rules).compare());
  }
  comparison.versions = compare_versions(files, *tables, *cohorts, rules);
  return comparison;
}

}  // namespace assessment
