// The OpenGL side of one ImGui context: its fonts at the present sizes, and what draws its frames.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "app/platform/fonts.hpp"
#include "app/platform/textures.hpp"
#include "app/ui/frame.hpp"
#include "app/ui/theme.hpp"

namespace app::platform {

class Renderer {
 public:
  // Precondition: an OpenGL context and an ImGui context are current, and outlive the renderer as `fonts` and
  // `texts` do.
  Renderer(const FontFiles& fonts, const std::string& texts);
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  // Before a frame: the fonts it is to be drawn with.
  const ui::Typeface& begin(const ui::Theme& theme);
  // After it: into the back buffer.
  void finish(const ui::Theme& theme);
  // The texts have changed: their letters are in the next frame.
  void forget_fonts() { fitted_.reset(); }

 private:
  const FontFiles& fonts_;
  const std::string& texts_;
  GlyphTexture glyphs_{};
  ui::Typeface typeface_{};
  std::optional<std::array<float, ui::type_role_count>> fitted_{};  // the sizes the fonts were built for
};

}  // namespace app::platform
