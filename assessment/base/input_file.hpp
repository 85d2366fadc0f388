// Reading regular files: whole, or a piece at a time from any place in them.
//
// Codes of faults, frozen: "file-missing", "file-unreadable", "too-large".
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>

#include "assessment/base/expected.hpp"

namespace assessment {

class InputFile {
 public:
  virtual ~InputFile() = default;

  // In bytes, when it was opened.
  virtual std::uint64_t size() const = 0;

  // Fills `bytes` from `offset` on. Gives how many there were: fewer only at the end of the file.
  virtual Expected<std::size_t> read(std::uint64_t offset, std::span<char> bytes) const = 0;
};

// A regular file, or what a link leads to (input_file_posix.cpp, input_file_windows.cpp).
Expected<std::unique_ptr<InputFile>> open_input_file(const std::string& path);

// All its bytes, at most `largest` of them. None is read of a larger file.
Expected<std::string> read_file(const std::string& path,
                                std::uint64_t largest = std::numeric_limits<std::uint64_t>::max());

}  // namespace assessment
