// The plan to take along: a code for phones, the same as text, and on paper where there is a printer.
#include <fmt/format.h>

#include <algorithm>

#include "app/ui/qr_code.hpp"
#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

void draw_title(Frame& frame, const TakeAwayView& view) {
  heading(frame, "take_away.title", view.title);
  if (view.code_note.empty()) return;
  frame.space(12);
  paragraph(frame, "take_away.code_note", view.code_note);
}

void draw_plan(Frame& frame, const TakeAwayView& view) {
  paragraph(frame, "take_away.lead", view.lead);
  frame.space(24);
  const PanelScope card(frame, Panel::card);
  heading(frame, "take_away.plan", view.plan_title, TypeRole::m);
  int number = 0;
  for (const PlanLine& line : view.lines) {
    frame.space(line.is_heading ? 16 : 4);
    paragraph(frame, fmt::format("take_away.line.{}", number++), line.text,
              line.is_heading ? TypeRole::strong : TypeRole::body);
  }
}

// The code stands at the very top, so that all of it is in sight at once. The title and, where that leaves
// readable lines, the plan stand beside it, else below; they come first in reading order.
void draw_code_and_words(Frame& frame, const TakeAwayView& view) {
  const Theme& theme = frame.theme();
  const auto& code = code_of(frame, view.code);
  const Column all = frame.layout.column;
  const float top = frame.layout.pen;
  const float side = code ? qr_code_side(theme, *code) : 0;
  const float gap = theme.px(32);
  const Column beside{all.left + side + gap, all.width - side - gap};
  const auto has_room = [&](float characters) {
    return code && beside.width >= characters / 2 * theme.em_of(TypeRole::body);
  };
  const bool is_title_beside = has_room(24);
  const bool is_plan_beside = has_room(40);
  if (code && !is_title_beside) frame.layout.pen = top + side + gap;
  {
    const ColumnScope words(frame, is_title_beside ? beside : all);
    draw_title(frame, view);
    frame.space(12);
  }
  if (is_title_beside && !is_plan_beside) frame.layout.pen = std::max(frame.layout.pen, top + side + gap);
  {
    const ColumnScope words(frame, is_plan_beside ? beside : all);
    draw_plan(frame, view);
  }
  if (!code) return;
  const float bottom = std::max(frame.layout.pen, top + side);
  frame.layout.pen = top;
  draw_qr_code(frame, "take_away.code", view.code_name, *code);
  frame.layout.pen = bottom;
}

// The whole plan as lines, a space before each domain.
std::string text_of(const TakeAwayView& view) {
  std::string text = view.title + "\n";
  for (const PlanLine& line : view.lines) text += (line.is_heading ? "\n" : "") + line.text + "\n";
  return text;
}

void draw_printing(Frame& frame, const TakeAwayView& view) {
  frame.space(24);
  if (!view.printing.empty()) {
    const PanelScope panel(frame, Panel::card,
                           view.printing_tone == Tone::problem ? Bar::error : Bar::success);
    paragraph(frame, "take_away.printing", view.printing, TypeRole::strong);
    if (!view.taken.empty()) {
      frame.space(12);
      const ButtonSpec taken{.id = "take_away.taken", .label = view.taken, .kind = ButtonKind::secondary};
      if (button(frame, taken)) frame.emit(TakePage{});
    }
  }
  if (!view.printing.empty()) frame.space(24);
  const auto pressed = buttons(
      frame, {{.id = "take_away.print", .label = view.print, .kind = ButtonKind::secondary},
              {.id = "take_away.print_large", .label = view.print_large, .kind = ButtonKind::secondary}});
  if (pressed) frame.emit(PrintPlan{text_of(view), *pressed == 0 ? PrintSize::normal : PrintSize::large});
}

}  // namespace

void draw_take_away(Frame& frame, const TakeAwayView& view) {
  const PageScope page(frame);
  const ColumnScope column(frame, frame.wide_column());
  draw_code_and_words(frame, view);
  if (!view.print.empty()) draw_printing(frame, view);
  frame.space(40);
  if (button(frame, {.id = "take_away.next", .label = view.next})) frame.emit(GoNext{});
}

}  // namespace app::ui
