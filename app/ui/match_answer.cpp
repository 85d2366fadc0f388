// Two lists to join: an item of the first, then the one of the second that belongs to it.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/ui/answers.hpp"
#include "app/ui/numbered_row.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

constexpr float least_text_em = 11;  // of a list beside the other one

using Rows = std::vector<MatchRowView>;

std::vector<float> heights_of(const Canvas& canvas, const Rows& rows, float width) {
  std::vector<float> heights;
  for (const MatchRowView& row : rows) heights.push_back(row_height(canvas, row.label, width));
  return heights;
}

template <class Emit>
void draw_list(Frame& frame, const char* side, const std::string& title, const Rows& rows,
               const std::vector<float>& heights, Emit emit) {
  const Column column = frame.layout.column;
  heading(frame, fmt::format("question.{}_title", side), title, TypeRole::strong);
  frame.space(8);
  for (std::size_t index = 0; index < rows.size(); ++index) {
    const MatchRowView& row = rows[index];
    const Box box{column.left, frame.layout.pen, column.width, heights[index]};
    frame.layout.pen += box.height + frame.theme().gap();
    const NumberedRow shown{.id = fmt::format("question.{}.{}", side, index),
                            .label = row.label,
                            .name = row.name,
                            .value = row.is_picked ? "selected" : "",
                            .number = row.number,
                            .is_picked = row.is_picked};
    if (numbered_row(frame, shown, box)) emit(row);
  }
}

}  // namespace

void draw_match(Frame& frame, const MatchView& view) {
  const Theme& theme = frame.theme();
  const Column column = frame.layout.column;
  const float gutter = theme.px(32);
  const float half = std::floor((column.width - gutter) / 2);
  const float least = least_text_em * theme.em_of(TypeRole::body) + theme.mark() + theme.px(48);
  const bool is_beside = half >= least;
  const float top = frame.layout.pen;
  const auto pick = [&](const MatchRowView& row) { frame.emit(PickLeft{row.option}); };
  const auto join = [&](const MatchRowView& row) { frame.emit(JoinRight{row.option}); };
  if (!is_beside) {
    draw_list(frame, "left", view.lefts_title, view.lefts, heights_of(frame, view.lefts, column.width), pick);
    frame.space(16);
    draw_list(frame, "right", view.rights_title, view.rights, heights_of(frame, view.rights, column.width),
              join);
    return;
  }
  // Rows that stand beside each other are equally high.
  auto heights = heights_of(frame, view.lefts, half);
  const auto rights = heights_of(frame, view.rights, half);
  std::ranges::transform(heights, rights, heights.begin(), [](float a, float b) { return std::max(a, b); });
  {
    const ColumnScope left(frame, {column.left, half});
    draw_list(frame, "left", view.lefts_title, view.lefts, heights, pick);
  }
  const float bottom = frame.layout.pen;
  frame.layout.pen = top;
  {
    const ColumnScope right(frame, {column.left + half + gutter, half});
    draw_list(frame, "right", view.rights_title, view.rights, heights, join);
  }
  frame.layout.pen = std::max(frame.layout.pen, bottom);
}

}  // namespace app::ui
