// What the back buffer holds, as a PNG file.
#pragma once

#include <string>
#include <vector>

#include "assessment/base/expected.hpp"

namespace app::platform {

struct Picture {
  int width = 0, height = 0;
  std::vector<unsigned char> rgb{};  // rows from the top, three bytes a pixel
};

// Precondition: an OpenGL context is current and the frame has not been presented yet.
Picture read_back_buffer(int width, int height);

// Fault "file-unwritable".
assessment::Outcome write_png(const std::string& path, const Picture& picture);

}  // namespace app::platform
