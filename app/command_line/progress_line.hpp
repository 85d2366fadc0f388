// A line on standard error that is written over as visits pass.
#pragma once

#include <chrono>
#include <cstdint>

namespace app {

// Silent where nobody watches, and for the first second, as most runs need no more. Gone when it goes.
class ProgressLine {
 public:
  explicit ProgressLine(std::int64_t all);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // At most once a second.
  void show(std::int64_t visits);

 private:
  std::int64_t all_;
  bool is_watched_;
  bool is_shown_ = false;
  std::chrono::steady_clock::time_point last_shown_ = std::chrono::steady_clock::now();
};

}  // namespace app
