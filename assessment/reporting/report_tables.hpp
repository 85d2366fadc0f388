// A report's figures laid out as tables to be read.
#pragma once

#include <vector>

#include "assessment/reporting/report.hpp"

namespace assessment {

using GroupsOfBank = std::vector<const ReportedGroup*>;

// The groups of each bank, in order: only these share domains and levels, and so a table.
std::vector<GroupsOfBank> split_by_bank(const Report& report);

// Means first, then a table a domain, then a table an item where items are counted.
std::vector<ReportSection> make_sections(const Report& report);

}  // namespace assessment
