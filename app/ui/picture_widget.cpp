// Pictures that a bank brings along.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/ui/imgui_compat.hpp"
#include "app/ui/paint.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

constexpr float highest_share = 0.5F;  // of the body: its answers should be near

// The words instead, so that nobody lacks what the picture says.
void draw_words(Canvas& canvas, std::string id, std::string_view alt) {
  const PanelScope card(canvas, Panel::card);
  const Column column = canvas.layout.column;
  const TextBlock block = lay_out(canvas, TypeRole::body, alt, column.width);
  const Box box{column.left, canvas.layout.pen, block.width, block.height};
  draw_text(canvas, TypeRole::body, block, {box.x, box.y}, canvas.palette().text);
  canvas.note({.id = std::move(id), .role = ItemRole::image, .name = std::string(alt), .box = box});
  canvas.layout.pen += block.height;
}

}  // namespace

void picture(Canvas& canvas, std::string id, const std::string& file, std::string_view alt) {
  const auto found = canvas.pictures().find(file);
  if (found == canvas.pictures().end()) {
    draw_words(canvas, std::move(id), alt);
    return;
  }
  const LoadedPicture& loaded = found->second;
  const float width = static_cast<float>(loaded.width) * canvas.theme().ui_scale;
  const float height = static_cast<float>(loaded.height) * canvas.theme().ui_scale;
  const float highest = std::max(canvas.theme().px(160), canvas.layout.body.height * highest_share);
  const float scale = std::min({1.0F, canvas.layout.column.width / width, highest / height});
  const Box box{canvas.layout.column.left, canvas.layout.pen, std::max(1.0F, std::round(width * scale)),
                std::max(1.0F, std::round(height * scale))};
  fill(box, rgb(0xFFFFFF));  // under what is transparent, in every theme
  add_picture(ImGui::GetWindowDrawList(), loaded.texture, {box.x, box.y}, {box.right(), box.bottom()});
  outline(box, canvas.palette().border_decor, std::max(1.0F, canvas.theme().px(1)));
  canvas.note({.id = std::move(id), .role = ItemRole::image, .name = std::string(alt), .box = box});
  canvas.layout.pen += box.height;
}

}  // namespace app::ui
