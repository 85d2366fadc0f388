// On a loudspeaker: whether answers may be heard.
#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

void draw_aloud(Frame& frame, const AloudView& view) {
  const PageScope page(frame);
  heading(frame, "aloud.title", view.title);
  frame.space(16);
  paragraph(frame, "aloud.lead", view.lead, TypeRole::lead);
  frame.space(32);
  if (button(frame, {.id = "aloud.yes", .label = view.yes})) frame.emit(AllowAloud{true});
  frame.space(16);
  if (button(frame, {.id = "aloud.no", .label = view.no, .kind = ButtonKind::secondary}))
    frame.emit(AllowAloud{false});
}

}  // namespace app::ui
