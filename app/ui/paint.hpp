// Shapes and lines of text on the present window's draw list: the strokes that widgets are made of.
#pragma once

#include <string_view>
#include <vector>

#include "app/ui/frame.hpp"
#include "app/ui/frame_item.hpp"
#include "app/ui/input.hpp"
#include "app/ui/theme.hpp"

namespace app::ui {

void fill(const Box& box, Color color, float rounding = 0);
void outline(const Box& box, Color color, float thickness, float rounding = 0);  // inside the box
void dot(Point centre, float radius, Color color);
void circle(Point centre, float radius, Color color, float thickness);
void strip(const std::vector<Point>& points, Color color, float thickness);

// Black touching the control, yellow around it: one of the two is seen on any background.
void focus_ring(const Canvas& canvas, const Box& box);

// A text broken into lines; the views live as long as the text.
struct TextBlock {
  std::vector<std::string_view> lines{};
  float width = 0, height = 0;  // pixels
};

TextBlock lay_out(const Canvas& canvas, TypeRole role, std::string_view text, float width);
// The width of the widest word: narrower than this, a column breaks words.
float widest_word(const Canvas& canvas, TypeRole role, std::string_view text);
void draw_text(const Canvas& canvas, TypeRole role, const TextBlock& block, Point at, Color color);

}  // namespace app::ui
