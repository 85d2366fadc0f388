// Horizontal bars, and dots with intervals: rows of figures along one axis.
#include <algorithm>

#include "assessment/reporting/scene_layouts.hpp"

namespace assessment {
namespace {

std::vector<KeyEntry> key_of_series(const Chart& chart) {
  std::vector<KeyEntry> key;
  if (chart.series.size() < 2) return key;
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const std::string people = place_of_people(chart) == PeoplePlace::series
                                   ? people_text(chart, chart.series[i].cells.front().people)
                                   : std::string();
    key.push_back({.color = series_color(i, chart.series.size()),
                   .label = chart.series[i].name + (people.empty() ? "" : " (" + people + ")")});
  }
  return key;
}

// Between the row labels and the widest figure that may stand behind the highest bar.
ChartAxis make_axis(ChartCanvas& canvas) {
  const Chart& chart = canvas.chart;
  double widest =
      canvas.text_width(value_text(chart, {Visibility::shown, chart.highest}), canvas.small()) / 2;
  for (const ChartSeries& series : chart.series) {
    for (const ChartCell& cell : series.cells)
      widest = std::max(widest, canvas.text_width(canvas.figure_text(cell), canvas.body()));
  }
  const double start = canvas.label_width() + canvas.px(24);
  canvas.scene.width = std::max(canvas.scene.width, start + canvas.px(220) + canvas.px(12) + widest);
  return {.start = start,
          .end = canvas.scene.width - canvas.px(12) - widest,
          .lowest = chart.lowest,
          .highest = chart.highest};
}

// Rows from `top` on, each with a lane for every series. `draw(cell, center, color)` fills a lane.
template <class Draw>
void lay_out_rows(ChartCanvas& canvas, double lane, Draw draw) {
  const Chart& chart = canvas.chart;
  const auto count = static_cast<double>(chart.series.size());
  const double top = canvas.add_key(0, key_of_series(chart));
  const ChartAxis axis = make_axis(canvas);
  std::vector<double> centers;
  double bottom = top;
  for (std::size_t row = 0; row < chart.categories.size(); ++row) {
    const double height = std::max(canvas.label_height(row), lane * count) + canvas.px(14);
    centers.push_back(bottom + height / 2);
    bottom += height;
  }
  canvas.scene.height = add_grid(canvas, axis, top, bottom);
  for (std::size_t row = 0; row < centers.size(); ++row) {
    canvas.write_label(row, centers[row]);
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
      const double center = centers[row] + lane * (static_cast<double>(i) + 0.5 - count / 2);
      draw(axis, chart.series[i].cells[row], center, series_color(i, chart.series.size()));
    }
  }
}

}  // namespace

void lay_out_bars(ChartCanvas& canvas) {
  const double lane = canvas.px(24), gap = canvas.px(2);
  lay_out_rows(canvas, lane, [&](const ChartAxis& axis, const ChartCell& cell, double center, Color color) {
    const double zero = axis.place(0);
    double end = axis.start;
    if (cell.value.is_shown()) {
      const double tip = axis.place(cell.value.figure);
      canvas.fill(std::min(zero, tip), center - lane / 2 + gap / 2, std::abs(tip - zero), lane - gap, color);
      end = std::max(zero, tip);
    }
    canvas.write(end + canvas.px(8), center, canvas.figure_text(cell), canvas.body());
  });
}

void lay_out_dot_plot(ChartCanvas& canvas) {
  const double lane = canvas.px(26), cap = canvas.px(5), line = canvas.px(2);
  lay_out_rows(canvas, lane, [&](const ChartAxis& axis, const ChartCell& cell, double center, Color color) {
    double end = axis.start;
    if (cell.value.is_shown()) {
      const double at = axis.place(cell.value.figure), radius = canvas.px(6);
      end = std::min(at + radius, axis.end);
      if (cell.interval) {
        const double low = axis.place(cell.interval->low), high = axis.place(cell.interval->high);
        canvas.scene.lines.push_back({{low, center}, {high, center}, color, line});
        canvas.scene.lines.push_back({{low, center - cap}, {low, center + cap}, color, line});
        canvas.scene.lines.push_back({{high, center - cap}, {high, center + cap}, color, line});
        end = std::max(end, high);
      }
      canvas.scene.dots.push_back({{at, center}, radius, color});
    }
    canvas.write(end + canvas.px(10), center, canvas.figure_text(cell), canvas.body());
  });
}

}  // namespace assessment
