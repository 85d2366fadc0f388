// A line on standard error that is written over as work goes on.
#pragma once

#include <chrono>
#include <string_view>

namespace app {

// Silent where nobody watches, and for the first second, as most runs need no more. Gone when it goes.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // Whether a second has passed since the last line.
  bool is_due() const;
  // Precondition: is_due().
  void show(std::string_view text);

  double seconds_since_start() const;

 private:
  bool is_watched_;
  bool is_shown_ = false;
  std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_shown_ = started_;
};

}  // namespace app
