#include "app/platform/surface.hpp"

namespace app::platform {

Surface::Surface(const FontFiles& fonts, const std::string& texts, const PictureFiles& pictures)
    : textures_(pictures), renderer_(fonts, texts) {
  presenter_.set_pictures(textures_.pictures());
}

ui::Presented Surface::build(const View& view, const ui::Screen& screen,
                             const std::optional<ui::InputEvent>& event, Milliseconds now) {
  theme_ = ui::make_theme(view.contrast, view.text_size, screen);
  return presenter_.present(view, theme_, renderer_.begin(theme_), event, now);
}

void Surface::draw() {
  renderer_.finish(theme_);
}

}  // namespace app::platform
