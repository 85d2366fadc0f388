// The bank's pictures and the glyphs of the fonts on the graphics card.
#pragma once

#include "app/platform/png.hpp"
#include "app/ui/pictures.hpp"

namespace app::platform {

class Textures {
 public:
  // Precondition: an OpenGL context is current, here and at the end.
  explicit Textures(const PictureFiles& files);
  ~Textures();
  Textures(const Textures&) = delete;
  Textures& operator=(const Textures&) = delete;

  const ui::Pictures& pictures() const { return pictures_; }

 private:
  ui::Pictures pictures_;
};

// One byte a pixel, read as white of that opacity: the backend's own texture takes four times the memory, and
// graphics drivers in software keep it more than once.
class GlyphTexture {
 public:
  GlyphTexture() = default;
  ~GlyphTexture();
  GlyphTexture(const GlyphTexture&) = delete;
  GlyphTexture& operator=(const GlyphTexture&) = delete;

  // Takes over the glyphs of the present ImGui context's built fonts, whose own copy is freed.
  // Precondition: an OpenGL context is current, here and at the end.
  void renew();

 private:
  unsigned texture_ = 0;  // 0: none yet
};

}  // namespace app::platform
