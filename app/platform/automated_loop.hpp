// What the automation's hand works on: the frame loop of either program.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "app/core/action.hpp"
#include "app/platform/screenshot.hpp"
#include "app/ui/frame.hpp"

namespace app::platform {

class AutomatedLoop {
 public:
  virtual ~AutomatedLoop() = default;

  // One round without waiting: time, what the window has taken in, frames until all has settled.
  virtual void turn() = 0;
  // A frame of its own, read before it is shown.
  virtual Picture take_picture() = 0;
  // When something happens though nobody does anything; none: never.
  virtual std::optional<Milliseconds> deadline() const = 0;
  // True once the program was ended from within.
  virtual bool is_over() const = 0;
  virtual std::string_view page() const = 0;
  virtual const std::vector<ui::FrameItem>& items() const = 0;
  virtual const ui::BodyScroll& scroll() const = 0;
  virtual std::int64_t frames() const = 0;
};

}  // namespace app::platform
