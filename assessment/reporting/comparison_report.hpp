// A comparison of cohorts to be read, and as data: three renderings of one value.
#pragma once

#include <string>
#include <string_view>

#include "assessment/reporting/report.hpp"
#include "assessment/statistics/cohorts.hpp"

namespace assessment {

// As tables, for render_terminal: what changed in words first. In `language`, as labels of the banks are
// where they have it.
Report to_report(const CohortComparison& comparison, std::string_view language = "en");

// Tidy long form, one figure a line: scope, bank, domain, measure, cohort, before, after, statistic,
// category, value. `scope` is cohort, change, linked or item.
std::string render_csv(const CohortComparison& comparison);

// docs/reports.md has the shape.
std::string render_json(const CohortComparison& comparison);

// "rise", "fall", "no clear change"; empty where there is none to tell. CSV and JSON have the English.
std::string change_text(const std::optional<Change>& change, const ReportWords& words = report_words("en"));

}  // namespace assessment
