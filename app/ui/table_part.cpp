// Tables: columns side by side where they fit, else every row as a short list of its own.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/ui/paint.hpp"
#include "app/ui/touch.hpp"
#include "app/ui/trainer_parts.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

constexpr float widest_text_em = 16;  // of a column of words that is not the first
constexpr float least_em = 5;         // of any column, so that headings need few lines
constexpr float least_first_em = 14;  // of the column that names the rows
constexpr float arrow_em = 0.9F;

float width_of(const Canvas& canvas, std::string_view text) {
  return lay_out(canvas, table_type, text, 100'000).width;
}

float arrow_of(const Canvas& canvas, const TableColumn& column) {
  return column.sort ? std::round(canvas.theme().em_of(table_type) * arrow_em) + canvas.theme().px(6) : 0;
}

// The widths of all columns, the first with what the others leave; empty where they do not fit.
std::vector<float> fit_columns(const Canvas& canvas, const TablePart& part) {
  const Theme& theme = canvas.theme();
  const float em = theme.em_of(table_type);
  std::vector<float> widths(part.columns.size(), 0);
  for (std::size_t i = 1; i < part.columns.size(); ++i) {
    const TableColumn& column = part.columns[i];
    float cells = 0, words = widest_word(canvas, table_type, column.title) + arrow_of(canvas, column);
    for (const TableRow& row : part.rows) {
      cells = std::max(cells, width_of(canvas, row.cells[i]));
      words = std::max(words, widest_word(canvas, table_type, row.cells[i]));
    }
    if (!column.is_number) cells = std::min(cells, em * widest_text_em);
    widths[i] = std::ceil(std::max({cells, words, em * least_em}));
  }
  const float gaps = theme.px(16) * static_cast<float>(part.columns.size() - 1) + 2 * theme.px(16);
  const float first = canvas.layout.column.width - gaps - std::accumulate(widths.begin(), widths.end(), 0.0F);
  if (first < em * least_first_em) return {};
  widths[0] = first;
  return widths;
}

void note_text(Canvas& canvas, std::string id, std::string_view text, const TextBlock& block, Point at) {
  if (text.empty()) return;
  canvas.note(
      {.id = std::move(id), .name = std::string(text), .box = {at.x, at.y, block.width, block.height}});
}

void draw_arrow(const Canvas& canvas, Point centre, Color color) {
  const float reach = canvas.theme().em_of(table_type) * 0.3F;
  strip({{centre.x - reach, centre.y - reach / 2},
         {centre.x, centre.y + reach / 2},
         {centre.x + reach, centre.y - reach / 2}},
        color, std::max(2.0F, canvas.theme().px(2)));
}

struct HeadCell {
  std::string id{};
  const TableColumn* column = nullptr;
  Box box{};
};

// A heading that sorts is a button: underlined, and with an arrow where the rows are in its order.
void draw_head_cell(TrainerFrame& frame, const HeadCell& head) {
  const Theme& theme = frame.theme();
  const TableColumn& column = *head.column;
  const float arrow = arrow_of(frame, column);
  const TextBlock block = lay_out(frame, table_type, column.title, head.box.width - arrow + 1);
  const float left = column.is_number ? head.box.right() - block.width - arrow : head.box.x;
  const Point at{left, head.box.bottom() - block.height - theme.px(4)};
  if (!column.sort) {
    draw_text(frame, table_type, block, at, theme.palette.text);
    note_text(frame, head.id, column.title, block, at);
    return;
  }
  const Touch state = touch(frame, head.id, head.box);
  if (state.has_ring) fill(head.box, theme.palette.focus);
  const Color ink = state.has_ring ? theme.palette.focus_text : theme.palette.link;
  draw_text(frame, table_type, block, at, ink);
  fill({at.x, at.y + block.height - theme.px(1), block.width, theme.px(state.is_hovered ? 3 : 1)}, ink);
  if (column.sorted == Sorted::yes)
    draw_arrow(frame, {at.x + block.width + arrow / 2 + theme.px(2), at.y + block.height / 2}, ink);
  if (state.has_ring) focus_ring(frame, head.box);
  frame.note({.id = head.id,
              .role = ItemRole::button,
              .name = column.sort_name,
              .value = column.sorted == Sorted::yes ? "selected" : "",
              .box = head.box});
  if (state.is_activated) frame.emit(*column.sort);
}

void draw_head(TrainerFrame& frame, const TablePart& part, const std::vector<float>& widths) {
  const Theme& theme = frame.theme();
  float height = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const float inner = widths[i] - arrow_of(frame, part.columns[i]) + 1;
    const float least = part.columns[i].sort ? theme.control_target() : 0;
    height = std::max(
        {height, lay_out(frame, table_type, part.columns[i].title, inner).height + theme.px(8), least});
  }
  float x = frame.layout.column.left + theme.px(16);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    draw_head_cell(
        frame,
        {fmt::format("{}.head.{}", part.id, i), &part.columns[i], {x, frame.layout.pen, widths[i], height}});
    x += widths[i] + theme.px(16);
  }
  frame.layout.pen += height + theme.px(4);
  fill({frame.layout.column.left, frame.layout.pen, frame.layout.column.width, theme.px(2)},
       theme.palette.border_input);
  frame.layout.pen += theme.px(2);
}

