// What a report says in words, and its tables laid out to be read.
#pragma once

#include "assessment/reporting/report.hpp"

namespace assessment {

// Fills title, marking, headline and notes from the figures that already stand in `report`.
void add_texts(Report& report, const ReportSource& source);

}  // namespace assessment
