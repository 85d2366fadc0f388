// The curtain: nothing of the visit is seen, and a press anywhere below the word shows it again.
#include <cmath>

#include "app/ui/paint.hpp"
#include "app/ui/screens.hpp"
#include "app/ui/touch.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

void draw_curtain(Frame& frame, const CurtainView& view) {
  const Theme& theme = frame.theme();
  const Box glass = frame.layout.body;
  fill(glass, theme.palette.brand);
  const PageScope page(frame);
  const ColumnScope column(frame, frame.wide_column());
  heading(frame, "curtain.title", view.title, TypeRole::xl, Ink::on_brand);
  frame.space(32);
  const float edge = std::max(theme.edge_clear(), theme.px(32));
  const Box box{frame.layout.column.left, frame.layout.pen, frame.layout.column.width,
                glass.bottom() - edge - frame.layout.pen};
  const Touch state = touch(frame, "curtain.show", box);
  const TextBlock words = lay_out(frame, TypeRole::m, view.show, box.width - 2 * theme.px(32));
  // A field of yellow would be all that a passer-by sees: the ring alone says where the focus is.
  outline(box, theme.palette.secondary_on_brand, theme.px(2), theme.px(4));
  draw_text(frame, TypeRole::m, words,
            {std::round(box.x + (box.width - words.width) / 2),
             std::round(box.y + (box.height - words.height) / 2)},
            theme.palette.text_on_brand);
  if (state.has_ring) focus_ring(frame, box);
  frame.note({.id = "curtain.show", .role = ItemRole::button, .name = view.show, .box = box});
  frame.layout.pen = glass.bottom() - theme.px(32);
  if (state.is_activated) frame.emit(ShowScreen{});
}

}  // namespace app::ui
