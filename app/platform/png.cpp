#include "app/platform/png.hpp"

#include <png.h>

namespace app::platform {

assessment::Expected<Pixels> decode_png(std::string_view bytes) {
  const auto refuse = [](const png_image& image) {
    return assessment::Diagnostic{.code = "image-damaged",
                                  .text = std::string("this PNG file is damaged: ") + image.message};
  };
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return refuse(image);
  image.format = PNG_FORMAT_RGBA;
  Pixels pixels{.width = static_cast<int>(image.width), .height = static_cast<int>(image.height)};
  pixels.rgba.resize(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, pixels.rgba.data(), 0, nullptr) == 0) return refuse(image);
  return pixels;
}

}  // namespace app::platform
