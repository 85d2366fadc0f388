// What the frame loops of both programs share: a screen is laid out until nothing changes any more, and then
// drawn once. Nothing is laid out or drawn when nothing changed.
#pragma once

#include <cstdint>
#include <optional>

#include "app/platform/automated_loop.hpp"
#include "app/platform/window.hpp"
#include "app/ui/input.hpp"

namespace app::platform {

inline constexpr int layouts_after_input = 2;  // besides that of the input itself: press and layout settle

class DrawnLoop : public AutomatedLoop {
 public:
  Picture take_picture() override;
  std::int64_t frames() const override { return frames_; }

 protected:
  explicit DrawnLoop(Window& window) : window_(window) {}

  // At least so many more.
  void want_layouts(int count);
  void want_swaps(int count);

  // Until no layout is wanted, what was laid out is on the glass, and nothing is left to do.
  void settle();
  void lay_out(const std::optional<ui::InputEvent>& event);

 private:
  void show();

  // Lays out one frame, with at most one event, and does what it asks for. True: the same view would look the
  // same in the next one.
  virtual bool build(const std::optional<ui::InputEvent>& event) = 0;
  // Draws the frame that was laid out last into the back buffer.
  virtual void draw() = 0;
  // Makes the view anew; where it is another one, a layout is wanted.
  virtual void refresh() = 0;
  // Does what had to wait until the page that asked for it was on the glass. False: there was nothing.
  virtual bool do_what_waits() { return false; }

  Window& window_;
  int layouts_wanted_ = 1;
  int swaps_wanted_ = 0;  // of what was laid out last; 0: it is on the glass
  std::int64_t frames_ = 0;
};

}  // namespace app::platform
