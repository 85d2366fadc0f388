// A report's figures laid out to be read: each section in tables, and in charts where these show more.
#pragma once

#include <vector>

#include "assessment/reporting/report_groups.hpp"

namespace assessment {

// For each bank, those of the sections below that have something to show.
std::vector<ReportSection> make_sections(const Report& report);

// Means by group and domain.
ReportSection needs_section(const Report& report, const GroupsOfBank& groups);
// "Lowest mean self-rating: …"; empty where no mean is shown.
std::string lowest_sentence(const GroupsOfBank& groups, const ReportWords& words);

// The levels people reached, and how far they differ.
ReportSection levels_section(const Report& report, const GroupsOfBank& groups);

// Self-ratings beside knowledge, of domains that have both.
ReportSection knowledge_section(const Report& report, const GroupsOfBank& groups);

// Means over periods, in a report by period that has more than one.
ReportSection periods_section(const Report& report, const GroupsOfBank& groups);

// Where items are counted: those that may not work, and the answers to all.
ReportSection questions_section(const Report& report, const GroupsOfBank& groups);
ReportSection items_section(const Report& report, const GroupsOfBank& groups);

}  // namespace assessment
