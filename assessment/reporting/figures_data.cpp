#include "assessment/reporting/figures_data.hpp"

#include <fmt/format.h>

namespace assessment {

std::string figure_csv(const PublishedFigure& figure) {
  if (figure.visibility == Visibility::absent) return "";
  return figure.is_shown() ? std::to_string(figure.figure) : "*";
}

std::string statistic_csv(const PublishedStatistic& statistic) {
  if (statistic.visibility == Visibility::absent) return "";
  if (!statistic.is_shown()) return "*";
  std::string text = fmt::format("{:.{}f}", statistic.value, statistic.decimals);
  if (text.find('.') == std::string::npos) return text;
  text.resize(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

nlohmann::ordered_json figure_json(const PublishedFigure& figure, const FigureRules& rules) {
  switch (figure.visibility) {
    case Visibility::shown:
      return figure.figure;
    case Visibility::hidden:
      return "*";
    case Visibility::under_minimum:
      return fmt::format("fewer than {}", rules.policy.minimum_group);
    case Visibility::absent:
      break;
  }
  return nullptr;
}

nlohmann::ordered_json statistic_json(const PublishedStatistic& statistic) {
  if (statistic.is_shown()) return statistic.value;
  if (statistic.visibility == Visibility::absent) return nullptr;
  return "*";
}

nlohmann::ordered_json policy_json(const FigureRules& rules) {
  return {{"exact", rules.protection == Protection::off},
          {"minimum_group", rules.policy.minimum_group},
          {"suppress_below", rules.policy.suppress_below},
          {"round_to", rules.policy.round_to},
          {"means_from", rules.policy.means_from}};
}

}  // namespace assessment
