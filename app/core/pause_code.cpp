#include "app/core/pause_code.hpp"

#include <fmt/format.h>

namespace app {

std::string pause_code(int number) {
  return fmt::format("{:04}", number);
}

bool is_easy_code(const std::string& code) {
  const auto step = [&code](std::size_t place) { return (code[place + 1] - code[place] + 10) % 10; };
  return step(0) == step(1) && step(1) == step(2);
}

}  // namespace app
