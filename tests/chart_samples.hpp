// Charts of every kind for the tests of their layout, with every sort of withheld figure.
#pragma once

#include <string>
#include <vector>

#include "assessment/base/text.hpp"
#include "assessment/reporting/scene.hpp"

namespace tests {

using assessment::Chart;
using assessment::ChartCell;
using assessment::ChartKind;
using assessment::PublishedFigure;
using assessment::Visibility;

inline PublishedFigure shown(std::int64_t figure) {
  return {Visibility::shown, figure};
}
inline constexpr PublishedFigure hidden{Visibility::hidden}, too_few{Visibility::under_minimum}, absent{};

// Every character is 0.6 em wide.
inline assessment::FontMetrics even_metrics() {
  return {[](std::string_view text, double size, assessment::Weight) {
    return 0.6 * size * static_cast<double>(assessment::count_characters(text));
  }};
}

inline Chart chart_of(ChartKind kind, std::vector<std::string> categories,
                      std::vector<assessment::ChartSeries> series) {
  return {.kind = kind,
          .title = "Self-rating",
          .sentence = "Data is lowest.",
          .unit = "%",
          .categories = std::move(categories),
          .series = std::move(series),
          .too_few = "fewer than 10"};
}

// Long names, four series, withheld figures: what is hard to place.
inline std::vector<Chart> hard_charts() {
  const std::vector<std::string> groups{"Administrative and clerical staff",
                                        "Chief clinical information officer", "Estates",
                                        "Cynhwysiant digidol, ŵ ac ŷ"};
  const std::vector<ChartCell> high{
      {shown(1000), shown(1205)}, {hidden, shown(35)}, {too_few, too_few}, {absent, hidden}};
  const std::vector<ChartCell> low{
      {shown(0), shown(35)}, {shown(5), shown(35)}, {too_few, too_few}, {shown(1000), hidden}};
  std::vector<ChartCell> wide = low;
  wide[1].interval = {{0, 1000}};
  std::vector<Chart> charts;
  for (const ChartKind kind : {ChartKind::bars, ChartKind::stacked_bars, ChartKind::dot_plot,
                               ChartKind::heat_map, ChartKind::trend}) {
    charts.push_back(chart_of(kind, groups, {{"Self-rating", high}}));
    charts.push_back(chart_of(kind, groups,
                              {{"Technical Proficiency", high},
                               {"Communication, collaboration and participation", low},
                               {"Knowledge", wide},
                               {"Teaching, learning and self-development", low}}));
  }
  return charts;
}

}  // namespace tests
