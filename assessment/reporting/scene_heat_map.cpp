// Figures in a grid, coloured in five steps with fixed bounds.
#include <fmt/format.h>

#include <algorithm>

#include "assessment/reporting/scene_layouts.hpp"

namespace assessment {
namespace {

using chart_colors::steps;

std::int64_t step_start(const Chart& chart, std::size_t step) {
  return chart.lowest + (chart.highest - chart.lowest) * static_cast<std::int64_t>(step) /
                            static_cast<std::int64_t>(steps.size());
}

std::size_t step_of(const Chart& chart, std::int64_t figure) {
  std::size_t step = 0;
  while (step + 1 < steps.size() && figure >= step_start(chart, step + 1)) ++step;
  return step;
}

bool is_withheld(const ChartCell& cell) {
  return !cell.value.is_shown() && cell.value.visibility != Visibility::absent;
}

// The bounds as figures are written: "20.0%-39.9%".
std::vector<KeyEntry> key_of_steps(const Chart& chart) {
  std::vector<KeyEntry> key;
  for (std::size_t step = 0; step < steps.size(); ++step) {
    const std::int64_t last = step + 1 < steps.size() ? step_start(chart, step + 1) - 1 : chart.highest;
    key.push_back(
        {.color = steps[step],
         .label = fmt::format("{} \u2013 {}", value_text(chart, {Visibility::shown, step_start(chart, step)}),
                              value_text(chart, {Visibility::shown, last}))});
  }
  const bool has_hatching = std::ranges::any_of(
      chart.series, [](const ChartSeries& series) { return std::ranges::any_of(series.cells, is_withheld); });
  if (has_hatching) key.push_back({.label = "*"});
  return key;
}

// A column's heading: its name, and the number of people where these are the column's.
std::vector<std::string> heading_lines(const ChartCanvas& canvas, const ChartSeries& series, double width) {
  std::vector<std::string> lines = canvas.wrap(series.name, width, canvas.small());
  if (place_of_people(canvas.chart) == PeoplePlace::series)
    lines.push_back(people_text(canvas.chart, series.cells.front().people));
  return lines;
}

std::vector<std::string> cell_lines(const ChartCanvas& canvas, const ChartCell& cell, double width) {
  return canvas.wrap(canvas.figure_text(cell), width, canvas.body());
}

// As wide as the room allows, and at least as every word in it needs.
double column_width(const ChartCanvas& canvas, double room) {
  double width = room / static_cast<double>(canvas.chart.series.size());
  for (const ChartSeries& series : canvas.chart.series) {
    for (const std::string& line : heading_lines(canvas, series, 0))
      width = std::max(width, canvas.text_width(line, canvas.small()) + canvas.px(8));
    for (const ChartCell& cell : series.cells)
      width = std::max(width, canvas.longest_word(canvas.figure_text(cell), canvas.body()) + canvas.px(8));
  }
  return width;
}

void draw_cell(ChartCanvas& canvas, const ChartCell& cell, double x, double y, double width, double height) {
  TextStyle style = canvas.body();
  style.anchor = Anchor::middle;
  if (is_withheld(cell)) {
    canvas.hatch(x, y, width, height);
  } else {
    const Color color =
        cell.value.is_shown() ? steps[step_of(canvas.chart, cell.value.figure)] : chart_colors::white;
    style.color = text_color_on(color);
    canvas.scene.rectangles.push_back(
        {.x = x, .y = y, .width = width, .height = height, .fill = color, .border = chart_colors::secondary});
  }
  const auto lines = cell_lines(canvas, cell, width - canvas.px(8));
  const double text_height = static_cast<double>(lines.size()) * ChartCanvas::pitch(style);
  canvas.write_lines(x + width / 2, y + (height - text_height) / 2, lines, style);
}

// Headings stand on the first row; what follows begins where they end.
double write_headings(ChartCanvas& canvas, double top, double start, double column) {
  TextStyle style = canvas.small();
  style.anchor = Anchor::middle;
  std::size_t most = 0;
  for (const ChartSeries& series : canvas.chart.series)
    most = std::max(most, heading_lines(canvas, series, column - canvas.px(8)).size());
  const double bottom = top + static_cast<double>(most) * ChartCanvas::pitch(style);
  double center = start + column / 2;
  for (const ChartSeries& series : canvas.chart.series) {
    const auto lines = heading_lines(canvas, series, column - canvas.px(8));
    canvas.write_lines(center, bottom - static_cast<double>(lines.size()) * ChartCanvas::pitch(style), lines,
                       style);
    center += column;
  }
  return bottom + canvas.px(4);
}

double row_height(const ChartCanvas& canvas, std::size_t row, double column) {
  double height = std::max(canvas.label_height(row) + canvas.px(8), canvas.px(44));
  for (const ChartSeries& series : canvas.chart.series) {
    const auto lines = cell_lines(canvas, series.cells[row], column - canvas.px(8));
    height = std::max(height,
                      static_cast<double>(lines.size()) * ChartCanvas::pitch(canvas.body()) + canvas.px(8));
  }
  return height;
}

}  // namespace

void lay_out_heat_map(ChartCanvas& canvas) {
  const Chart& chart = canvas.chart;
  const double start = canvas.label_width() + canvas.px(16), margin = canvas.px(1);
  const double column = column_width(canvas, canvas.scene.width - start - margin);
  canvas.scene.width =
      std::max(canvas.scene.width, start + column * static_cast<double>(chart.series.size()) + margin);
  double top = canvas.add_key(0, key_of_steps(chart));
  top = write_headings(canvas, top, start, column);
  for (std::size_t row = 0; row < chart.categories.size(); ++row) {
    const double height = row_height(canvas, row, column);
    canvas.write_label(row, top + height / 2);
    double x = start;
    for (const ChartSeries& series : chart.series) {
      draw_cell(canvas, series.cells[row], x, top, column, height);
      x += column;
    }
    top += height;
  }
  canvas.scene.height = top + margin;
}

}  // namespace assessment
