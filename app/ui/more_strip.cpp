#include "app/ui/more_strip.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/paint.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

Box take_more_strip(const Theme& theme, Box& body, float edge) {
  const float height = theme.control_target() + theme.px(24) + edge;
  body.height -= height;
  return {body.x, body.bottom(), body.width, height};
}

void more_strip(Canvas& canvas, const MoreLabels& labels, const Box& bar) {
  const Theme& theme = canvas.theme();
  fill(bar, theme.palette.page);
  fill({bar.x, bar.y, bar.width, std::max(1.0F, theme.px(1))}, theme.palette.border_decor);
  const BodyScroll& scroll = canvas.past().scroll;
  const float page = std::round(scroll.viewport.height * 0.8F);
  const float step = std::max(page, theme.control_target());
  float x = canvas.wide_column().left;
  const auto put = [&](std::string_view id, const std::string& label, Arrow arrow, float by) {
    const ButtonSpec spec{std::string(id),     label,        ButtonKind::secondary,
                          ButtonSize::control, "",           arrow,
                          TypeRole::strong,    Strike::quick};
    const Box box{x, bar.y + theme.px(12), button_width(canvas, spec), theme.control_target()};
    x = box.right() + theme.gap() + theme.px(4);
    if (button_at(canvas, spec, box)) canvas.wishes.scroll += by;
  };
  if (scroll.offset < scroll.limit() - 0.5F) put("body.more", labels.more, Arrow::down, step);
  if (scroll.offset > 0.5F) put("body.less", labels.less, Arrow::up, -step);
}

}  // namespace app::ui
