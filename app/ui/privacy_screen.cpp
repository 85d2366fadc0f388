// What happens to the answers: what is kept, and what never is.
#include <algorithm>

#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

void part(Frame& frame, const std::string& id, const std::string& title,
          const std::vector<std::string>& lines, Bullet bullet) {
  const PanelScope card(frame, Panel::card);
  heading(frame, id + "_title", title, TypeRole::m);
  frame.space(16);
  list(frame, id, lines, bullet);
}

}  // namespace

void draw_privacy(Frame& frame, const PrivacyView& view) {
  const PageScope page(frame);
  const ColumnScope column(frame, frame.wide_column());
  heading(frame, "privacy.title", view.title);
  if (!view.before.empty()) {
    frame.space(16);
    paragraph(frame, "privacy.before", view.before, TypeRole::lead);
  }
  frame.space(24);
  part(frame, "privacy.kept", view.kept_title, view.kept, Bullet::tick);
  frame.space(24);
  part(frame, "privacy.never", view.never_title, view.never, Bullet::cross);
  frame.space(40);
  const auto pressed =
      buttons(frame, {{.id = "privacy.next", .label = view.next},
                      {.id = "privacy.leave", .label = view.leave, .kind = ButtonKind::secondary}});
  if (pressed == 0) frame.emit(GoNext{});
  if (pressed == 1) frame.emit(Leave{});
}

}  // namespace app::ui
