#include "app/platform/screenshot.hpp"

#include <glad/gl.h>
#include <png.h>

#include <algorithm>
#include <cstddef>

namespace app::platform {

Picture read_back_buffer(int width, int height) {
  Picture picture{.width = width, .height = height};
  const auto row = static_cast<std::size_t>(width) * 3;
  std::vector<unsigned char> upside_down(row * static_cast<std::size_t>(height));
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadBuffer(GL_BACK);
  glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, upside_down.data());
  picture.rgb.reserve(upside_down.size());
  for (int y = height; y-- > 0;) {  // OpenGL counts rows from the bottom
    const auto first = upside_down.begin() + static_cast<std::ptrdiff_t>(row) * y;
    picture.rgb.insert(picture.rgb.end(), first, first + static_cast<std::ptrdiff_t>(row));
  }
  return picture;
}

assessment::Outcome write_png(const std::string& path, const Picture& picture) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  image.format = PNG_FORMAT_RGB;
  if (png_image_write_to_file(&image, path.c_str(), 0, picture.rgb.data(), 0, nullptr) != 0)
    return assessment::Done{};
  return assessment::Diagnostic{.code = "file-unwritable",
                                .file = path,
                                .text = std::string("the picture cannot be written: ") + image.message};
}

}  // namespace app::platform
