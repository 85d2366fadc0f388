// A file that is only read, a piece at a time, from any place in it.
//
// Codes of faults, frozen: "file-missing", "file-unreadable".
#pragma once

#include <cstddef>
#include <cstdint>
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

// A regular file, or what a link leads to (disk_input_posix.cpp, disk_input_windows.cpp).
Expected<std::unique_ptr<InputFile>> open_input_file(const std::string& path);

}  // namespace assessment
