// A chart as data: what is shown, before anything says where it stands (scene.hpp) or how it is drawn.
//
// Cells hold published figures, so that disclosure control comes before every chart.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assessment/statistics/disclosed_tables.hpp"

namespace assessment {

enum class ChartKind {
  bars,          // a horizontal bar for each category and series; at most 4 series
  stacked_bars,  // a row for each category, cut into its series' shares of 100 %; at most 5 series
  dot_plot,      // a dot for each category and series, with its interval; at most 4 series
  heat_map,      // rows are categories, columns are series
  trend          // categories are points in time; a line for each series, at most 4
};

// Tenths of the chart's unit.
struct ChartInterval {
  std::int64_t low = 0, high = 0;

  bool operator==(const ChartInterval&) const = default;
};

struct ChartCell {
  PublishedFigure value{};                  // tenths of the unit; 0 unless shown
  PublishedFigure people{};                 // whom it is of
  std::optional<ChartInterval> interval{};  // of a value that is shown

  bool operator==(const ChartCell&) const = default;
};

struct ChartSeries {
  std::string name{};
  std::vector<ChartCell> cells{};  // as many as Chart::categories

  bool operator==(const ChartSeries&) const = default;
};

struct Chart {
  ChartKind kind = ChartKind::bars;
  std::string title{};                      // what is shown, and
  std::string sentence{};                   // what it says: both stand around the drawing, not in it
  std::string unit{};                       // written behind a figure: "%"
  int decimals = 1;                         // of a figure: 0 or 1
  std::int64_t lowest = 0, highest = 1000;  // ends of the axis, in tenths; lowest < highest
  std::vector<std::string> categories{};
  std::vector<ChartSeries> series{};
  std::string too_few{};  // what stands for a group that is too small: "fewer than 10"
  std::vector<std::string> notes{};

  bool operator==(const Chart&) const = default;
};

// "61.3%", "-4.0%", "35%", "*", the chart's `too_few`, or "-" where there is nothing to show.
std::string value_text(const Chart& chart, const PublishedFigure& value);

// "n = 35", "n = *" or "n = fewer than 10"; empty where there is none.
std::string people_text(const Chart& chart, const PublishedFigure& people);

// Where the numbers of people are written: each as seldom as possible, and beside what it is of.
enum class PeoplePlace { category, series, cell };
PeoplePlace place_of_people(const Chart& chart);

}  // namespace assessment
