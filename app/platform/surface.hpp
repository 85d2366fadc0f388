// What the window's glass shows: the interface, its fonts at the present sizes, and the OpenGL
// objects of both. A wipe destroys the surface and makes a new one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/core/view_model.hpp"
#include "app/platform/renderer.hpp"
#include "app/platform/textures.hpp"
#include "app/ui/presenter.hpp"

namespace app::platform {

class Surface {
 public:
  // Precondition: an OpenGL context is current, and `fonts` and `texts` outlive the surface.
  Surface(const FontFiles& fonts, const std::string& texts, const PictureFiles& pictures);

  // Lays out one frame, with what came in.
  ui::Presented build(const View& view, const ui::Screen& screen, const std::optional<ui::InputEvent>& event,
                      Milliseconds now);
  // Draws the frame that was built last into the back buffer.
  void draw();

  // As Presenter::next_step.
  std::optional<Milliseconds> next_step() const { return presenter_.next_step(); }

  const std::vector<ui::FrameItem>& items() const { return presenter_.items(); }
  const std::string& page() const { return presenter_.page(); }
  const ui::BodyScroll& scroll() const { return presenter_.scroll(); }

 private:
  Textures textures_;
  ui::Presenter presenter_{};  // before the renderer, which works in its context
  Renderer renderer_;
  ui::Theme theme_{};  // of the frame that was built last
};

}  // namespace app::platform
