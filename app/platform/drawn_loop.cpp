#include "app/platform/drawn_loop.hpp"

#include <algorithm>

namespace app::platform {

namespace {

constexpr int most_steps_to_settle = 30;  // two layouts can disagree for ever only by a fault of ours

}  // namespace

void DrawnLoop::want_layouts(int count) {
  layouts_wanted_ = std::max(layouts_wanted_, count);
}

void DrawnLoop::want_swaps(int count) {
  swaps_wanted_ = std::max(swaps_wanted_, count);
}

void DrawnLoop::settle() {
  for (int steps = 0; steps < most_steps_to_settle; ++steps) {
    if (layouts_wanted_ > 0) {
      lay_out(std::nullopt);
    } else if (swaps_wanted_ > 0) {
      show();
    } else if (!do_what_waits()) {
      return;
    }
    refresh();
  }
  if (swaps_wanted_ > 0) show();
}

void DrawnLoop::lay_out(const std::optional<ui::InputEvent>& event) {
  layouts_wanted_ = std::max(0, layouts_wanted_ - 1);
  want_swaps(1);
  if (!build(event)) want_layouts(1);
}

void DrawnLoop::show() {
  for (; swaps_wanted_ > 0; --swaps_wanted_) {
    draw();
    window_.present();
    ++frames_;
  }
  do_what_waits();
}

// A frame of its own, read before it is shown.
Picture DrawnLoop::take_picture() {
  const ui::Screen screen = window_.screen();
  lay_out(std::nullopt);
  draw();
  Picture picture = read_back_buffer(screen.width, screen.height);
  show();
  return picture;
}

}  // namespace app::platform
