// The words of each language. Of no use outside of report_words.cpp.
#pragma once

#include "assessment/reporting/report_words.hpp"

namespace assessment {

const ReportWords& english_report_words();
const ReportWords& welsh_report_words();

}  // namespace assessment
