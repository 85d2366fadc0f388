// The kiosk cannot work: whom to tell, and no detail.
#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

void draw_words(Frame& frame, const OutOfOrderView& view) {
  heading(frame, "out_of_order.title", view.title);
  frame.space(16);
  paragraph(frame, "out_of_order.lead", view.lead, TypeRole::lead);
  if (!view.help.empty()) {
    frame.space(16);
    paragraph(frame, "out_of_order.help", view.help);
  }
}

}  // namespace

void draw_out_of_order(Frame& frame, const OutOfOrderView& view) {
  const PageScope page(frame);
  const ColumnScope column(frame, frame.wide_column());
  {
    const PanelScope card(frame, Panel::card, Bar::brand);
    draw_words(frame, view);
  }
  if (view.staff.empty()) return;
  frame.space(24);
  if (link(frame, "out_of_order.staff", view.staff)) frame.emit(OpenStaff{});
}

}  // namespace app::ui
