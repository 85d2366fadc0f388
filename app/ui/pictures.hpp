// The bank's pictures as the screens can draw them: by name, loaded by someone else.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace app::ui {

struct LoadedPicture {
  std::uint64_t texture = 0;  // of the renderer
  int width = 0, height = 0;  // pixels

  bool operator==(const LoadedPicture&) const = default;
};

using Pictures = std::map<std::string, LoadedPicture>;

}  // namespace app::ui
