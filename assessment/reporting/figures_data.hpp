// Published figures as CSV and JSON have them.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "assessment/statistics/published_items.hpp"

namespace assessment {

// "35", "*" where it is withheld; empty where there is none.
std::string figure_csv(const PublishedFigure& figure);

// The shortest decimal of the rounded number; "*", or empty, as above.
std::string statistic_csv(const PublishedStatistic& statistic);

// A number; "*" or "fewer than 10" where it is withheld; null where there is none.
nlohmann::ordered_json figure_json(const PublishedFigure& figure, const FigureRules& rules);
nlohmann::ordered_json statistic_json(const PublishedStatistic& statistic);

nlohmann::ordered_json policy_json(const FigureRules& rules);

}  // namespace assessment
