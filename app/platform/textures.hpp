// The bank's pictures on the graphics card.
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

}  // namespace app::platform
