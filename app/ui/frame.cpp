#include "app/ui/frame.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace app::ui {

namespace {

// Letters and lines grow together, so that a line keeps its number of characters.
float reading_width(const Theme& theme) {
  return std::round(theme.px(640) * theme.text_scale);
}

}  // namespace

Canvas::Canvas(const Theme& theme, const Typeface& typeface, Past past, const Pictures& pictures)
    : scroll(past.scroll), theme_(theme), typeface_(typeface), past_(std::move(past)), pictures_(pictures) {
  layout.body = {0, 0, static_cast<float>(theme.screen.width), static_cast<float>(theme.screen.height)};
}

void Canvas::note(FrameItem item) {
  item.focused = is_focused(item.id);
  item.place = layout.place;
  items_.push_back(std::move(item));
}

Column Canvas::wide_column() const {
  const auto glass = static_cast<float>(theme_.screen.width);
  const float design = theme_.pointing == Pointing::mouse ? 1400 : 960;  // tables want room, forms do not
  const float width = std::min(glass - 2 * theme_.px(32), std::max(theme_.px(design), reading_width(theme_)));
  return {std::round((glass - width) / 2), width};
}

Column Canvas::reading_column() const {
  const Column wide = wide_column();
  return {wide.left, std::min(wide.width, reading_width(theme_))};
}

PageScope::PageScope(Canvas& canvas) : canvas_(canvas) {
  const Theme& theme = canvas.theme();
  const Box body = canvas.layout.body;
  canvas.scroll.viewport = body;
  canvas.scroll.offset = std::clamp(canvas.scroll.offset, 0.0F, canvas.scroll.limit());
  ImGui::SetCursorScreenPos({body.x, body.y});
  ImGui::BeginChild("body", {body.width, body.height}, false,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                        ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove);
  canvas.layout.place = Place::body;
  canvas.layout.column = canvas.reading_column();
  canvas.layout.pen = body.y + theme.px(32) - canvas.scroll.offset;
}

PageScope::~PageScope() {
  canvas_.layout.pen += canvas_.theme().px(32);
  const Box body = canvas_.layout.body;
  canvas_.scroll.content_height = canvas_.layout.pen + canvas_.scroll.offset - body.y;
  canvas_.layout.place = Place::bar;
  // Later versions of Dear ImGui want an item after the last move of the cursor.
  ImGui::SetCursorScreenPos({body.x, body.y});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace app::ui
