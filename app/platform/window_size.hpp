// How large a window is to be, as --window says it.
#pragma once

#include <optional>
#include <string_view>

namespace app::platform {

inline constexpr int largest_window_side = 16'384;  // pixels

// Pixels of a window; none: the whole screen.
struct WindowSize {
  int width = 1280, height = 720;
};

// "1280x720": each side from 1 to largest_window_side pixels. None: anything else.
std::optional<WindowSize> parse_window_size(std::string_view text);

}  // namespace app::platform
