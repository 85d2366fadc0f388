// A number, typed on a keypad of our own: what is typed stands above it, with its unit.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/ui/answers.hpp"
#include "app/ui/paint.hpp"
#include "app/ui/touch.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

constexpr float display_height = 60;
constexpr float inset = 16;

struct KeySpec {
  std::string id{}, label{}, name{};
  TypeRole role = TypeRole::m;
  char key = 0;
};

bool draw_key(Frame& frame, const KeySpec& spec, const Box& box) {
  const Theme& theme = frame.theme();
  const ButtonColors& colors = theme.palette.button(ButtonKind::secondary);
  const Touch state = touch(frame, spec.id, box);
  const bool is_yellow = state.has_ring && !state.is_held;
  const Color resting = state.is_hovered ? colors.hover : colors.fill;
  fill(box, state.is_held ? colors.pressed : is_yellow ? theme.palette.focus : resting, theme.px(4));
  if (!is_yellow) outline(box, colors.border, theme.px(theme.palette.control_border), theme.px(4));
  const TextBlock block = lay_out(frame, spec.role, spec.label, box.width);
  draw_text(frame, spec.role, block,
            {box.x + (box.width - block.width) / 2, box.y + (box.height - block.height) / 2},
            is_yellow ? theme.palette.focus_text : colors.text);
  if (state.has_ring) focus_ring(frame, box);
  frame.note({.id = spec.id, .role = ItemRole::key, .name = spec.name, .box = box});
  return state.is_activated;
}

// Twelve places from the top left; an empty id leaves one free.
std::array<KeySpec, 12> keys_of(const NumberView& view) {
  std::array<KeySpec, 12> keys;
  const auto digit = [](char key) {
    const std::string text(1, key);
    return KeySpec{.id = "question.key." + text, .label = text, .name = text, .key = key};
  };
  for (std::size_t place = 0; place < 9; ++place) keys[place] = digit(static_cast<char>('1' + place));
  if (!view.point.empty()) keys[9] = {"question.key.point", ".", view.point, TypeRole::m, '.'};
  keys[10] = digit('0');
  keys[11] = {"question.key.delete", view.delete_label, view.delete_label, TypeRole::strong, '<'};
  return keys;
}

float key_width(const Frame& frame, const NumberView& view) {
  const Theme& theme = frame.theme();
  const float word = lay_out(frame, TypeRole::strong, view.delete_label, 100'000).width + 2 * theme.px(inset);
  const float most = std::floor((frame.layout.column.width - 2 * theme.gap()) / 3);
  return std::min(most, std::ceil(std::max(theme.answer_target() * 1.4F, word)));
}

void draw_display(Frame& frame, const NumberView& view, float width) {
  const Theme& theme = frame.theme();
  heading(frame, "question.number_title", view.title, TypeRole::strong);
  frame.space(8);
  const float height = std::max(theme.px(display_height), theme.line_pitch(TypeRole::l) + theme.px(16));
  const Box box{frame.layout.column.left, frame.layout.pen, width, height};
  fill(box, theme.palette.card);
  outline(box, theme.palette.border_input, theme.px(theme.palette.control_border));
  const bool is_long = lay_out(frame, TypeRole::l, view.typed, 100'000).width > width - 3 * theme.px(inset);
  const TypeRole role = is_long ? TypeRole::body : TypeRole::l;
  const TextBlock typed = lay_out(frame, role, view.typed, 100'000);
  const float middle = box.y + height / 2;
  draw_text(frame, role, typed, {box.x + theme.px(inset), middle - typed.height / 2}, theme.palette.text);
  // Where the next digit comes.
  const float caret = box.x + theme.px(inset) + typed.width + theme.px(3);
  fill({caret, box.y + theme.px(12), theme.px(2), height - 2 * theme.px(12)}, theme.palette.text_secondary);
  float right = box.right();
  if (!view.unit.empty()) {
    const TextBlock unit = lay_out(frame, TypeRole::m, view.unit, 100'000);
    const Point at{box.right() + theme.px(12), middle - unit.height / 2};
    draw_text(frame, TypeRole::m, unit, at, theme.palette.text);
    right = at.x + unit.width;
  }
  frame.note({.id = "question.typed",
              .role = ItemRole::status,
              .name = view.spoken,
              .value = view.typed,
              .box = {box.x, box.y, right - box.x, height}});
  frame.layout.pen += height;
}

void draw_keys(Frame& frame, const NumberView& view, float width) {
  const float gap = frame.theme().gap();
  const float height = frame.theme().answer_target();
  const auto keys = keys_of(view);
  for (std::size_t place = 0; place < keys.size(); ++place) {
    if (keys[place].id.empty()) continue;
    const auto column = static_cast<float>(place % 3);
    const auto row = static_cast<float>(place / 3);
    const Box box{frame.layout.column.left + column * (width + gap), frame.layout.pen + row * (height + gap),
                  width, height};
    if (draw_key(frame, keys[place], box)) frame.emit(TypeKey{keys[place].key});
  }
  frame.layout.pen += 4 * height + 4 * gap;
}

}  // namespace

void draw_number(Frame& frame, const NumberView& view) {
  const Theme& theme = frame.theme();
  const Column column = frame.layout.column;
  const float width = key_width(frame, view);
  const float keypad = 3 * width + 2 * theme.gap();
  const float unit = lay_out(frame, TypeRole::m, view.unit, 100'000).width + theme.px(12);
  const float gutter = theme.px(40);
  // Beside the keys where there is room: who types should see what they type.
  const bool is_beside = column.width >= 2 * keypad + gutter + unit;
  const float top = frame.layout.pen;
  draw_display(frame, view, keypad);
  if (!is_beside) {
    frame.layout.pen += theme.gap() + theme.px(4);
    draw_keys(frame, view, width);
    return;
  }
  frame.layout.pen = top;
  const float left = column.left + keypad + unit + gutter;
  const ColumnScope keys(frame, {left, column.left + column.width - left});
  draw_keys(frame, view, width);
}

}  // namespace app::ui
