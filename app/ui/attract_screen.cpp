// The attract page: what this is, how long it takes, and one way in for each language.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

void draw_attract(Frame& frame, const AttractView& view) {
  const PageScope page(frame);
  {
    const BandScope band(frame);
    const ColumnScope column(frame, page.wide());
    frame.space(24);
    heading(frame, "attract.title", view.title, TypeRole::xl, Ink::on_brand);
    frame.space(16);
    const Column wide = page.wide();
    const ColumnScope reading(frame, {wide.left, std::min(wide.width, frame.theme().em_of(TypeRole::lead) * 34)});
    paragraph(frame, "attract.about", view.about, TypeRole::lead, Ink::on_brand);
    frame.space(56);
  }
  const ColumnScope column(frame, page.wide());
  frame.space(40);
  fact(frame, "attract.duration", Icon::clock, view.duration);
  frame.space(16);
  fact(frame, "attract.privacy", Icon::shield, view.privacy);
  frame.space(40);

  std::vector<ButtonSpec> starts;
  for (const ChoiceView& start : view.starts) {
    starts.push_back({.id = fmt::format("attract.start.{}", start.id), .label = start.label});
  }
  if (const auto pressed = buttons(frame, starts)) frame.emit(Start{view.starts[*pressed].id});

  if (!view.note.empty()) {
    frame.space(40);
    const PanelScope note(frame, Panel::note);
    paragraph(frame, "attract.note", view.note);
  }
}

}  // namespace app::ui
