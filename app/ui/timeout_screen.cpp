// "Are you still there?": the warning before everything is wiped.
#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

void draw_timeout(Frame& frame, const TimeoutView& view) {
  const PageScope page(frame);
  const ColumnScope column(frame, frame.wide_column());
  const PanelScope card(frame, Panel::card, Bar::brand);
  heading(frame, "timeout.title", view.title, TypeRole::xl);
  frame.space(16);
  paragraph(frame, "timeout.lead", view.lead, TypeRole::lead);
  frame.space(24);
  heading(frame, "timeout.seconds", view.seconds, TypeRole::m);
  frame.space(32);
  const auto pressed =
      buttons(frame, {{.id = "timeout.carry_on", .label = view.carry_on},
                      {.id = "timeout.finish", .label = view.finish, .kind = ButtonKind::secondary}});
  if (pressed == 0) frame.emit(InputSeen{});
  if (pressed == 1) frame.emit(Leave{});
}

}  // namespace app::ui
