// Thanks, and where to get help; everything is wiped already.
#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

void draw_finished(Frame& frame, const FinishedView& view) {
  const PageScope page(frame);
  const ColumnScope column(frame, frame.wide_column());
  {
    const PanelScope panel(frame, Panel::success);
    frame.space(16);
    heading(frame, "finished.title", view.title, TypeRole::xl, Ink::on_success);
    frame.space(12);
    paragraph(frame, "finished.wiped", view.wiped, TypeRole::lead, Ink::on_success);
    frame.space(16);
  }
  frame.space(32);
  paragraph(frame, "finished.thanks", view.thanks, TypeRole::lead);
  if (!view.page.empty()) {
    frame.space(16);
    paragraph(frame, "finished.page", view.page, TypeRole::strong);
  }
  if (!view.help.empty()) {
    frame.space(16);
    paragraph(frame, "finished.help", view.help);
  }
  frame.space(40);
  if (button(frame, {.id = "finished.next", .label = view.next})) frame.emit(Finish{});
}

}  // namespace app::ui
