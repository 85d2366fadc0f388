#include "app/command_line/progress_line.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "app/command_line/terminal.hpp"

namespace app {

ProgressLine::ProgressLine(std::int64_t all) : all_(all), is_watched_(is_error_a_terminal()) {}

ProgressLine::~ProgressLine() {
  if (is_shown_) fmt::print(stderr, "\r{:40}\r", "");
}

void ProgressLine::show(std::int64_t visits) {
  const auto now = std::chrono::steady_clock::now();
  if (!is_watched_ || now - last_shown_ < std::chrono::seconds(1)) return;
  fmt::print(stderr, "\r{} of {} visits", visits, all_);
  std::fflush(stderr);
  last_shown_ = now;
  is_shown_ = true;
}

}  // namespace app
