#include "app/platform/window_size.hpp"

#include <charconv>
#include <system_error>

namespace app::platform {

std::optional<WindowSize> parse_window_size(std::string_view text) {
  WindowSize size;
  const char* end = text.data() + text.size();
  const auto width = std::from_chars(text.data(), end, size.width);
  if (width.ec != std::errc() || width.ptr == end || *width.ptr != 'x') return std::nullopt;
  const auto height = std::from_chars(width.ptr + 1, end, size.height);
  if (height.ec != std::errc() || height.ptr != end) return std::nullopt;
  const auto is_possible = [](int side) { return side >= 1 && side <= largest_window_side; };
  if (!is_possible(size.width) || !is_possible(size.height)) return std::nullopt;
  return size;
}

}  // namespace app::platform
