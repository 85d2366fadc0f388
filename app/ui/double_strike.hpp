// A trembling hand strikes twice. A second strike on the same target within the time that the campaign sets
// is not meant, and does not count (EN 301 549, 5.8).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/core/action.hpp"
#include "app/ui/input.hpp"

namespace app::ui {

// Keys of a keypad and Move buttons are meant to be pressed again, and soon.
enum class Strike { ordinary, quick };

// How long a second strike does not count, in milliseconds; `setting` is 0 .. 1000. Quick targets wait 200 ms
// at the usual 500, and 700 at 1000, so that any key can be given more than half a second.
Milliseconds guard_time(Strike strike, Milliseconds setting);

// The last strike that counted.
struct LastStrike {
  Milliseconds setting = 0;  // 0: every strike counts
  std::string id{};          // of its target; empty: none yet
  Milliseconds at = 0;
  std::optional<Point> place{};  // of the pointer; none: by a key
  bool has_turned_page = false;  // since: whatever stands there now was not aimed at
  std::optional<Key> key{};      // the last key struck, whatever it did
  Milliseconds key_at = 0;

  // True for a strike on `id` that came too soon after the last one.
  bool is_repeated(std::string_view id_struck, Strike strike, Milliseconds now) const;
  // True for the same key too soon again; Enter and Space are judged by their targets instead.
  bool is_repeated_key(Key struck, Milliseconds now) const;
  // True for a press that goes on from the one that turned the page; `near`: pixels that a hand wavers.
  bool is_left_over(std::optional<Point> at_point, float near, Milliseconds now) const;
};

}  // namespace app::ui
