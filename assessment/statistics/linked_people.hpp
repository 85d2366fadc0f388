// People who are in two cohorts, told by their links: what of their change may be shown.
#pragma once

#include <optional>

#include "assessment/statistics/cohorts.hpp"

namespace assessment {

struct LinkedCohorts {
  const ScoredGroup& before;
  const ScoredGroup& after;
  std::int64_t scored_before = 0, scored_after = 0;  // people with a percentage, linked or not
};

// None where nobody is linked. Withheld where there are too few pairs for a mean, and where a cohort has so
// few others that its mean less that of the linked would tell of them.
std::optional<PublishedLinked> compare_linked(const LinkedCohorts& cohorts, const QuestionBank& bank,
                                              std::size_t domain, Measure measure, const FigureRules& rules);

}  // namespace assessment
