// The kiosk cannot work: whom to tell, and no detail.
#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

void draw_out_of_order(Frame& frame, const OutOfOrderView& view) {
  const PageScope page(frame);
  const ColumnScope column(frame, frame.wide_column());
  const PanelScope card(frame, Panel::card, Bar::brand);
  heading(frame, "out_of_order.title", view.title);
  frame.space(16);
  paragraph(frame, "out_of_order.lead", view.lead, TypeRole::lead);
  if (!view.help.empty()) {
    frame.space(16);
    paragraph(frame, "out_of_order.help", view.help);
  }
}

}  // namespace app::ui
