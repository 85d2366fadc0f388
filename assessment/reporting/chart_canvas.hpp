// What the layouts of all kinds of charts put on a scene: colours, wrapped texts, hatching, keys, row labels.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/reporting/scene.hpp"

namespace assessment {

namespace chart_colors {

inline constexpr Color white{0xFF, 0xFF, 0xFF}, text{0x21, 0x2B, 0x32}, secondary{0x4C, 0x62, 0x72},
    grid{0xD8, 0xDD, 0xE0}, hatch{0xAE, 0xB7, 0xBD};

// Of the UK Government Analysis Function, in its order: each is told from its neighbours and from white.
inline constexpr std::array<Color, 4> categories{
    {{0x12, 0x43, 0x6D}, {0x28, 0xA1, 0x97}, {0x80, 0x16, 0x50}, {0xF4, 0x6A, 0x25}}};

// From little to much.
inline constexpr std::array<Color, 5> steps{
    {{0xE9, 0xF1, 0xF8}, {0xC7, 0xDC, 0xEE}, {0x6B, 0xAC, 0xE6}, {0x20, 0x73, 0xBC}, {0x12, 0x43, 0x6D}}};

}  // namespace chart_colors

// The colour of one of `count` series that stand side by side. Precondition: index < count <= 5.
Color series_color(std::size_t index, std::size_t count);

// Dark or white: what can be read on one of the colours above.
Color text_color_on(Color fill);

struct TextStyle {
  double size = 0;  // em
  Weight weight = Weight::regular;
  Color color = chart_colors::text;
  Anchor anchor = Anchor::start;
};

// A swatch and what it stands for. Hatched: what is withheld.
struct KeyEntry {
  std::optional<Color> color{};
  std::string label{};
};

class ChartCanvas {
 public:
  ChartCanvas(const Chart& chart, const ChartSize& size, const FontMetrics& metrics);

  const Chart& chart;
  ChartScene scene{};

  // A distance of the design, which is made for texts of 16.
  double px(double design) const { return design * text_size_ / 16; }

  TextStyle body() const { return {.size = text_size_}; }
  TextStyle small() const { return {.size = px(14), .color = chart_colors::secondary}; }
  static double pitch(const TextStyle& style) { return style.size * 1.25; }

  double text_width(std::string_view text, const TextStyle& style) const;
  double longest_word(std::string_view text, const TextStyle& style) const;
  // At spaces; a word that is too wide has a line of its own.
  std::vector<std::string> wrap(std::string_view text, double width, const TextStyle& style) const;

  // `center` is the middle of the line's height.
  void write(double x, double center, std::string text, const TextStyle& style);
  // Lines one below the other from `top` on; what follows begins where it ends.
  double write_lines(double x, double top, const std::vector<std::string>& lines, const TextStyle& style);

  void fill(double x, double y, double width, double height, Color color);
  // Diagonal lines in a border: a figure is withheld.
  void hatch(double x, double y, double width, double height);
  // What follows begins where it ends.
  double add_key(double top, const std::vector<KeyEntry>& entries);

  // The names of rows, with numbers of people below where these are the row's.
  double label_width() const { return label_width_; }
  double label_height(std::size_t category) const;
  void write_label(std::size_t category, double center);

  // "61.3%", with the number of people where each figure has its own.
  std::string figure_text(const ChartCell& cell) const;

 private:
  struct Label {
    std::vector<std::string> name{};
    std::string people{};
  };
  Label label(std::size_t category) const;
  void measure_labels();

  double text_size_;
  const FontMetrics& metrics_;
  PeoplePlace people_place_;
  double label_width_ = 0;
};

// An axis of figures from left to right.
struct ChartAxis {
  double start = 0, end = 0;  // where the lowest and the highest figure stand
  std::int64_t lowest = 0, highest = 1;

  // Figures beyond the ends stand at the ends.
  double place(std::int64_t figure) const;
};

// Light lines at the quarters of the axis from `top` to `bottom`, and their figures below.
// What follows begins where it ends.
double add_grid(ChartCanvas& canvas, const ChartAxis& axis, double top, double bottom);

}  // namespace assessment
