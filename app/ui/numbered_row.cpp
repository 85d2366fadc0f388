#include "app/ui/numbered_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/ui/paint.hpp"
#include "app/ui/touch.hpp"

namespace app::ui {

namespace {

float text_left(const Theme& theme) {
  return theme.inset() + theme.mark() + theme.inset();
}

TextBlock label_block(const Canvas& canvas, std::string_view label, float width) {
  return lay_out(canvas, TypeRole::body, label, width - text_left(canvas.theme()) - canvas.theme().inset());
}

void draw_disc(const Canvas& canvas, const NumberedRow& row, Point centre) {
  const Theme& theme = canvas.theme();
  const float radius = theme.mark() / 2;
  if (row.number == 0) {
    dot(centre, radius, theme.palette.card);
    circle(centre, radius, row.is_picked ? theme.palette.mark : theme.palette.border_input,
           theme.px(theme.palette.control_border));
    if (row.is_picked) dot(centre, radius / 2, theme.palette.text);
    return;
  }
  dot(centre, radius, theme.palette.mark);
  const std::string digits = fmt::to_string(row.number);
  const TextBlock block = lay_out(canvas, TypeRole::strong, digits, 1000);
  draw_text(canvas, TypeRole::strong, block,
            {centre.x - block.width / 2, centre.y - theme.line_pitch(TypeRole::strong) / 2},
            theme.palette.card);
}

}  // namespace

float row_height(const Canvas& canvas, std::string_view label, float width) {
  const Theme& theme = canvas.theme();
  return std::max(theme.answer_target(), label_block(canvas, label, width).height + 2 * theme.inset());
}

bool numbered_row(Canvas& canvas, const NumberedRow& row, const Box& box) {
  const Theme& theme = canvas.theme();
  const Palette& palette = theme.palette;
  const Touch state = touch(canvas, row.id, box);
  const float resting = theme.contrast == Contrast::high ? 3 : 1;
  const bool is_marked = row.is_picked || row.number > 0;
  const Color back = state.is_held || state.is_hovered ? palette.choice_hover
                     : is_marked                       ? palette.choice_selected
                                                       : palette.card;
  fill(box, back, theme.corner());
  outline(box, is_marked ? palette.mark : palette.border_input,
          theme.px(row.is_picked ? 4 : std::max(resting, is_marked ? 2.0F : 1.0F)), theme.corner());
  const float middle = std::round(box.y + box.height / 2);
  draw_disc(canvas, row, {box.x + theme.inset() + theme.mark() / 2, middle});
  const TextBlock block = label_block(canvas, row.label, box.width);
  draw_text(canvas, TypeRole::body, block, {box.x + text_left(theme), middle - block.height / 2},
            palette.text);
  if (state.has_ring) focus_ring(canvas, box);
  canvas.note({.id = row.id, .role = row.role, .name = row.name, .value = row.value, .box = box});
  return state.is_activated;
}

}  // namespace app::ui
