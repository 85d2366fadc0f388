// "Staff only": the PIN, and what lies behind it.
#include "app/ui/entry.hpp"
#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

void draw_pin(Frame& frame, const StaffView& view) {
  if (!view.error.empty()) error_message(frame, "staff", view.error);
  draw_entry(frame, "staff", view.entry, view.wait);
  frame.space(8);
  if (button(frame, {.id = "staff.next", .label = view.next})) frame.emit(GoNext{});
}

void draw_open(Frame& frame, const StaffView& view) {
  if (!view.state.empty()) {
    {
      const PanelScope card(frame, Panel::card);
      list(frame, "staff.state", view.state, Bullet::dot);
    }
    frame.space(32);
  }
  std::vector<ButtonSpec> specs{{.id = "staff.clean", .label = view.clean},
                                {.id = "staff.leave", .label = view.leave, .kind = ButtonKind::secondary}};
  if (!view.quit.empty())
    specs.push_back({.id = "staff.quit", .label = view.quit, .kind = ButtonKind::warning});
  const auto pressed = buttons(frame, specs);
  if (pressed == 0) frame.emit(StartCleaning{});
  if (pressed == 1) frame.emit(GoBack{});
  if (pressed == 2) frame.emit(Quit{});
}

}  // namespace

void draw_staff(Frame& frame, const StaffView& view) {
  const PageScope page(frame);
  if (!view.error.empty() && error_summary(frame, "staff", view.error_title, view.error))
    frame.wishes.focus = "staff.key.1";
  const ColumnScope column(frame, frame.wide_column());
  heading(frame, "staff.title", view.title);
  frame.space(12);
  paragraph(frame, "staff.lead", view.lead, TypeRole::lead);
  frame.space(16);
  if (view.part == "pin") {
    draw_pin(frame, view);
  } else {
    draw_open(frame, view);
  }
}

}  // namespace app::ui
