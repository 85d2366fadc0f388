#include "app/ui/frame.hpp"

#include <algorithm>
#include <cmath>

#include <imgui.h>

namespace app::ui {

Canvas::Canvas(const Theme& theme, const Typeface& typeface, Past past)
    : scroll(past.scroll), theme_(theme), typeface_(typeface), past_(std::move(past)) {
  layout.body = {0, 0, static_cast<float>(theme.screen.width), static_cast<float>(theme.screen.height)};
}

void Canvas::note(FrameItem item) {
  item.focused = is_focused(item.id);
  item.place = layout.place;
  items_.push_back(std::move(item));
}

PageScope::PageScope(Canvas& canvas) : canvas_(canvas) {
  const Theme& theme = canvas.theme();
  const Box body = canvas.layout.body;
  const float room = body.width - 2 * theme.px(32);
  // Letters and lines grow together, so that a line keeps its number of characters.
  const float reading = std::min(room, std::round(theme.px(640) * theme.text_scale));
  const float width = std::min(room, std::max(theme.px(960), reading));
  wide_ = {std::round(body.x + (body.width - width) / 2), width};

  canvas.scroll.viewport = body;
  canvas.scroll.offset = std::clamp(canvas.scroll.offset, 0.0F, canvas.scroll.limit());
  ImGui::SetCursorScreenPos({body.x, body.y});
  ImGui::BeginChild("body", {body.width, body.height}, false,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground |
                        ImGuiWindowFlags_NoMove);
  canvas.layout.place = Place::body;
  canvas.layout.column = {wide_.left, reading};
  canvas.layout.pen = body.y + theme.px(40) - canvas.scroll.offset;
}

PageScope::~PageScope() {
  canvas_.layout.pen += canvas_.theme().px(40);
  const Box body = canvas_.layout.body;
  canvas_.scroll.content_height = canvas_.layout.pen + canvas_.scroll.offset - body.y;
  canvas_.layout.place = Place::bar;
  // Later versions of Dear ImGui want an item after the last move of the cursor.
  ImGui::SetCursorScreenPos({body.x, body.y});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace app::ui
