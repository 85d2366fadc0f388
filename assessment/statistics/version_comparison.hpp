// Cohorts that answered different major versions of a bank: item by item, where the ids are the same.
#pragma once

#include <string>
#include <vector>

#include "assessment/statistics/cohorts.hpp"

namespace assessment {

// For each cohort and the next: the banks that both answered, but in no common major version, by the latest
// of each. Withheld as in publish_scale.
std::vector<ComparedVersions> compare_versions(const ScoredFiles& files, const DisclosedTables& tables,
                                               const std::vector<std::string>& cohorts,
                                               const FigureRules& rules);

}  // namespace assessment
