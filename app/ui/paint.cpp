#include "app/ui/paint.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/ui/imgui_compat.hpp"

namespace app::ui {

namespace {

ImU32 code_of(Color color) {
  return IM_COL32(color.red, color.green, color.blue, color.alpha);
}

// At least one whole character, however narrow the column.
const char* next_character(const char* at, const char* end) {
  do {
    ++at;
  } while (at < end && (static_cast<unsigned char>(*at) & 0xC0U) == 0x80U);
  return at;
}

}  // namespace

void fill(const Box& box, Color color, float rounding) {
  if (color.alpha == 0) return;
  ImGui::GetWindowDrawList()->AddRectFilled({box.x, box.y}, {box.right(), box.bottom()}, code_of(color),
                                            rounding);
}

void outline(const Box& box, Color color, float thickness, float rounding) {
  if (color.alpha == 0) return;
  const float inset = thickness / 2;
  add_outline(ImGui::GetWindowDrawList(), {box.x + inset, box.y + inset},
              {box.right() - inset, box.bottom() - inset}, code_of(color), rounding, thickness);
}

void dot(Point centre, float radius, Color color) {
  ImGui::GetWindowDrawList()->AddCircleFilled({centre.x, centre.y}, radius, code_of(color));
}

void circle(Point centre, float radius, Color color, float thickness) {
  ImGui::GetWindowDrawList()->AddCircle({centre.x, centre.y}, radius - thickness / 2, code_of(color), 0,
                                        thickness);
}

void strip(const std::vector<Point>& points, Color color, float thickness) {
  std::vector<ImVec2> corners;
  corners.reserve(points.size());
  for (const Point& point : points) corners.emplace_back(point.x, point.y);
  add_line_strip(ImGui::GetWindowDrawList(), corners.data(), static_cast<int>(corners.size()), code_of(color),
                 thickness);
}

void focus_ring(const Canvas& canvas, const Box& box) {
  const float band = canvas.theme().ring_band();
  const auto grown = [&box](float by) {
    return Box{box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
  };
  const float rounding = canvas.theme().px(4);
  outline(grown(band), canvas.palette().focus_text, band, rounding + band / 2);
  outline(grown(2 * band), canvas.palette().focus, band, rounding + 3 * band / 2);
}

TextBlock lay_out(const Canvas& canvas, TypeRole role, std::string_view text, float width) {
  ImFont* font = canvas.typeface().font(role);
  const float size = canvas.typeface().size(role);
  TextBlock block;
  const char* at = text.data();
  const char* end = at + text.size();
  while (at < end) {
    const char* paragraph_end = std::find(at, end, '\n');
    const char* line_end = find_line_end(font, size, at, paragraph_end, width);
    if (line_end <= at) line_end = at == paragraph_end ? at : next_character(at, end);
    block.lines.emplace_back(at, static_cast<std::size_t>(line_end - at));
    block.width = std::max(block.width, measure_text(font, size, at, line_end));
    at = line_end;
    while (at < end && *at == ' ') ++at;
    if (at < end && *at == '\n') ++at;
  }
  block.width = std::ceil(block.width);
  block.height = static_cast<float>(block.lines.size()) * canvas.theme().line_pitch(role);
  return block;
}

float widest_word(const Canvas& canvas, TypeRole role, std::string_view text) {
  float widest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const char* word = text.data();
    widest = std::max(
        widest, measure_text(canvas.typeface().font(role), canvas.typeface().size(role), word, word + end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::ceil(widest);
}

void draw_text(const Canvas& canvas, TypeRole role, const TextBlock& block, Point at, Color color) {
  const float size = canvas.typeface().size(role);
  const float pitch = canvas.theme().line_pitch(role);
  // Capitals of our fonts stand in the middle of their size, so the middle of the line it is.
  float y = std::round(at.y + (pitch - size) / 2);
  for (const std::string_view line : block.lines) {
    ImGui::GetWindowDrawList()->AddText(canvas.typeface().font(role), size, {std::round(at.x), y},
                                        code_of(color), line.data(), line.data() + line.size());
    y += pitch;
  }
}

}  // namespace app::ui
