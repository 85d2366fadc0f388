// A chart laid out: rectangles, lines, dots and texts in their places, for whoever can draw these.
//
// Origin at the top left, y downwards, in the unit of ChartSize. To be drawn in this order on a white card:
// rectangles, lines, dots, texts. Title, sentence and notes of the chart stand around it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/reporting/chart.hpp"

namespace assessment {

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0;

  bool operator==(const Color&) const = default;
};

struct ScenePoint {
  double x = 0, y = 0;

  bool operator==(const ScenePoint&) const = default;
};

struct SceneRectangle {
  double x = 0, y = 0, width = 0, height = 0;
  std::optional<Color> fill{};
  std::optional<Color> border{};  // 1 wide, on the edge

  bool operator==(const SceneRectangle&) const = default;
};

struct SceneLine {
  ScenePoint from{}, to{};
  Color color{};
  double width = 1;

  bool operator==(const SceneLine&) const = default;
};

struct SceneDot {
  ScenePoint center{};
  double radius = 0;
  Color fill{};

  bool operator==(const SceneDot&) const = default;
};

enum class Anchor { start, middle, end };
enum class Weight { regular, strong };

struct SceneText {
  ScenePoint at{};  // on the base line, where `anchor` says
  Anchor anchor = Anchor::start;
  double size = 0;  // em
  Weight weight = Weight::regular;
  Color color{};
  std::string text{};  // one line

  bool operator==(const SceneText&) const = default;
};

struct ChartScene {
  double width = 0, height = 0;
  std::vector<SceneRectangle> rectangles{};
  std::vector<SceneLine> lines{};  // hatching of what is withheld, too
  std::vector<SceneDot> dots{};
  std::vector<SceneText> texts{};

  bool operator==(const ChartScene&) const = default;
};

struct ChartSize {
  double width = 720;     // that there is
  double text_size = 16;  // em; everything else is scaled with it
};

// How wide one line of text is, at a size (em).
struct FontMetrics {
  std::function<double(std::string_view text, double size, Weight weight)> width{};
};

// The scene is as wide as `size` says, and wider only where single words would not fit; as high as it needs.
// Texts never overlap and never leave the scene. Right to left is not supported.
ChartScene layout(const Chart& chart, const ChartSize& size, const FontMetrics& metrics);

}  // namespace assessment
