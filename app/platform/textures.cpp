#include "app/platform/textures.hpp"

#include <glad/gl.h>

namespace app::platform {

Textures::Textures(const PictureFiles& files) {
  for (const auto& [name, pixels] : files) {
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, pixels.width, pixels.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 pixels.rgba.data());
    glGenerateMipmap(GL_TEXTURE_2D);  // shown smaller than it is, it still reads
    pictures_[name] = {texture, pixels.width, pixels.height};
  }
}

Textures::~Textures() {
  for (const auto& [name, picture] : pictures_) {
    const auto texture = static_cast<GLuint>(picture.texture);
    glDeleteTextures(1, &texture);
  }
}

}  // namespace app::platform
