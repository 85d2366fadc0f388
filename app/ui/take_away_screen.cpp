// The plan as text, to be written down or photographed.
#include <fmt/format.h>

#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

void draw_take_away(Frame& frame, const TakeAwayView& view) {
  const PageScope page(frame);
  const ColumnScope column(frame, frame.wide_column());
  heading(frame, "take_away.title", view.title);
  frame.space(12);
  paragraph(frame, "take_away.lead", view.lead, TypeRole::lead);
  frame.space(24);
  {
    const PanelScope card(frame, Panel::card);
    int number = 0;
    for (const std::string& line : view.lines) {
      if (number > 0) frame.space(8);
      paragraph(frame, fmt::format("take_away.line.{}", number++), line);
    }
  }
  frame.space(40);
  if (button(frame, {.id = "take_away.next", .label = view.next})) frame.emit(GoNext{});
}

}  // namespace app::ui
