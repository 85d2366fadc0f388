#include "app/platform/surface.hpp"

namespace app::platform {

Surface::Surface(const FontFiles& fonts, const std::string& texts, const PictureFiles& pictures)
    : textures_(pictures), renderer_(fonts, texts) {
  presenter_.set_pictures(textures_.pictures());
}

ui::Presented Surface::draw(const View& view, const ui::Screen& screen,
                            const std::optional<ui::InputEvent>& event, Milliseconds now) {
  const ui::Theme theme = ui::make_theme(view.contrast, view.text_size, screen);
  ui::Presented presented = presenter_.present(view, theme, renderer_.begin(theme), event, now);
  renderer_.finish(theme);
  return presented;
}

}  // namespace app::platform