void draw_row(TrainerFrame& frame, const TablePart& part, const TableRow& row,
              const std::vector<float>& widths) {
  const Theme& theme = frame.theme();
  const float top = frame.layout.pen + theme.px(6);
  float x = frame.layout.column.left + theme.px(16);
  float height = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const TextBlock block = lay_out(frame, table_type, row.cells[i], widths[i] + 1);
    const Point at{part.columns[i].is_number ? x + widths[i] - block.width : x, top};
    draw_text(frame, table_type, block, at, theme.palette.text);
    note_text(frame, fmt::format("{}.{}.{}", part.id, row.key, i), row.cells[i], block, at);
    height = std::max(height, block.height);
    x += widths[i] + theme.px(16);
  }
  frame.layout.pen = top + height + theme.px(6);
  rule(frame);
}

// The headings that sort, then each row under its name.
void draw_stacked(TrainerFrame& frame, const TablePart& part) {
  std::vector<ButtonSpec> sorts;
  std::vector<const TableColumn*> columns;
  for (std::size_t i = 0; i < part.columns.size(); ++i) {
    if (!part.columns[i].sort) continue;
    sorts.push_back({.id = fmt::format("{}.head.{}", part.id, i),
                     .label = part.columns[i].sort_name,
                     .kind = ButtonKind::secondary,
                     .size = ButtonSize::control});
    columns.push_back(&part.columns[i]);
  }
  if (!sorts.empty()) {
    if (const auto pressed = buttons(frame, sorts)) frame.emit(*columns[*pressed]->sort);
    frame.space(16);
  }
  for (const TableRow& row : part.rows) {
    paragraph(frame, fmt::format("{}.{}.0", part.id, row.key), row.cells.front(), TypeRole::strong);
    for (std::size_t i = 1; i < part.columns.size(); ++i) {
      paragraph(frame, fmt::format("{}.{}.{}", part.id, row.key, i),
                fmt::format("{}: {}", part.columns[i].title, row.cells[i]));
    }
    frame.space(12);
    rule(frame);
    frame.space(12);
  }
}

}  // namespace

void draw_part(TrainerFrame& frame, const TablePart& part) {
  if (part.columns.empty()) return;
  paragraph(frame, part.id + ".caption", part.caption, TypeRole::strong);
  frame.space(8);
  const std::vector<float> widths = fit_columns(frame, part);
  if (widths.empty()) {
    const PanelScope card(frame, Panel::card);
    draw_stacked(frame, part);
  } else {
    const PanelScope card(frame, Panel::sheet);
    draw_head(frame, part, widths);
    for (const TableRow& row : part.rows) draw_row(frame, part, row, widths);
  }
  frame.space(24);
}

}  // namespace app::ui
