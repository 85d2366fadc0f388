// The press itself: one target of Dear ImGui under whatever a control looks like; for widgets only.
#pragma once

#include <string>

#include "app/ui/frame.hpp"

namespace app::ui {

struct Touch {
  bool is_activated = false;  // released inside, or Enter or Space
  bool is_hovered = false;
  bool is_held = false;
  bool has_ring = false;
};

Touch touch(Canvas& canvas, const std::string& id, const Box& box);

}  // namespace app::ui
