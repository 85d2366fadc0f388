// A text as a code that phones read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/frame.hpp"

namespace app::ui {

// Square; true is dark. Without its quiet zone.
struct QrCode {
  int side = 0;  // modules
  std::vector<bool> modules{};

  bool is_dark(int column, int row) const {
    return modules[static_cast<std::size_t>(row) * static_cast<std::size_t>(side) +
                   static_cast<std::size_t>(column)];
  }
  bool operator==(const QrCode&) const = default;
};

inline constexpr int quiet_zone = 4;         // modules, on every side. Source: ISO/IEC 18004:2015, 5.3.8
inline constexpr float smallest_module = 4;  // pixels
inline constexpr float code_side = 388;      // px of the design that a code grows to

// The bytes of `text` at error correction level M in the smallest version that holds them; none: it is empty,
// or more than 2331 bytes.
std::optional<QrCode> make_qr_code(std::string_view text);

// A text and its code, which is made once for all frames that show it.
struct DrawnCode {
  std::string text{};
  std::optional<QrCode> code{};
};

// The code of `text`: that of the frame before, where it showed the same.
const std::optional<QrCode>& code_of(Canvas& canvas, const std::string& text);

// Pixels of the code with its quiet zone.
float qr_code_side(const Theme& theme, const QrCode& code);

// At the pen: black on white whatever the theme, with its quiet zone. Notes an image of that name.
void draw_qr_code(Canvas& canvas, std::string id, std::string name, const QrCode& code);

}  // namespace app::ui
