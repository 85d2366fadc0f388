// Rows cut into shares of 100 %.
#include <algorithm>

#include "assessment/reporting/scene_layouts.hpp"

namespace assessment {
namespace {

constexpr std::int64_t whole = 1000;  // 100 % in tenths

// What is shown of a row, and whether it is all there is.
struct RowParts {
  std::int64_t shown = 0;
  bool is_whole = true;
  Visibility withheld = Visibility::shown;  // how the rest is, where there is one
};

RowParts parts_of(const Chart& chart, std::size_t row) {
  RowParts parts;
  for (const ChartSeries& series : chart.series) {
    const PublishedFigure& share = series.cells[row].value;
    parts.shown += share.figure;
    if (share.is_shown()) continue;
    parts.is_whole = false;
    parts.withheld = share.visibility;
  }
  return parts;
}

void draw_row(ChartCanvas& canvas, const ChartAxis& axis, std::size_t row, double top, double height) {
  const Chart& chart = canvas.chart;
  const RowParts parts = parts_of(chart, row);
  // Rounded shares may add up to a little more or less than 100: the row still is one whole.
  const std::int64_t total =
      parts.is_whole ? std::max<std::int64_t>(parts.shown, 1) : std::max(parts.shown, whole);
  const double scale = (axis.end - axis.start) / static_cast<double>(total), gap = canvas.px(2);
  TextStyle style = canvas.body();
  style.anchor = Anchor::middle;
  double x = axis.start;
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const PublishedFigure& share = chart.series[i].cells[row].value;
    const double width = static_cast<double>(share.figure) * scale - gap;
    if (share.figure <= 0) continue;
    const Color color = series_color(i, chart.series.size());
    canvas.fill(x, top, width, height, color);
    style.color = text_color_on(color);
    const std::string text = value_text(chart, share);
    if (canvas.text_width(text, style) + canvas.px(6) <= width)
      canvas.write(x + width / 2, top + height / 2, text, style);
    x += width + gap;
  }
  style.color = chart_colors::text;
  const double rest = axis.end - x;
  const std::string stand_in = value_text(chart, {parts.withheld, 0});
  if (!parts.is_whole && rest >= canvas.text_width(stand_in, style)) {
    canvas.hatch(x, top, rest, height);
    canvas.write(x + rest / 2, top + height / 2, stand_in, style);
  }
}

}  // namespace

void lay_out_stacked_bars(ChartCanvas& canvas) {
  const Chart& chart = canvas.chart;
  std::vector<KeyEntry> key;
  for (std::size_t i = 0; i < chart.series.size(); ++i)
    key.push_back({.color = series_color(i, chart.series.size()), .label = chart.series[i].name});
  const double start = canvas.label_width() + canvas.px(24), bar = canvas.px(32);
  canvas.scene.width = std::max(canvas.scene.width, start + canvas.px(260));
  double top = canvas.add_key(0, key);
  const ChartAxis axis{
      .start = start, .end = canvas.scene.width - canvas.px(1), .lowest = 0, .highest = whole};
  for (std::size_t row = 0; row < chart.categories.size(); ++row) {
    const double height = std::max(canvas.label_height(row), bar) + canvas.px(14);
    canvas.write_label(row, top + height / 2);
    draw_row(canvas, axis, row, top + (height - bar) / 2, bar);
    top += height;
  }
  canvas.scene.height = top;
}

}  // namespace assessment
