// The sizes that encrypted files are padded to, so that a size tells as little as can be.
#pragma once

#include <cstddef>

namespace assessment {

inline constexpr std::size_t smallest_size_class = 64U * 1024;  // bytes

// The smallest size class that holds `size` bytes: 64 KiB and its doublings. Frozen.
constexpr std::size_t size_class(std::size_t size) {
  std::size_t result = smallest_size_class;
  while (result < size) result *= 2;
  return result;
}

}  // namespace assessment
