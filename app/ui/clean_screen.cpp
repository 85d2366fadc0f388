// The glass is being wiped: how long touches do not count yet.
#include <cstdlib>

#include "app/core/update.hpp"
#include "app/ui/paint.hpp"
#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

void draw_clean(Frame& frame, const CleanView& view) {
  const Box glass = frame.layout.body;
  const Theme& theme = frame.theme();
  fill(glass, theme.palette.brand);
  const PageScope page(frame);
  const ColumnScope column(frame, frame.wide_column());
  // What is left of the glass goes above; nothing of this page can be scrolled to.
  frame.layout.pen += std::max(0.0F, (glass.height - theme.px(400) * theme.text_scale) * 0.35F);
  heading(frame, "clean.title", view.title, TypeRole::xl, Ink::on_brand);
  frame.space(12);
  paragraph(frame, "clean.lead", view.lead, TypeRole::lead, Ink::on_brand);
  frame.space(24);
  const PanelScope card(frame, Panel::card);
  heading(frame, "clean.count", view.count, TypeRole::xl);
  frame.space(16);
  level_bar(frame, "clean.seconds", view.seconds, std::atoi(view.count.c_str()),
            static_cast<int>(cleaning_time / 1000));
}

}  // namespace app::ui
