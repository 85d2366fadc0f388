// Buttons and links.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/ui/ink.hpp"
#include "app/ui/paint.hpp"
#include "app/ui/touch.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

constexpr float shadow_depth = 4;

float padding_of(const Canvas& canvas, ButtonSize size) {
  const float control = size == ButtonSize::bar ? 8 : 20;
  return canvas.theme().px(size == ButtonSize::answer ? 32 : control);
}

float arrow_size(const Canvas& canvas) {
  return std::round(canvas.theme().em_of(TypeRole::strong) * 0.7F);
}

float arrow_width(const Canvas& canvas, const ButtonSpec& spec) {
  return spec.arrow == Arrow::none ? 0 : arrow_size(canvas) + canvas.theme().px(10);
}

void draw_arrow(const Canvas& canvas, Arrow arrow, Point centre, Color color) {
  const float reach = arrow_size(canvas) / 2;
  const float tip = arrow == Arrow::down ? reach / 2 : -reach / 2;
  strip({{centre.x - reach, centre.y - tip}, {centre.x, centre.y + tip}, {centre.x + reach, centre.y - tip}},
        color, std::max(2.0F, canvas.theme().px(3)));
}

Color fill_of(const ButtonColors& colors, const Touch& state, const Palette& palette) {
  if (state.is_held) return colors.pressed;
  if (state.has_ring) return palette.focus;
  return state.is_hovered ? colors.hover : colors.fill;
}

void draw_button(const Canvas& canvas, const ButtonSpec& spec, const Box& box, const Touch& state) {
  const Theme& theme = canvas.theme();
  const ButtonColors& colors = theme.palette.button(spec.kind);
  const bool is_yellow = state.has_ring && !state.is_held;
  const float depth = colors.shadow.alpha == 0 ? 0 : theme.px(shadow_depth);
  Box face = box;
  if (state.is_held) {
    face.y += depth;
  } else if (depth > 0) {
    Box shadow = box;
    shadow.y += depth;
    fill(shadow, is_yellow ? theme.palette.focus_text : colors.shadow, theme.corner());
  }
  fill(face, fill_of(colors, state, theme.palette), theme.corner());
  outline(face, is_yellow ? Color{0, 0, 0, 0} : colors.border, theme.px(theme.palette.control_border),
          theme.corner());
  const TextBlock block =
      lay_out(canvas, spec.text, spec.label, box.width - 2 * padding_of(canvas, spec.size) + 1);
  const Color ink = is_yellow ? theme.palette.focus_text : colors.text;
  const float arrow = arrow_width(canvas, spec);
  const Point at{face.x + (face.width - block.width + arrow) / 2, face.y + (face.height - block.height) / 2};
  if (spec.arrow != Arrow::none) {
    draw_arrow(canvas, spec.arrow, {at.x - arrow + arrow_size(canvas) / 2, face.y + face.height / 2}, ink);
  }
  draw_text(canvas, spec.text, block, at, ink);
  if (state.has_ring) focus_ring(canvas, box);
}

}  // namespace

Touch touch(Canvas& canvas, const std::string& id, const Box& box, Strike strike) {
  ImGui::SetCursorScreenPos({box.x, box.y});
  const bool is_clicked = ImGui::InvisibleButton(id.c_str(), {box.width, box.height});
  if (is_clicked) canvas.wishes.pressed = id;
  const bool is_struck = is_clicked || canvas.is_activated(id);
  const bool counts = is_struck && !canvas.past().strike.is_repeated(id, strike, canvas.past().now);
  if (counts) canvas.wishes.struck = id;
  return {.is_activated = counts,
          .is_hovered = ImGui::IsItemHovered(),
          .is_held = ImGui::IsItemActive() && ImGui::IsItemHovered(),
          .has_ring = canvas.has_ring(id)};
}

float button_height(const Canvas& canvas, const ButtonSpec& spec, float width) {
  const Theme& theme = canvas.theme();
  const float inner = width - 2 * padding_of(canvas, spec.size);
  const TextBlock block = lay_out(canvas, TypeRole::strong, spec.label, inner);
  const float least = spec.size == ButtonSize::answer ? theme.answer_target() : theme.control_target();
  return std::max(least, block.height + 2 * theme.px(12));
}

