#include "app/ui/focus.hpp"

#include <algorithm>
#include <cstddef>

namespace app::ui {

namespace {

std::vector<std::string> controls_of(const std::vector<FrameItem>& items) {
  std::vector<std::string> ids;
  for (const FrameItem& item : items) {
    if (is_control(item.role) && item.enabled) ids.push_back(item.id);
  }
  return ids;
}

}  // namespace

Focus move_focus(Focus focus, const std::vector<FrameItem>& items, Direction direction) {
  const std::vector<std::string> ids = controls_of(items);
  focus.is_ring_visible = true;
  focus.activated.clear();
  if (ids.empty()) {
    focus.id.clear();
    return focus;
  }
  const auto here = std::find(ids.begin(), ids.end(), focus.id);
  const std::size_t count = ids.size();
  const auto index = static_cast<std::size_t>(here - ids.begin());
  if (here == ids.end()) {
    focus.id = direction == Direction::forward ? ids.front() : ids.back();
  } else {
    focus.id = ids[direction == Direction::forward ? (index + 1) % count : (index + count - 1) % count];
  }
  return focus;
}

Focus press_focused(Focus focus, const std::vector<FrameItem>& items) {
  focus.activated.clear();
  const FrameItem* item = find_item(items, focus.id);
  if (item == nullptr || !is_control(item->role)) return focus;
  if (focus.is_ring_visible) focus.activated = focus.id;
  focus.is_ring_visible = true;
  return focus;
}

const FrameItem* find_item(const std::vector<FrameItem>& items, std::string_view id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [id](const FrameItem& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace app::ui
