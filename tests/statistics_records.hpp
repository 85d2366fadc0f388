// Records for the tests of statistics and reports, as short as they can be written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/results/batch_reader.hpp"
#include "assessment/statistics/aggregate.hpp"

namespace tests {

// One person of ward-basics with one domain, "safety". No percentage: too few answers.
inline assessment::BatchRecord person(std::string role, std::optional<int> tenths, std::string level = "") {
  assessment::BatchRecord record{.campaign = "autumn", .site = "North", .period = "2026-Q4"};
  record.record.bank = "ward-basics@1.0.0";
  record.record.role = std::move(role);
  assessment::RecordedDomain safety{.id = "safety", .percent_tenths = tenths};
  if (!level.empty()) safety.level = level;
  record.record.overall_tenths = tenths;
  record.record.overall_level = safety.level;
  record.record.domains.push_back(std::move(safety));
  return record;
}

inline void add_people(assessment::Aggregate& aggregate, const assessment::Grouping& grouping, int count,
                       const assessment::BatchRecord& record) {
  for (int i = 0; i < count; ++i) add(aggregate, grouping, record);
}

}  // namespace tests
