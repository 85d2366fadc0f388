// Pictures that a bank brings along.
#include <algorithm>
#include <cmath>

#include "app/ui/paint.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

void picture(Canvas& canvas, std::string id, const std::string& /*file*/, std::string_view alt) {
  const PanelScope card(canvas, Panel::card);
  const Column column = canvas.layout.column;
  const TextBlock block = lay_out(canvas, TypeRole::body, alt, column.width);
  const Box box{column.left, canvas.layout.pen, block.width, block.height};
  draw_text(canvas, TypeRole::body, block, {box.x, box.y}, canvas.palette().text);
  canvas.note({.id = std::move(id), .role = ItemRole::image, .name = std::string(alt), .box = box});
  canvas.layout.pen += block.height;
}

}  // namespace app::ui
