// The press itself: one target of Dear ImGui under whatever a control looks like; for widgets only.
#pragma once

#include <string>

#include "app/ui/double_strike.hpp"
#include "app/ui/frame.hpp"

namespace app::ui {

struct Touch {
  bool is_activated = false;  // released inside, or Enter or Space; never by a second strike
  bool is_hovered = false;
  bool is_held = false;
  bool has_ring = false;
};

Touch touch(Canvas& canvas, const std::string& id, const Box& box, Strike strike = Strike::ordinary);

}  // namespace app::ui
