// What item statistics and comparisons say in the same words.
#pragma once

#include <string>

#include "assessment/reporting/report_words.hpp"
#include "assessment/statistics/published_items.hpp"

namespace assessment {

// How figures of single reports are protected.
std::string disclosure_note(const FigureRules& rules, const ReportWords& words);

// "All of them are synthetic: a program made the answers up.", "Some…", or nothing.
std::string synthetic_sentence(int synthetic_files, int files, const ReportWords& words);

// "About 190 people took part." or what stands for it.
std::string people_sentence(const PublishedFigure& people, const FigureRules& rules,
                            const ReportWords& words);

// "Safety", "Safety (knowledge)".
std::string measure_label(const std::string& domain, Measure measure, const ReportWords& words);

// "0.84", "*", or "-".
std::string statistic_text(const PublishedStatistic& statistic, int decimals);

}  // namespace assessment
