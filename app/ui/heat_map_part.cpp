// The heat map: a value in every cell, its fill only beside it. Where the columns do not fit, each group is a
// list of its domains. Always dark on a white card.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/ui/draw_scene.hpp"
#include "app/ui/paint.hpp"
#include "app/ui/touch.hpp"
#include "app/ui/trainer_parts.hpp"
#include "app/ui/widgets.hpp"
#include "assessment/reporting/chart_canvas.hpp"

namespace app::ui {

namespace {

constexpr float least_row_em = 9;     // of the column of groups
constexpr float stacked_cell_em = 6;  // of a cell beside its domain

// The colours of print, whatever the theme.
const Palette& paper() {
  static const Palette palette = make_palette(Contrast::normal);
  return palette;
}

struct CellColors {
  Color fill{}, text{};
};

CellColors colors_of(CellShade shade) {
  if (shade > CellShade::darkest) return {paper().card, paper().text};
  const assessment::Color step = assessment::chart_colors::steps[static_cast<std::size_t>(shade)];
  return {to_color(step), to_color(assessment::text_color_on(step))};
}

void draw_hatch(const Theme& theme, const Box& box) {
  const float step = theme.px(10);
  for (float start = step; start < box.width + box.height; start += step) {
    const float down = std::min(start, box.height), across = std::min(start, box.width);
    strip({{box.x + start - down, box.y + down}, {box.x + across, box.y + start - across}},
          paper().border_decor, std::max(1.0F, theme.px(1)));
  }
}

void draw_cell(TrainerFrame& frame, const std::string& id, const HeatCell& cell, const Box& box) {
  const Theme& theme = frame.theme();
  const CellColors colors = colors_of(cell.shade);
  const Touch state = cell.action ? touch(frame, id, box) : Touch{};
  fill(box, colors.fill);
  if (cell.shade == CellShade::withheld) draw_hatch(theme, box);
  outline(box, paper().border_input, theme.px(state.is_hovered ? 3 : 1));
  const TextBlock block = lay_out(frame, table_type, cell.text, box.width);
  const Point at{std::round(box.x + (box.width - block.width) / 2),
                 std::round(box.y + (box.height - block.height) / 2)};
  draw_text(frame, table_type, block, at, colors.text);
  if (state.has_ring) {
    const float inside = 2 * theme.ring_band() + 1;  // its neighbours would cover what lies outside
    focus_ring(frame, {box.x + inside, box.y + inside, box.width - 2 * inside, box.height - 2 * inside});
  }
  frame.note({.id = id,
              .role = cell.action ? ItemRole::button : ItemRole::text,
              .name = cell.name,
              .value = cell.text,
              .box = box});
  if (state.is_activated) frame.emit(*cell.action);
}

void put(Canvas& canvas, const std::string& id, std::string_view text, Column column, float top,
         Color color) {
  const TextBlock block = lay_out(canvas, table_type, text, column.width + 1);
  draw_text(canvas, table_type, block, {column.left, top}, color);
  if (!text.empty())
    canvas.note({.id = id, .name = std::string(text), .box = {column.left, top, block.width, block.height}});
}

float height_of(const Canvas& canvas, std::string_view text, float width) {
  return lay_out(canvas, table_type, text, width + 1).height;
}

struct MapColumns {
  float row = 0, cell = 0;  // widths; 0: they do not fit
};

MapColumns fit_map(const Canvas& canvas, const HeatMapPart& part) {
  const Theme& theme = canvas.theme();
  float cell = theme.em_of(table_type) * 4;
  for (const std::string& title : part.columns)
    cell = std::max(cell, widest_word(canvas, table_type, title) + theme.px(12));
  cell = std::ceil(cell);
  float row = theme.em_of(table_type) * least_row_em;
  for (const HeatRow& each : part.rows)
    row = std::max(row, widest_word(canvas, table_type, each.title) + theme.px(16));
  const float width = canvas.layout.column.width;
  const auto count = static_cast<float>(std::max<std::size_t>(part.columns.size(), 1));
  if (row + count * cell > width) return {};
  // What is left goes to the names first, then to all cells alike.
  row = std::min(width - count * cell, std::max(row, theme.em_of(table_type) * 16));
  return {row, std::floor((width - row) / count)};
}

void draw_map_head(TrainerFrame& frame, const HeatMapPart& part, MapColumns columns) {
  const Theme& theme = frame.theme();
  const float left = frame.layout.column.left;
  const float inner = columns.cell - theme.px(8);
  float height = height_of(frame, part.corner, columns.row);
  for (const std::string& title : part.columns) height = std::max(height, height_of(frame, title, inner));
  const float bottom = frame.layout.pen + height;
  const auto place = [&](std::string_view text, float width) {
    return bottom - height_of(frame, text, width);
  };
  put(frame, part.id + ".corner", part.corner, {left, columns.row}, place(part.corner, columns.row),
      paper().text_secondary);
  for (std::size_t i = 0; i < part.columns.size(); ++i) {
    const float x = left + columns.row + static_cast<float>(i) * columns.cell + theme.px(4);
    put(frame, fmt::format("{}.head.{}", part.id, i), part.columns[i], {x, inner},
        place(part.columns[i], inner), paper().text);
  }
  frame.layout.pen = bottom + theme.px(8);
}

void draw_map_row(TrainerFrame& frame, const HeatMapPart& part, const HeatRow& row, MapColumns columns) {
  const Theme& theme = frame.theme();
  const Column names{frame.layout.column.left, columns.row - theme.px(12)};
  const float title = height_of(frame, row.title, names.width);
  const float people = height_of(frame, row.people, names.width);
  const float height = std::max(theme.control_target(), title + people + theme.px(8));
  const float top = std::round(frame.layout.pen + (height - title - people) / 2);
  put(frame, fmt::format("{}.row.{}", part.id, row.key), row.title, names, top, paper().text);
  put(frame, fmt::format("{}.people.{}", part.id, row.key), row.people, names, top + title,
      paper().text_secondary);
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const float x = frame.layout.column.left + columns.row + static_cast<float>(i) * columns.cell;
    draw_cell(frame, fmt::format("{}.cell.{}.{}", part.id, row.key, i), row.cells[i],
              {x, frame.layout.pen, columns.cell - 1, height - 1});
  }
  frame.layout.pen += height;
}

void draw_stacked_row(TrainerFrame& frame, const HeatMapPart& part, const HeatRow& row) {
  const Theme& theme = frame.theme();
  const Column column = frame.layout.column;
  const auto line = [&](const std::string& id, std::string_view text, Color color) {
    put(frame, id, text, column, frame.layout.pen, color);
    frame.layout.pen += height_of(frame, text, column.width);
  };
  line(fmt::format("{}.row.{}", part.id, row.key), row.title, paper().text);
  line(fmt::format("{}.people.{}", part.id, row.key), row.people, paper().text_secondary);
  frame.space(8);
  const float cell = std::round(theme.em_of(table_type) * stacked_cell_em);
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const Column words{column.left, column.width - cell - theme.px(16)};
    const float text = height_of(frame, part.columns[i], words.width);
    const float height = std::max(theme.control_target(), text + theme.px(8));
    put(frame, fmt::format("{}.domain.{}.{}", part.id, row.key, i), part.columns[i], words,
        std::round(frame.layout.pen + (height - text) / 2), paper().text);
    draw_cell(frame, fmt::format("{}.cell.{}.{}", part.id, row.key, i), row.cells[i],
              {column.left + column.width - cell, frame.layout.pen, cell, height - 1});
    frame.layout.pen += height;
  }
  frame.space(24);
}

