#include "app/ui/scanner.hpp"

#include <algorithm>

namespace app::ui {

Focus first_of_scan(const std::vector<FrameItem>& items) {
  const auto found = std::find_if(items.begin(), items.end(), [](const FrameItem& item) {
    return item.place == Place::body && item.enabled && is_control(item.role);
  });
  if (found != items.end()) return {.id = found->id, .is_ring_visible = true};
  return move_focus({}, items, Direction::forward);
}

Scanned begin_scan(const Focus& focus, const std::vector<FrameItem>& items, Milliseconds now,
                   Milliseconds pace) {
  const bool is_seen = focus.is_ring_visible && find_item(items, focus.id) != nullptr;
  Scanned scanned{.focus = is_seen ? focus : first_of_scan(items)};
  scanned.scanner = {.next_step = now + pace, .began = scanned.focus.id};
  return scanned;
}

Scanned step_scan(const Scanner& scanner, const Focus& focus, const std::vector<FrameItem>& items,
                  Milliseconds now, Milliseconds pace) {
  if (find_item(items, focus.id) == nullptr) return begin_scan({}, items, now, pace);
  Scanned scanned{scanner, move_focus(focus, items, Direction::forward)};
  scanned.scanner.next_step = now + pace;
  // "Show more" comes and goes, so an item that began the rounds may be gone: the first one counts them then.
  const bool has_begin = find_item(items, scanner.began) != nullptr;
  if (!has_begin) scanned.scanner.began = first_of_scan(items).id;
  if (scanned.focus.id == scanned.scanner.began) ++scanned.scanner.rounds;
  if (scanned.scanner.rounds == rounds_of_a_scan) return {};
  return scanned;
}

}  // namespace app::ui
