// What every report of people's results says in the same words.
#pragma once

#include <string>
#include <string_view>

#include "assessment/statistics/published_items.hpp"

namespace assessment {

inline constexpr std::string_view not_for_sharing =
    "NOT FOR SHARING: exact figures, not protected against disclosure";

// How figures of single reports are protected.
std::string disclosure_note(const FigureRules& rules);

// "All of them are synthetic: a program made the answers up.", "Some…", or nothing.
std::string synthetic_sentence(int synthetic_files, int files);

// "About 190 people took part." or what stands for it.
std::string people_sentence(const PublishedFigure& people, const FigureRules& rules);

// "0.84", "*", or "-".
std::string statistic_text(const PublishedStatistic& statistic, int decimals);

}  // namespace assessment
