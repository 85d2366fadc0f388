// Lines over points in time.
#include <algorithm>
#include <numeric>

#include "assessment/reporting/scene_layouts.hpp"

namespace assessment {
namespace {

// Where the lines are drawn: a slot for each point in time, figures upwards.
struct Plot {
  double start = 0, slot = 0;
  double top = 0, bottom = 0;
  ChartAxis figures{};  // measured upwards from `bottom`

  double x(std::size_t point) const { return start + slot * (static_cast<double>(point) + 0.5); }
  double y(std::int64_t figure) const { return bottom - figures.place(figure); }
};

// What stands below a point in time.
std::vector<std::string> point_lines(const ChartCanvas& canvas, std::size_t point, double width) {
  const Chart& chart = canvas.chart;
  std::vector<std::string> lines = canvas.wrap(chart.categories[point], width, canvas.body());
  if (place_of_people(chart) == PeoplePlace::category)
    lines.push_back(people_text(chart, chart.series.front().cells[point].people));
  return lines;
}

Plot make_plot(ChartCanvas& canvas) {
  const Chart& chart = canvas.chart;
  const auto points = static_cast<double>(chart.categories.size());
  double slot = canvas.px(64), labels = 0;
  for (std::size_t point = 0; point < chart.categories.size(); ++point) {
    for (const std::string& line : point_lines(canvas, point, 0))
      slot = std::max(slot, canvas.text_width(line, canvas.body()) + canvas.px(12));
    for (const ChartSeries& series : chart.series)
      slot = std::max(
          slot, canvas.text_width(canvas.figure_text(series.cells[point]), canvas.body()) + canvas.px(12));
  }
  if (chart.series.size() > 1) {
    for (const ChartSeries& series : chart.series)
      labels = std::max(labels, canvas.text_width(series.name, canvas.body()) + canvas.px(32));
  }
  const double start =
      canvas.text_width(value_text(chart, {Visibility::shown, chart.highest}), canvas.small()) +
      canvas.px(12);
  slot = std::max(slot, (canvas.scene.width - start - labels) / points);
  canvas.scene.width = std::max(canvas.scene.width, start + slot * points + labels);
  const double height = canvas.px(220), top = canvas.px(28);
  return {.start = start,
          .slot = slot,
          .top = top,
          .bottom = top + height,
          .figures = {.start = 0, .end = height, .lowest = chart.lowest, .highest = chart.highest}};
}

void add_lines_of_figures(ChartCanvas& canvas, const Plot& plot) {
  const Chart& chart = canvas.chart;
  const double width = plot.slot * static_cast<double>(chart.categories.size());
  TextStyle style = canvas.small();
  style.anchor = Anchor::end;
  for (int quarter = 0; quarter <= 4; ++quarter) {
    const std::int64_t figure = chart.lowest + (chart.highest - chart.lowest) * quarter / 4;
    canvas.fill(plot.start, plot.y(figure) - canvas.px(0.5), width, canvas.px(1), chart_colors::grid);
    canvas.write(plot.start - canvas.px(8), plot.y(figure), value_text(chart, {Visibility::shown, figure}),
                 style);
  }
}

void add_points(ChartCanvas& canvas, const Plot& plot) {
  TextStyle style = canvas.body();
  style.anchor = Anchor::middle;
  double lowest = plot.bottom;
  for (std::size_t point = 0; point < canvas.chart.categories.size(); ++point) {
    const double end = canvas.write_lines(plot.x(point), plot.bottom + canvas.px(8),
                                          point_lines(canvas, point, plot.slot - canvas.px(12)), style);
    lowest = std::max(lowest, end);
    const auto is_missing = [&](const ChartSeries& series) { return !series.cells[point].value.is_shown(); };
    if (!std::ranges::all_of(canvas.chart.series, is_missing)) continue;
    const double width = plot.slot - canvas.px(12);
    canvas.hatch(plot.x(point) - width / 2, plot.top, width, plot.bottom - plot.top);
    canvas.write(plot.x(point), (plot.top + plot.bottom) / 2,
                 value_text(canvas.chart, canvas.chart.series.front().cells[point].value), style);
  }
  canvas.scene.height = lowest;
}

// Figures stand above the dots where there is one line; of several they stand in the table.
void add_line(ChartCanvas& canvas, const Plot& plot, const ChartSeries& series, Color color) {
  TextStyle style = canvas.body();
  style.anchor = Anchor::middle;
  for (std::size_t point = 0; point < series.cells.size(); ++point) {
    const ChartCell& cell = series.cells[point];
    if (!cell.value.is_shown()) continue;
    const ScenePoint at{plot.x(point), plot.y(cell.value.figure)};
    canvas.scene.dots.push_back({at, canvas.px(5), color});
    if (canvas.chart.series.size() == 1)
      canvas.write(at.x, at.y - canvas.px(18), canvas.figure_text(cell), style);
    if (point == 0 || !series.cells[point - 1].value.is_shown()) continue;
    const ScenePoint before{plot.x(point - 1), plot.y(series.cells[point - 1].value.figure)};
    canvas.scene.lines.push_back({before, at, color, canvas.px(3)});
  }
}

// Each name behind a piece of its line, at the height of its last figure, moved where two would touch.
void add_names(ChartCanvas& canvas, const Plot& plot) {
  const auto& all = canvas.chart.series;
  if (all.size() < 2) return;
  std::vector<double> places;
  for (const ChartSeries& series : all) {
    const auto last = std::find_if(series.cells.rbegin(), series.cells.rend(),
                                   [](const ChartCell& cell) { return cell.value.is_shown(); });
    places.push_back(last == series.cells.rend() ? plot.bottom : plot.y(last->value.figure));
  }
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return places[i]; });
  const double pitch = ChartCanvas::pitch(canvas.body());
  for (std::size_t i = 1; i < order.size(); ++i)
    places[order[i]] = std::max(places[order[i]], places[order[i - 1]] + pitch);
  const double over = places[order.back()] - plot.bottom;
  const double x = plot.start + plot.slot * static_cast<double>(canvas.chart.categories.size());
  for (std::size_t i = order.size(); i-- > 0;) {
    double& place = places[order[i]];
    if (over > 0) place = std::min(place, plot.bottom - pitch * static_cast<double>(order.size() - 1 - i));
    canvas.scene.lines.push_back(
        {{x, place}, {x + canvas.px(20), place}, series_color(order[i], all.size()), canvas.px(3)});
    canvas.write(x + canvas.px(28), place, all[order[i]].name, canvas.body());
  }
}

}  // namespace

void lay_out_trend(ChartCanvas& canvas) {
  const Plot plot = make_plot(canvas);
  const auto& all = canvas.chart.series;
  add_lines_of_figures(canvas, plot);
  add_points(canvas, plot);
  for (std::size_t i = 0; i < all.size(); ++i) add_line(canvas, plot, all[i], series_color(i, all.size()));
  add_names(canvas, plot);
}

}  // namespace assessment
