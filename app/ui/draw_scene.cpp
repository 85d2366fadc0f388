#include "app/ui/draw_scene.hpp"

#include <imgui.h>

#include <cmath>

#include "app/ui/imgui_compat.hpp"
#include "app/ui/paint.hpp"

namespace app::ui {

namespace {

TypeRole role_of(assessment::Weight weight) {
  return weight == assessment::Weight::strong ? TypeRole::strong : TypeRole::small;
}

// Dear ImGui's size of a text whose em is `em` pixels.
float size_of(const Canvas& canvas, TypeRole role, double em) {
  return canvas.typeface().size(role) * static_cast<float>(em) / canvas.theme().em_of(role);
}

Point moved(Point at, assessment::ScenePoint by) {
  return {at.x + static_cast<float>(by.x), at.y + static_cast<float>(by.y)};
}

void draw(const Canvas& canvas, const assessment::SceneText& text, Point origin) {
  const TypeRole role = role_of(text.weight);
  ImFont* font = canvas.typeface().font(role);
  const float size = size_of(canvas, role, text.size);
  const char* end = text.text.data() + text.text.size();
  const float width = measure_text(font, size, text.text.data(), end);
  Point at = moved(origin, text.at);
  if (text.anchor == assessment::Anchor::middle) at.x -= width / 2;
  if (text.anchor == assessment::Anchor::end) at.x -= width;
  const Color color = to_color(text.color);
  ImGui::GetWindowDrawList()->AddText(
      font, size, {std::round(at.x), std::round(at.y - ascent_of(font, size))},
      IM_COL32(color.red, color.green, color.blue, 255), text.text.data(), end);
}

}  // namespace

assessment::FontMetrics chart_metrics(const Canvas& canvas) {
  return {[&canvas](std::string_view text, double em, assessment::Weight weight) {
    const TypeRole role = role_of(weight);
    return static_cast<double>(measure_text(canvas.typeface().font(role), size_of(canvas, role, em),
                                            text.data(), text.data() + text.size()));
  }};
}

void draw_scene(const Canvas& canvas, const assessment::ChartScene& scene, Point at) {
  for (const assessment::SceneRectangle& rectangle : scene.rectangles) {
    const Point corner = moved(at, {rectangle.x, rectangle.y});
    const Box box{corner.x, corner.y, static_cast<float>(rectangle.width),
                  static_cast<float>(rectangle.height)};
    if (rectangle.fill) fill(box, to_color(*rectangle.fill));
    if (rectangle.border) outline(box, to_color(*rectangle.border), 1);
  }
  for (const assessment::SceneLine& line : scene.lines)
    strip({moved(at, line.from), moved(at, line.to)}, to_color(line.color), static_cast<float>(line.width));
  for (const assessment::SceneDot& each : scene.dots)
    dot(moved(at, each.center), static_cast<float>(each.radius), to_color(each.fill));
  for (const assessment::SceneText& text : scene.texts) draw(canvas, text, at);
}

}  // namespace app::ui
