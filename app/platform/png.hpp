// From the bytes of a PNG file to pixels.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/base/expected.hpp"

namespace app::platform {

struct Pixels {
  int width = 0, height = 0;
  std::vector<unsigned char> rgba{};  // rows from the top, four bytes a pixel, not premultiplied
};

// By the names that the bank has for them.
using PictureFiles = std::map<std::string, Pixels>;

// Fault "image-damaged", for a file that begins as a PNG file and does not go on as one.
assessment::Expected<Pixels> decode_png(std::string_view bytes);

}  // namespace app::platform
