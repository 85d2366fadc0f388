// Bars: a level among its steps, and a share of a hundred. The words beside them say the same.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/ui/paint.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

void draw_steps(const Theme& theme, const Box& box, int step, int steps) {
  const float gap = theme.px(6);
  const float width = std::floor((box.width + gap) / static_cast<float>(std::max(1, steps)) - gap);
  for (int part = 0; part < steps; ++part) {
    const Box piece{box.x + static_cast<float>(part) * (width + gap), box.y, width, box.height};
    const bool is_full = part < step;
    fill(piece, is_full ? theme.palette.bar_full : theme.palette.bar_empty, theme.px(2));
    outline(piece, is_full ? theme.palette.bar_full : theme.palette.border_input, theme.px(2), theme.px(2));
  }
}

}  // namespace

void level_bar(Canvas& canvas, std::string id, std::string_view text, int step, int steps) {
  const Theme& theme = canvas.theme();
  const Column column = canvas.layout.column;
  const float top = canvas.layout.pen;
  const Box bar{column.left, top, column.width, theme.px(16)};
  draw_steps(theme, bar, step, steps);
  canvas.layout.pen += bar.height + theme.px(6);
  const TextBlock block = lay_out(canvas, TypeRole::body, text, column.width);
  draw_text(canvas, TypeRole::body, block, {column.left, canvas.layout.pen}, theme.palette.text_secondary);
  canvas.layout.pen += block.height;
  canvas.note({.id = std::move(id),
               .role = ItemRole::progress,
               .name = std::string(text),
               .value = fmt::format("{}/{}", step, steps),
               .box = {column.left, top, column.width, canvas.layout.pen - top}});
}

void percent_bar(Canvas& canvas, std::string id, std::string_view label, std::string_view text, int percent) {
  const Theme& theme = canvas.theme();
  const Column column = canvas.layout.column;
  const float top = canvas.layout.pen;
  const std::string words = fmt::format("{}: {}", label, text);
  const TextBlock block = lay_out(canvas, TypeRole::body, words, column.width);
  draw_text(canvas, TypeRole::body, block, {column.left, top}, theme.palette.text);
  canvas.layout.pen += block.height + theme.px(4);
  const Box bar{column.left, canvas.layout.pen, column.width, theme.px(16)};
  fill(bar, theme.palette.bar_empty, theme.px(2));
  const float share = static_cast<float>(std::clamp(percent, 0, 100)) / 100;
  fill({bar.x, bar.y, std::round(bar.width * share), bar.height}, theme.palette.bar_full, theme.px(2));
  outline(bar, theme.palette.border_input, theme.px(2), theme.px(2));
  canvas.layout.pen += bar.height;
  canvas.note({.id = std::move(id),
               .role = ItemRole::progress,
               .name = words,
               .value = fmt::format("{}/100", percent),
               .box = {column.left, top, column.width, canvas.layout.pen - top}});
}

void level_row(Canvas& canvas, const LevelRow& row) {
  const Theme& theme = canvas.theme();
  const Column column = canvas.layout.column;
  const float top = canvas.layout.pen;
  const float side = std::max(theme.px(300), 16 * theme.em_of(TypeRole::body));
  const float gap = theme.px(32);
  // Beside the title where that leaves it a readable line, else below.
  const bool is_beside = column.width - side - gap >= 16 * theme.em_of(TypeRole::body);
  const TextBlock title =
      lay_out(canvas, TypeRole::body, row.title, is_beside ? column.width - side - gap : column.width);
  draw_text(canvas, TypeRole::body, title, {column.left, top}, theme.palette.text);
  const Point at{is_beside ? column.left + column.width - side : column.left,
                 is_beside ? top : top + title.height};
  const float width = is_beside ? side : column.width;
  const TextBlock level = lay_out(canvas, TypeRole::strong, row.level, width);
  draw_text(canvas, TypeRole::strong, level, at, theme.palette.text);
  float bottom = at.y + level.height;
  if (row.steps > 0) {
    const Box bar{at.x, bottom + theme.px(2), std::min(width, side), theme.px(12)};
    draw_steps(theme, bar, row.step, row.steps);
    bottom = bar.bottom();
  }
  canvas.layout.pen = std::max(top + title.height, bottom);
  canvas.note({.id = row.id,
               .role = ItemRole::progress,
               .name = row.name,
               .value = row.steps > 0 ? fmt::format("{}/{}", row.step, row.steps) : "",
               .box = {column.left, top, column.width, canvas.layout.pen - top}});
}

}  // namespace app::ui
