#include "assessment/reporting/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace assessment {
namespace {

// What stands in place of a figure that is not shown.
std::string stand_in(const Chart& chart, Visibility visibility) {
  if (visibility == Visibility::absent) return "-";
  return visibility == Visibility::under_minimum ? chart.too_few : "*";
}

}  // namespace

std::string value_text(const Chart& chart, const PublishedFigure& value) {
  if (!value.is_shown()) return stand_in(chart, value.visibility);
  const std::int64_t size = std::abs(value.figure);
  const char* sign = value.figure < 0 ? "-" : "";
  if (chart.decimals == 0) return fmt::format("{}{}{}", sign, (size + 5) / 10, chart.unit);
  return fmt::format("{}{}.{}{}", sign, size / 10, size % 10, chart.unit);
}

std::string people_text(const Chart& chart, const PublishedFigure& people) {
  if (people.visibility == Visibility::absent) return "";
  return "n = " + (people.is_shown() ? std::to_string(people.figure) : stand_in(chart, people.visibility));
}

PeoplePlace place_of_people(const Chart& chart) {
  const auto is_constant = [](const ChartSeries& series) {
    return std::ranges::all_of(
        series.cells, [&](const ChartCell& cell) { return cell.people == series.cells.front().people; });
  };
  const auto is_as_first = [&](const ChartSeries& series) {
    return std::ranges::equal(series.cells, chart.series.front().cells, {}, &ChartCell::people,
                              &ChartCell::people);
  };
  if (std::ranges::all_of(chart.series, is_as_first)) return PeoplePlace::category;
  return std::ranges::all_of(chart.series, is_constant) ? PeoplePlace::series : PeoplePlace::cell;
}

}  // namespace assessment
