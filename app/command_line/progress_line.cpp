#include "app/command_line/progress_line.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "app/command_line/terminal.hpp"

namespace app {

ProgressLine::ProgressLine() : is_watched_(is_error_a_terminal()) {}

ProgressLine::~ProgressLine() {
  if (is_shown_) fmt::print(stderr, "\r{:60}\r", "");
}

bool ProgressLine::is_due() const {
  return is_watched_ && std::chrono::steady_clock::now() - last_shown_ >= std::chrono::seconds(1);
}

void ProgressLine::show(std::string_view text) {
  fmt::print(stderr, "\r{:60}", text);
  std::fflush(stderr);
  last_shown_ = std::chrono::steady_clock::now();
  is_shown_ = true;
}

double ProgressLine::seconds_since_start() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
}

}  // namespace app
