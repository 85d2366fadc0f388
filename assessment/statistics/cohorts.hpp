// Cohorts against each other: what may be shown of how people's results differ, and of how linked people
// changed.
//
// A cohort is everyone with one value of a dimension: a campaign, a period or a site. Unpaired by default;
// paired figures only of people whose records carry one link in both cohorts. Banks of different major
// versions are compared item by item, by ids alone.
//
// Codes of faults, frozen: "no-such-cohort", "too-few-cohorts", and those of disclose().
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/base/expected.hpp"
#include "assessment/statistics/comparison.hpp"
#include "assessment/statistics/published_items.hpp"
#include "assessment/statistics/scored_files.hpp"

namespace assessment {

struct PublishedLevel {
  std::string id{};
  PublishedFigure people{};
  PublishedStatistic share{};  // of the cohort, 0 .. 1

  bool operator==(const PublishedLevel&) const = default;
};

// One cohort in one measure of one domain. Percentage points.
struct PublishedCohort {
  std::string cohort{};
  PublishedFigure people{};  // of the cohort
  PublishedFigure scored{};  // of these, with a percentage
  PublishedStatistic mean{}, low{}, high{}, deviation{};
  PublishedStatistic alpha{};
  std::vector<PublishedLevel> levels{};  // of self-ratings, in the order of the bank

  bool operator==(const PublishedCohort&) const = default;
};

// People who are in both cohorts, told by their links.
struct PublishedLinked {
  PublishedFigure pairs{};
  PublishedStatistic share_of_before{}, share_of_after{};  // of those with a percentage, 0 .. 1
  PublishedStatistic difference{}, low{}, high{};
  std::optional<Change> change{};
  PublishedFigure up{}, same{}, down{};                  // people by the level of their self-rating
  PublishedStatistic gain_of_means{}, gain_of_people{};  // of knowledge alone

  bool operator==(const PublishedLinked&) const = default;
};

// After less before. `change` is none where the difference is withheld or does not exist.
struct PublishedChange {
  std::string before{}, after{};
  PublishedStatistic difference{}, low{}, high{};
  PublishedStatistic g{}, g_low{}, g_high{};
  std::optional<Change> change{};
  std::optional<PublishedLinked> linked{};  // none: nobody is linked

  bool operator==(const PublishedChange&) const = default;
};

struct ComparedMeasure {
  std::string domain{};
  Measure measure = Measure::self;
  std::vector<PublishedCohort> cohorts{};
  std::vector<PublishedChange> changes{};  // each with the next, then the first with the last

  bool operator==(const ComparedMeasure&) const = default;
};

// Cohorts that answered one major version of a bank.
struct ComparedSeries {
  std::string series{};
  const QuestionBank* bank = nullptr;
  std::vector<ComparedMeasure> measures{};
};

// An item that two major versions of a bank have under one id: mean scores in percent of the highest.
struct ComparedItem {
  std::string id{};
  PublishedFigure before_people{}, after_people{};
  PublishedStatistic before{}, after{};
  PublishedStatistic difference{}, low{}, high{};
  std::optional<Change> change{};

  bool operator==(const ComparedItem&) const = default;
};

struct ComparedVersions {
  std::string before{}, after{};                // cohorts
  std::string before_series{}, after_series{};  // "ID@MAJOR"
  std::vector<ComparedItem> items{};            // in the order of the later bank

  bool operator==(const ComparedVersions&) const = default;
};

struct CohortComparison {
  Dimension by = Dimension::period;
  std::vector<std::string> cohorts{};  // in the order in which they are compared
  FigureRules rules{};
  int files = 0, synthetic_files = 0;
  std::vector<ComparedSeries> series{};
  std::vector<ComparedVersions> versions{};
};

// `cohorts` in the order of comparison; empty: all values there are, ascending. Precondition: `files` are
// scored along `by`, with their links.
Expected<CohortComparison> compare_cohorts(const ScoredFiles& files, Dimension by,
                                           const std::vector<std::string>& cohorts, const FigureRules& rules);

}  // namespace assessment
