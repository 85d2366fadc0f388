// Switch scanning. With one switch the focus goes from item to item by itself and a press activates; with
// two, one switch moves it and the other activates. The ring is that of Tab, begun at the first control of
// the page's body: the answers, Continue, the bars, and Back last.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/core/action.hpp"
#include "app/ui/focus.hpp"
#include "app/ui/frame_item.hpp"

namespace app::ui {

inline constexpr int rounds_of_a_scan = 3;

// Where a scan is, as a value. Nobody's presence is told by its steps.
struct Scanner {
  std::optional<Milliseconds> next_step{};  // none: it stands still until a press
  std::string began{};                      // the item at which its rounds begin
  int rounds = 0;                           // done since the last press

  bool operator==(const Scanner&) const = default;
};

struct Scanned {
  Scanner scanner{};
  Focus focus{};

  bool operator==(const Scanned&) const = default;
};

// The focus on the first control of the body; on any control where the body has none.
Focus first_of_scan(const std::vector<FrameItem>& items);

// From the present focus where its ring is seen, else from the first; the first step follows after `pace`.
Scanned begin_scan(const Focus& focus, const std::vector<FrameItem>& items, Milliseconds now,
                   Milliseconds pace);

// One item further; after three rounds without a press it stops and hides.
Scanned step_scan(const Scanner& scanner, const Focus& focus, const std::vector<FrameItem>& items,
                  Milliseconds now, Milliseconds pace);

}  // namespace app::ui
