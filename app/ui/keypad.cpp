#include "app/ui/keypad.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/ui/paint.hpp"
#include "app/ui/touch.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

constexpr float display_height = 60;

struct KeySpec {
  std::string id{}, label{}, name{};
  TypeRole role = TypeRole::m;
  char key = 0;
};

bool draw_key(Canvas& canvas, const KeySpec& spec, const Box& box) {
  const Theme& theme = canvas.theme();
  const ButtonColors& colors = theme.palette.button(ButtonKind::secondary);
  const Touch state = touch(canvas, spec.id, box, Strike::quick);
  const bool is_yellow = state.has_ring && !state.is_held;
  const Color resting = state.is_hovered ? colors.hover : colors.fill;
  fill(box, state.is_held ? colors.pressed : is_yellow ? theme.palette.focus : resting, theme.px(4));
  if (!is_yellow) outline(box, colors.border, theme.px(theme.palette.control_border), theme.px(4));
  const TextBlock block = lay_out(canvas, spec.role, spec.label, box.width);
  draw_text(canvas, spec.role, block,
            {box.x + (box.width - block.width) / 2, box.y + (box.height - block.height) / 2},
            is_yellow ? theme.palette.focus_text : colors.text);
  if (state.has_ring) focus_ring(canvas, box);
  canvas.note({.id = spec.id, .role = ItemRole::key, .name = spec.name, .box = box});
  return state.is_activated;
}

// Twelve places from the top left; an empty id leaves one free.
std::array<KeySpec, 12> keys_of(const KeypadSpec& spec) {
  std::array<KeySpec, 12> keys;
  const std::string id = spec.page + ".key.";
  const auto digit = [&id](char key) {
    const std::string text(1, key);
    return KeySpec{.id = id + text, .label = text, .name = text, .key = key};
  };
  for (std::size_t place = 0; place < 9; ++place) keys[place] = digit(static_cast<char>('1' + place));
  if (!spec.point.empty()) keys[9] = {id + "point", ".", spec.point, TypeRole::m, '.'};
  keys[10] = digit('0');
  keys[11] = {id + "delete", spec.delete_label, spec.delete_label, TypeRole::strong, '<'};
  return keys;
}

float key_width(const Canvas& canvas, const KeypadSpec& spec) {
  const Theme& theme = canvas.theme();
  const float word = lay_out(canvas, TypeRole::strong, spec.delete_label, 100'000).width + 2 * theme.inset();
  const float most = std::floor((canvas.layout.column.width - 2 * theme.gap()) / 3);
  return std::min(most, std::ceil(std::max(theme.answer_target() * 1.4F, word)));
}

void draw_display(Canvas& canvas, const KeypadSpec& spec, float width) {
  const Theme& theme = canvas.theme();
  heading(canvas, spec.page + ".number_title", spec.title, TypeRole::strong);
  canvas.space(8);
  const float height = std::max(theme.px(display_height), theme.line_pitch(TypeRole::l) + theme.px(16));
  const Box box{canvas.layout.column.left, canvas.layout.pen, width, height};
  fill(box, theme.palette.card);
  outline(box, theme.palette.border_input, theme.px(theme.palette.control_border));
  const bool is_long = lay_out(canvas, TypeRole::l, spec.shown, 100'000).width > width - 3 * theme.inset();
  const TypeRole role = is_long ? TypeRole::body : TypeRole::l;
  const TextBlock typed = lay_out(canvas, role, spec.shown, 100'000);
  const float middle = box.y + height / 2;
  draw_text(canvas, role, typed, {box.x + theme.inset(), middle - typed.height / 2}, theme.palette.text);
  // Where the next digit comes.
  const float caret = box.x + theme.inset() + typed.width + theme.px(3);
  fill({caret, box.y + theme.px(12), theme.px(2), height - 2 * theme.px(12)}, theme.palette.text_secondary);
  float right = box.right();
  if (!spec.unit.empty()) {
    const TextBlock unit = lay_out(canvas, TypeRole::m, spec.unit, 100'000);
    const Point at{box.right() + theme.px(12), middle - unit.height / 2};
    draw_text(canvas, TypeRole::m, unit, at, theme.palette.text);
    right = at.x + unit.width;
  }
  canvas.note({.id = spec.page + ".typed",
               .role = ItemRole::status,
               .name = spec.spoken,
               .value = spec.shown,
               .box = {box.x, box.y, right - box.x, height}});
  canvas.layout.pen += height;
}

std::optional<char> draw_keys(Canvas& canvas, const KeypadSpec& spec, float width) {
  const float gap = canvas.theme().gap();
  const float height = canvas.theme().answer_target();
  const auto keys = keys_of(spec);
  std::optional<char> pressed;
  for (std::size_t place = 0; place < keys.size(); ++place) {
    if (keys[place].id.empty()) continue;
    const auto column = static_cast<float>(place % 3);
    const auto row = static_cast<float>(place / 3);
    const Box box{canvas.layout.column.left + column * (width + gap),
                  canvas.layout.pen + row * (height + gap), width, height};
    if (draw_key(canvas, keys[place], box)) pressed = keys[place].key;
  }
  canvas.layout.pen += 4 * height + 4 * gap;
  return pressed;
}

}  // namespace

std::optional<char> keypad(Canvas& canvas, const KeypadSpec& spec) {
  const Theme& theme = canvas.theme();
  const Column column = canvas.layout.column;
  const float width = key_width(canvas, spec);
  const float keys_width = 3 * width + 2 * theme.gap();
  const float unit = lay_out(canvas, TypeRole::m, spec.unit, 100'000).width + theme.px(12);
  const float gutter = theme.px(40);
  // Beside the keys where there is room: who types should see what they type.
  const bool is_beside = column.width >= 2 * keys_width + gutter + unit;
  const float top = canvas.layout.pen;
  draw_display(canvas, spec, keys_width);
  if (!is_beside) {
    canvas.layout.pen += theme.gap() + theme.px(4);
    return draw_keys(canvas, spec, width);
  }
  canvas.layout.pen = top;
  const float left = column.left + keys_width + unit + gutter;
  const ColumnScope keys(canvas, {left, column.left + column.width - left});
  return draw_keys(canvas, spec, width);
}

}  // namespace app::ui
