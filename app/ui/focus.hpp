// Where the keyboard is. Dear ImGui's own navigation differs between versions and
// cannot be spoken, so the kiosk keeps its focus itself (docs/adr/0007).
//
// Focus is a value that keys move along the items of the frame before, in reading order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ui/frame_item.hpp"

namespace app::ui {

struct Focus {
  std::string id{};              // of the focused item; empty: nowhere
  bool is_ring_visible = false;  // off after the pointer was used, back with the next key
  std::string activated{};       // the item that Enter or Space presses in this frame; empty: none

  bool operator==(const Focus&) const = default;
};

enum class Direction { forward, backward };

// The focus one control further, around the end; from nowhere to the first or last control.
Focus move_focus(Focus focus, const std::vector<FrameItem>& items, Direction direction);

// The focus with its item pressed. A ring that was hidden only shows itself: nobody presses what they cannot
// see.
Focus press_focused(Focus focus, const std::vector<FrameItem>& items);

// The item with that id; null: none.
const FrameItem* find_item(const std::vector<FrameItem>& items, std::string_view id);

}  // namespace app::ui
