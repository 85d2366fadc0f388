// The windows around the scenes: plain drawings that nobody takes for a real program.
#include <algorithm>
#include <cmath>

#include "app/ui/paint.hpp"
#include "app/ui/scene_parts.hpp"

namespace app::ui {

namespace {

using assessment::SceneKind;

float line(const Theme& theme) {
  return std::max(1.0F, theme.px(theme.contrast == Contrast::high ? 3 : 2));
}

float glyph_size(const Theme& theme) {
  return std::round(theme.em_of(TypeRole::strong) * 1.1F);
}

float title_left(const Theme& theme) {
  return theme.px(16) + glyph_size(theme) + theme.px(12);
}

// Room for the three small shapes at the end of a title bar.
float title_right(const Theme& theme, SceneKind kind) {
  return kind == SceneKind::record ? theme.px(16) : theme.px(96);
}

TextBlock title_block(const Canvas& canvas, const SceneView& view, float width) {
  const Theme& theme = canvas.theme();
  return lay_out(canvas, TypeRole::strong, view.title,
                 width - title_left(theme) - title_right(theme, view.kind) - theme.px(16));
}

float bar_height(const Canvas& canvas, const SceneView& view, float width) {
  return std::max(canvas.theme().px(48), title_block(canvas, view, width).height + 2 * canvas.theme().px(10));
}

void draw_envelope(const Box& box, Color color, float thickness) {
  const Box paper{box.x, box.y + box.height * 0.16F, box.width, box.height * 0.68F};
  outline(paper, color, thickness, 2);
  strip({{paper.x, paper.y + thickness},
         {paper.x + paper.width / 2, paper.y + paper.height * 0.6F},
         {paper.right(), paper.y + thickness}},
        color, thickness);
}

void draw_globe(const Box& box, Color color, float thickness) {
  const Point centre{box.x + box.width / 2, box.y + box.height / 2};
  circle(centre, box.width / 2, color, thickness);
  strip({{box.x, centre.y}, {box.right(), centre.y}}, color, thickness);
  strip({{centre.x, box.y},
         {centre.x + box.width * 0.22F, box.y + box.height * 0.25F},
         {centre.x + box.width * 0.22F, box.y + box.height * 0.75F},
         {centre.x, box.bottom()},
         {centre.x - box.width * 0.22F, box.y + box.height * 0.75F},
         {centre.x - box.width * 0.22F, box.y + box.height * 0.25F},
         {centre.x, box.y}},
        color, thickness);
}

void draw_person(const Box& box, Color color) {
  const float middle = box.x + box.width / 2;
  dot({middle, box.y + box.height * 0.28F}, box.width * 0.24F, color);
  fill({box.x + box.width * 0.12F, box.y + box.height * 0.58F, box.width * 0.76F, box.height * 0.42F}, color,
       box.width * 0.2F);
}

void draw_screen(const Box& box, Color color, float thickness) {
  outline({box.x, box.y + box.height * 0.08F, box.width, box.height * 0.64F}, color, thickness, 2);
  fill({box.x + box.width * 0.25F, box.y + box.height * 0.84F, box.width * 0.5F, thickness}, color);
}

void draw_glyph(const Canvas& canvas, SceneKind kind, const Box& box, Color color) {
  const float thickness = std::max(2.0F, canvas.theme().px(2));
  switch (kind) {
    case SceneKind::message:
      return draw_envelope(box, color, thickness);
    case SceneKind::browser:
      return draw_globe(box, color, thickness);
    case SceneKind::record:
      return draw_person(box, color);
    case SceneKind::desktop:
      return draw_screen(box, color, thickness);
  }
}

// A stroke, a square and a cross, as windows have them; nothing to press.
void draw_window_marks(const Canvas& canvas, const Box& bar, Color color) {
  const Theme& theme = canvas.theme();
  const float size = theme.px(12);
  const float y = std::round(bar.y + bar.height / 2);
  const float thickness = std::max(1.0F, theme.px(2));
  float x = bar.right() - theme.px(20) - size;
  strip({{x, y - size / 2}, {x + size, y + size / 2}}, color, thickness);
  strip({{x, y + size / 2}, {x + size, y - size / 2}}, color, thickness);
  x -= theme.px(28);
  outline({x, y - size / 2, size, size}, color, thickness);
  x -= theme.px(28);
  fill({x, y, size, thickness}, color);
}

Color paper_of(const Palette& palette, SceneKind kind) {
  if (kind == SceneKind::desktop) return palette.scene_backdrop;
  return kind == SceneKind::record ? palette.page : palette.card;
}

void draw_title(Canvas& canvas, const SceneView& view, const Box& bar, Color ink) {
  const Theme& theme = canvas.theme();
  const float size = glyph_size(theme);
  const float middle = std::round(bar.y + bar.height / 2);
  draw_glyph(canvas, view.kind, {bar.x + theme.px(16), middle - size / 2, size, size}, ink);
  const TextBlock block = title_block(canvas, view, bar.width);
  const Box box{bar.x + title_left(theme), middle - block.height / 2, block.width, block.height};
  draw_text(canvas, TypeRole::strong, block, {box.x, box.y}, ink);
  canvas.note({.id = "question.scene", .name = view.title, .box = box});
}

// The tab that holds the title, on a bar of its own colour.
void draw_tab(const Canvas& canvas, const SceneView& view, const Box& bar) {
  const Theme& theme = canvas.theme();
  const float width = title_left(theme) + title_block(canvas, view, bar.width).width + theme.px(24);
  const Box tab{bar.x + theme.px(6), bar.y + theme.px(6), width, bar.height - theme.px(6)};
  fill({tab.x, tab.y, tab.width, tab.height}, theme.palette.card, theme.px(8));
  fill({tab.x, tab.bottom() - theme.px(8), tab.width, theme.px(8)}, theme.palette.card);
  if (theme.contrast == Contrast::high) outline(tab, theme.palette.border_decor, line(theme), theme.px(8));
}

// The bar of a message, browser or desktop at the top; the taskbar of a desktop is the same at the bottom.
void draw_bar(Canvas& canvas, const SceneView& view, const Box& bar) {
  const Theme& theme = canvas.theme();
  const Palette& palette = theme.palette;
  const bool is_record = view.kind == SceneKind::record;
  fill(bar, is_record ? palette.brand : palette.scene_bar, theme.px(6));
  if (view.kind == SceneKind::browser) draw_tab(canvas, view, bar);
  draw_title(canvas, view, bar, is_record ? palette.text_on_brand : palette.text);
  if (view.kind == SceneKind::message || view.kind == SceneKind::browser)
    draw_window_marks(canvas, bar, palette.text);
}

}  // namespace

SceneFrame scene_frame(const Canvas& canvas, const SceneView& view, float width) {
  const Theme& theme = canvas.theme();
  const float bar = bar_height(canvas, view, width);
  const float side = theme.px(8);
  if (view.kind == SceneKind::desktop) return {.top = side, .bottom = bar + side, .side = side};
  return {.top = bar + side, .bottom = side, .side = side};
}

void draw_scene_frame(Canvas& canvas, const SceneView& view, const Box& box) {
  const Theme& theme = canvas.theme();
  const Palette& palette = theme.palette;
  fill(box, paper_of(palette, view.kind), theme.px(6));
  const float bar = bar_height(canvas, view, box.width);
  const bool is_desktop = view.kind == SceneKind::desktop;
  const Box place{box.x, is_desktop ? box.bottom() - bar : box.y, box.width, bar};
  draw_bar(canvas, view, place);
  const float edge = is_desktop ? place.y : place.bottom() - line(theme);
  if (view.kind != SceneKind::browser || theme.contrast == Contrast::high)
    fill({box.x, edge, box.width, line(theme)}, palette.border_input);
  outline(box, palette.border_input, line(theme), theme.px(6));
}

}  // namespace app::ui