float button_width(const Canvas& canvas, const ButtonSpec& spec) {
  const TextBlock block = lay_out(canvas, TypeRole::strong, spec.label, 100'000);
  const float least =
      spec.size == ButtonSize::answer ? canvas.theme().px(200) : canvas.theme().control_target();
  return std::max(least, block.width + arrow_width(canvas, spec) + 2 * padding_of(canvas, spec.size));
}

bool button_at(Canvas& canvas, const ButtonSpec& spec, const Box& box) {
  const Touch state = touch(canvas, spec.id, box, spec.strike);
  draw_button(canvas, spec, box, state);
  canvas.note({.id = spec.id,
               .role = ItemRole::button,
               .name = spec.name.empty() ? spec.label : spec.name,
               .language = spec.language,
               .box = box});
  return state.is_activated;
}

bool button(Canvas& canvas, const ButtonSpec& spec) {
  return buttons(canvas, {spec}).has_value();
}

std::optional<std::size_t> buttons(Canvas& canvas, const std::vector<ButtonSpec>& specs) {
  const Column column = canvas.layout.column;
  const float gap = canvas.theme().gap() + canvas.theme().px(4);
  std::optional<std::size_t> pressed;
  float x = column.left;
  float row_height = 0;
  for (std::size_t index = 0; index < specs.size(); ++index) {
    const float width = std::min(column.width, button_width(canvas, specs[index]));
    if (x > column.left && x + width > column.left + column.width) {
      x = column.left;
      canvas.layout.pen += row_height + gap;
      row_height = 0;
    }
    const float height = button_height(canvas, specs[index], width);
    if (button_at(canvas, specs[index], {x, canvas.layout.pen, width, height})) pressed = index;
    x += width + gap;
    row_height = std::max(row_height, height);
  }
  canvas.layout.pen += row_height + canvas.theme().px(shadow_depth);
  return pressed;
}

std::optional<std::size_t> button_columns(Canvas& canvas, const std::vector<ButtonSpec>& specs) {
  constexpr float least_label_em = 16;
  const Theme& theme = canvas.theme();
  const Column column = canvas.layout.column;
  const float gap = theme.gap() + theme.px(4);
  const float half = std::floor((column.width - gap) / 2);
  const float least =
      least_label_em * theme.em_of(TypeRole::strong) + 2 * padding_of(canvas, ButtonSize::answer);
  const std::size_t per_row = half >= least ? 2 : 1;
  const float width = per_row == 2 ? half : column.width;
  std::optional<std::size_t> pressed;
  for (std::size_t first = 0; first < specs.size(); first += per_row) {
    const std::size_t end = std::min(specs.size(), first + per_row);
    float height = 0;
    for (std::size_t index = first; index < end; ++index)
      height = std::max(height, button_height(canvas, specs[index], width));
    for (std::size_t index = first; index < end; ++index) {
      const float x = column.left + static_cast<float>(index - first) * (width + gap);
      if (button_at(canvas, specs[index], {x, canvas.layout.pen, width, height})) pressed = index;
    }
    canvas.layout.pen += height + gap;
  }
  canvas.layout.pen += theme.px(shadow_depth) - gap;
  return pressed;
}

bool link(Canvas& canvas, std::string id, std::string_view text, Ink ink) {
  const Theme& theme = canvas.theme();
  const Column column = canvas.layout.column;
  const float side = theme.px(8);  // room around the words when the link is yellow
  const TextBlock block = lay_out(canvas, TypeRole::strong, text, column.width - side);
  const float height = std::max(theme.control_target(), block.height + 2 * theme.px(8));
  const Box box{column.left - side, canvas.layout.pen,
                std::max(block.width + 2 * side, theme.control_target()), height};
  const Touch state = touch(canvas, id, box);
  const Color color = state.has_ring ? theme.palette.focus_text : color_of(canvas, ink);
  if (state.has_ring) fill(box, theme.palette.focus);
  const Point at{column.left, box.y + std::round((height - block.height) / 2)};
  draw_text(canvas, TypeRole::strong, block, at, color);
  const float underline = at.y + block.height - theme.px(2);
  fill({at.x, underline, block.width, theme.px(state.is_hovered ? 3 : 2)}, color);
  if (state.has_ring) focus_ring(canvas, box);
  canvas.note({.id = std::move(id), .role = ItemRole::link, .name = std::string(text), .box = box});
  canvas.layout.pen += height;
  return state.is_activated;
}

}  // namespace app::ui
