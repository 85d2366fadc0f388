// "Continue a paused assessment": the code, and a way to start afresh beside it.
#include "app/ui/entry.hpp"
#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

void draw_resume(Frame& frame, const ResumeView& view) {
  const PageScope page(frame);
  if (!view.error.empty() && error_summary(frame, "resume", view.error_title, view.error))
    frame.wishes.focus = "resume.key.1";
  const ColumnScope column(frame, frame.wide_column());
  heading(frame, "resume.title", view.title);
  frame.space(12);
  paragraph(frame, "resume.lead", view.lead, TypeRole::lead);
  frame.space(16);
  if (!view.error.empty()) error_message(frame, "resume", view.error);
  draw_entry(frame, "resume", view.entry, view.wait);
  frame.space(8);
  const auto pressed =
      buttons(frame, {{.id = "resume.next", .label = view.next},
                      {.id = "resume.afresh", .label = view.afresh, .kind = ButtonKind::secondary}});
  if (pressed == 0) frame.emit(GoNext{});
  if (pressed == 1) frame.emit(GoBack{});
}

}  // namespace app::ui
