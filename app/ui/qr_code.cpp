#include "app/ui/qr_code.hpp"

#include <qrencode.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "app/ui/paint.hpp"

namespace app::ui {

namespace {

float module_side(const Theme& theme, const QrCode& code) {
  const auto modules = static_cast<float>(code.side + 2 * quiet_zone);
  return std::max({smallest_module, theme.px(smallest_module), std::floor(theme.px(code_side) / modules)});
}

}  // namespace

std::optional<QrCode> make_qr_code(std::string_view text) {
  if (text.empty()) return std::nullopt;
  // Version 0: the smallest that holds it.
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
      QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0,
                        QR_ECLEVEL_M),
      QRcode_free);
  if (!made) return std::nullopt;
  QrCode code{.side = made->width};
  const auto count = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
  for (std::size_t i = 0; i < count; ++i) code.modules.push_back((made->data[i] & 1) != 0);
  return code;
}

const std::optional<QrCode>& code_of(Canvas& canvas, const std::string& text) {
  const auto& last = canvas.past().code;
  canvas.code = last && last->text == text
                    ? last
                    : std::make_shared<const DrawnCode>(DrawnCode{text, make_qr_code(text)});
  return canvas.code->code;
}

float qr_code_side(const Theme& theme, const QrCode& code) {
  return module_side(theme, code) * static_cast<float>(code.side + 2 * quiet_zone);
}

void draw_qr_code(Canvas& canvas, std::string id, std::string name, const QrCode& code) {
  const float module = module_side(canvas.theme(), code);
  const float side = qr_code_side(canvas.theme(), code);
  const Box card{std::round(canvas.layout.column.left), std::round(canvas.layout.pen), side, side};
  fill(card, rgb(0xFFFFFF));
  const auto at = [&](int place) { return static_cast<float>(place + quiet_zone) * module; };
  for (int row = 0; row < code.side; ++row) {
    for (int column = 0; column < code.side;) {
      int end = column;
      while (end < code.side && code.is_dark(end, row)) ++end;
      if (end > column)
        fill({card.x + at(column), card.y + at(row), at(end) - at(column), module}, rgb(0x000000));
      column = end + 1;
    }
  }
  canvas.note({.id = std::move(id), .role = ItemRole::image, .name = std::move(name), .box = card});
  canvas.layout.pen = card.bottom();
}

}  // namespace app::ui