void draw_key(TrainerFrame& frame, const HeatMapPart& part) {
  const Theme& theme = frame.theme();
  const Column column = frame.layout.column;
  const float swatch = std::round(theme.em_of(table_type) * 1.4F);
  const float pitch = theme.line_pitch(table_type);
  float x = column.left;
  for (std::size_t i = 0; i < part.key.size(); ++i) {
    const float room = column.width - swatch - theme.px(8);
    const TextBlock block = lay_out(frame, table_type, part.key[i].text, room);
    const float width = swatch + theme.px(8) + block.width;
    if (x > column.left && x + width > column.left + column.width) {
      x = column.left;
      frame.layout.pen += pitch + theme.px(8);
    }
    const Box box{x, std::round(frame.layout.pen + (pitch - swatch) / 2), swatch, swatch};
    fill(box, colors_of(part.key[i].shade).fill);
    if (part.key[i].shade == CellShade::withheld) draw_hatch(theme, box);
    outline(box, paper().border_input, theme.px(1));
    put(frame, fmt::format("{}.key.{}", part.id, i), part.key[i].text, {box.right() + theme.px(8), room},
        frame.layout.pen, paper().text);
    if (block.height > pitch) frame.layout.pen += block.height - pitch;
    x += width + theme.px(24);
  }
  frame.layout.pen += pitch;
}

}  // namespace

void draw_part(TrainerFrame& frame, const HeatMapPart& part) {
  paragraph(frame, part.id + ".caption", part.caption, TypeRole::strong);
  frame.space(8);
  {
    const PanelScope card(frame, Panel::paper);
    const MapColumns columns = fit_map(frame, part);
    if (columns.cell > 0) {
      draw_map_head(frame, part, columns);
      for (const HeatRow& row : part.rows) draw_map_row(frame, part, row, columns);
    } else {
      for (const HeatRow& row : part.rows) draw_stacked_row(frame, part, row);
    }
    if (!part.key.empty()) {
      frame.space(16);
      draw_key(frame, part);
    }
  }
  frame.space(24);
}

}  // namespace app::ui
