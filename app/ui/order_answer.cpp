// Steps to put in order: pressed one after the other, then moved where they stand wrong.
#include <fmt/format.h>

#include <algorithm>

#include "app/ui/answers.hpp"
#include "app/ui/input.hpp"
#include "app/ui/numbered_row.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

constexpr float least_row_em = 12;  // of a row beside its buttons, so that it still reads

struct MoveButtons {
  ButtonSpec up{}, down{};
  float up_width = 0, down_width = 0;
  bool is_beside = false;  // in the row's line; else below it
};

MoveButtons buttons_of(const Frame& frame, const OrderView& view, const OrderRowView& row) {
  const auto spec = [&](const char* what, const std::string& label, const std::string& name, Arrow arrow) {
    return ButtonSpec{.id = fmt::format("question.{}.{}", what, row.choice),
                      .label = label,
                      .kind = ButtonKind::secondary,
                      .size = ButtonSize::control,
                      .name = name,
                      .arrow = arrow,
                      .strike = Strike::quick};
  };
  MoveButtons buttons{.up = spec("up", view.up, row.up_name, Arrow::up),
                      .down = spec("down", view.down, row.down_name, Arrow::down)};
  buttons.up_width = button_width(frame, buttons.up);
  buttons.down_width = button_width(frame, buttons.down);
  const float rest =
      frame.layout.column.width - buttons.up_width - buttons.down_width - 2 * frame.theme().gap();
  buttons.is_beside = rest >= least_row_em * frame.theme().em_of(TypeRole::body) + 2 * frame.theme().mark();
  return buttons;
}

// A button that has done all it can goes away; who pressed it by a key finds the other one focused.
void draw_move(Frame& frame, const OrderRowView& row, const ButtonSpec& spec, const ButtonSpec& other, int by,
               bool is_last_move, const Box& box) {
  if (!button_at(frame, spec, box)) return;
  frame.emit(MoveOption{row.option, by});
  if (is_last_move && frame.is_activated(spec.id)) frame.wishes.focus = other.id;
}

void draw_buttons(Frame& frame, const OrderRowView& row, const MoveButtons& buttons, int count, Point at) {
  const float height = frame.theme().control_target();
  if (!row.up_name.empty()) {
    draw_move(frame, row, buttons.up, buttons.down, -1, row.number == 2,
              {at.x, at.y, buttons.up_width, height});
  }
  if (!row.down_name.empty()) {
    const float x = at.x + buttons.up_width + frame.theme().gap();
    draw_move(frame, row, buttons.down, buttons.up, 1, row.number + 1 == count,
              {x, at.y, buttons.down_width, height});
  }
}

bool draw_row(Frame& frame, const OrderRowView& row, float width) {
  const Box box{frame.layout.column.left, frame.layout.pen, width, row_height(frame, row.label, width)};
  frame.layout.pen += box.height + frame.theme().gap();
  return numbered_row(frame,
                      {.id = fmt::format("question.option.{}", row.choice),
                       .role = ItemRole::checkbox,
                       .label = row.label,
                       .name = row.name,
                       .value = row.number > 0 ? "selected" : "",
                       .number = row.number},
                      box);
}

void draw_placed(Frame& frame, const OrderView& view, const OrderRowView& row) {
  const Theme& theme = frame.theme();
  const Column column = frame.layout.column;
  const MoveButtons buttons = buttons_of(frame, view, row);
  const float beside = buttons.up_width + buttons.down_width + 2 * theme.gap();
  const float width = buttons.is_beside ? column.width - beside : column.width;
  const float top = frame.layout.pen;
  if (draw_row(frame, row, width)) frame.emit(ChooseOption{row.choice});
  const auto count = static_cast<int>(view.placed.size());
  if (buttons.is_beside) {
    const float height = frame.layout.pen - theme.gap() - top;
    draw_buttons(frame, row, buttons, count,
                 {column.left + width + theme.gap(), top + (height - theme.control_target()) / 2});
  } else if (count > 1) {
    draw_buttons(frame, row, buttons, count, {column.left, frame.layout.pen});
    frame.layout.pen += theme.control_target() + theme.gap() + theme.px(16);
  }
}

}  // namespace

void draw_order(Frame& frame, const OrderView& view) {
  heading(frame, "question.placed_title", view.placed_title, TypeRole::strong);
  frame.space(8);
  if (!view.none_placed.empty()) {
    paragraph(frame, "question.none_placed", view.none_placed, TypeRole::body, Ink::secondary);
    frame.space(12);
  }
  for (const OrderRowView& row : view.placed) draw_placed(frame, view, row);
  if (view.unplaced.empty()) return;
  frame.space(16);
  heading(frame, "question.unplaced_title", view.unplaced_title, TypeRole::strong);
  frame.space(8);
  for (const OrderRowView& row : view.unplaced) {
    if (draw_row(frame, row, frame.reading_column().width)) frame.emit(ChooseOption{row.choice});
  }
}

}  // namespace app::ui
