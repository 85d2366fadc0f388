// A program on a string: JSON commands a line in, JSON answers a line out.
//
// Clicks and keys enter as real input at the item's rectangle, never as actions: what is
// covered cannot be pressed. Only a click on something that has scrolled out of sight
// turns the wheel first, as a person would. `wait` moves the program's own clock through
// every deadline on the way; so the same lines give the same run every time.
#pragma once

#include <string>
#include <string_view>

#include "app/platform/automated_loop.hpp"
#include "app/platform/clock.hpp"
#include "app/platform/speech.hpp"
#include "app/platform/window.hpp"

namespace app::platform {

class Automation {
 public:
  // `speech`: null for a program that does not speak.
  Automation(AutomatedLoop& loop, Window& window, SteppedClock& clock, RecordingSpeech* speech)
      : loop_(loop), window_(window), clock_(clock), speech_(speech) {}

  // Reads standard input until "quit", its end, or the window is closed. Real input counts meanwhile.
  void run();

  // The answer to one line, without its line feed.
  std::string answer(std::string_view line);

 private:
  void wait(Milliseconds duration);
  std::string click(const std::string& id);  // what went wrong; empty: nothing

  AutomatedLoop& loop_;
  Window& window_;
  SteppedClock& clock_;
  RecordingSpeech* speech_;
  bool has_quit_ = false;
};

}  // namespace app::platform
