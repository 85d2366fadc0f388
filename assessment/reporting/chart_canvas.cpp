#include "assessment/reporting/chart_canvas.hpp"

#include <algorithm>
#include <utility>

namespace assessment {

namespace colors = chart_colors;

Color series_color(std::size_t index, std::size_t count) {
  if (count == 2) return index == 0 ? colors::categories[0] : colors::categories[3];
  return count <= colors::categories.size() ? colors::categories[index] : colors::steps[index];
}

Color text_color_on(Color fill) {
  const bool is_dark =
      fill == colors::categories[0] || fill == colors::categories[2] || fill == colors::steps[3];
  return is_dark ? colors::white : colors::text;
}

ChartCanvas::ChartCanvas(const Chart& drawn, const ChartSize& size, const FontMetrics& metrics)
    : chart(drawn),
      scene{.width = size.width},
      text_size_(size.text_size),
      metrics_(metrics),
      people_place_(place_of_people(drawn)) {
  measure_labels();
}

double ChartCanvas::text_width(std::string_view text, const TextStyle& style) const {
  return metrics_.width(text, style.size, style.weight);
}

double ChartCanvas::longest_word(std::string_view text, const TextStyle& style) const {
  double longest = 0;
  for (const std::string& word : wrap(text, 0, style)) longest = std::max(longest, text_width(word, style));
  return longest;
}

std::vector<std::string> ChartCanvas::wrap(std::string_view text, double width,
                                           const TextStyle& style) const {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (word.empty()) continue;
    std::string longer = lines.empty() ? std::string() : lines.back() + ' ';
    longer += word;
    if (!lines.empty() && text_width(longer, style) <= width) {
      lines.back() = std::move(longer);
    } else {
      lines.emplace_back(word);
    }
  }
  return lines;
}

void ChartCanvas::write(double x, double center, std::string text, const TextStyle& style) {
  if (text.empty()) return;
  // Capitals and figures are about 0.72 em high.
  scene.texts.push_back({.at = {x, center + 0.36 * style.size},
                         .anchor = style.anchor,
                         .size = style.size,
                         .weight = style.weight,
                         .color = style.color,
                         .text = std::move(text)});
}

double ChartCanvas::write_lines(double x, double top, const std::vector<std::string>& lines,
                                const TextStyle& style) {
  for (const std::string& line : lines) {
    write(x, top + pitch(style) / 2, line, style);
    top += pitch(style);
  }
  return top;
}

void ChartCanvas::fill(double x, double y, double width, double height, Color color) {
  if (width > 0)
    scene.rectangles.push_back({.x = x, .y = y, .width = width, .height = height, .fill = color});
}

void ChartCanvas::hatch(double x, double y, double width, double height) {
  scene.rectangles.push_back(
      {.x = x, .y = y, .width = width, .height = height, .fill = colors::white, .border = colors::secondary});
  // Rising lines x' + y' = distance, cut off at the edges.
  for (double distance = px(6); distance < width + height; distance += px(9)) {
    const double right = std::min(distance, width), left = std::max(0.0, distance - height);
    scene.lines.push_back({.from = {x + left, y + distance - left},
                           .to = {x + right, y + distance - right},
                           .color = colors::hatch,
                           .width = px(1)});
  }
}

double ChartCanvas::add_key(double top, const std::vector<KeyEntry>& entries) {
  const double swatch = px(16), height = std::max(px(28), pitch(body()));
  double x = 0, y = top;
  for (const KeyEntry& entry : entries) {
    const double width = swatch + px(8) + text_width(entry.label, body());
    if (x > 0 && x + width > scene.width) {
      x = 0;
      y += height;
    }
    scene.width = std::max(scene.width, width);
    const double swatch_top = y + (height - swatch) / 2;
    if (entry.color) {
      scene.rectangles.push_back({.x = x + px(1),
                                  .y = swatch_top,
                                  .width = swatch - px(2),
                                  .height = swatch,
                                  .fill = entry.color,
                                  .border = colors::secondary});
    } else {
      hatch(x + px(1), swatch_top, swatch - px(2), swatch);
    }
    write(x + swatch + px(8), y + height / 2, entry.label, body());
    x += width + px(24);
  }
  return entries.empty() ? top : y + height + px(8);
}

ChartCanvas::Label ChartCanvas::label(std::size_t category) const {
  Label label{.name = wrap(chart.categories[category], label_width_, body())};
  if (people_place_ == PeoplePlace::category && !chart.series.empty())
    label.people = people_text(chart, chart.series.front().cells[category].people);
  return label;
}

void ChartCanvas::measure_labels() {
  double longest = 0, word = 0;
  for (std::size_t category = 0; category < chart.categories.size(); ++category) {
    const std::string& name = chart.categories[category];
    const double people = text_width(label(category).people, small());
    longest = std::max({longest, text_width(name, body()), people});
    word = std::max({word, longest_word(name, body()), people});
  }
  label_width_ = std::max(word, std::min(longest, scene.width * 0.3));
}

double ChartCanvas::label_height(std::size_t category) const {
  const Label text = label(category);
  return static_cast<double>(text.name.size()) * pitch(body()) + (text.people.empty() ? 0 : pitch(small()));
}

void ChartCanvas::write_label(std::size_t category, double center) {
  const Label text = label(category);
  const double below = write_lines(0, center - label_height(category) / 2, text.name, body());
  if (!text.people.empty()) write_lines(0, below, {text.people}, small());
}

std::string ChartCanvas::figure_text(const ChartCell& cell) const {
  std::string text = value_text(chart, cell.value);
  if (people_place_ == PeoplePlace::cell && cell.people.visibility != Visibility::absent)
    text += " (" + people_text(chart, cell.people) + ")";
  return text;
}

double ChartAxis::place(std::int64_t figure) const {
  const std::int64_t inside = std::clamp(figure, lowest, highest);
  return start + (end - start) * static_cast<double>(inside - lowest) / static_cast<double>(highest - lowest);
}

double add_grid(ChartCanvas& canvas, const ChartAxis& axis, double top, double bottom) {
  TextStyle style = canvas.small();
  style.anchor = Anchor::middle;
  for (int quarter = 0; quarter <= 4; ++quarter) {
    const std::int64_t figure = axis.lowest + (axis.highest - axis.lowest) * quarter / 4;
    const double x = axis.place(figure);
    canvas.fill(x - canvas.px(0.5), top, canvas.px(1), bottom - top, colors::grid);
    canvas.write(x, bottom + canvas.px(4) + ChartCanvas::pitch(style) / 2,
                 value_text(canvas.chart, {Visibility::shown, figure}), style);
  }
  return bottom + canvas.px(4) + ChartCanvas::pitch(style);
}

}  // namespace assessment
