#include "assessment/base/input_file.hpp"

#include <fmt/format.h>

namespace assessment {

Expected<std::string> read_file(const std::string& path, std::uint64_t largest) {
  const auto file = open_input_file(path);
  if (!file) return file.faults();
  const std::uint64_t size = (*file)->size();
  if (size > largest) {
    return Diagnostic{.code = "too-large", .file = path, .text = fmt::format("more than {} bytes", largest)};
  }
  std::string bytes(static_cast<std::size_t>(size), '\0');
  const auto got = (*file)->read(0, bytes);
  if (!got) return got.faults();
  bytes.resize(*got);  // it may have become shorter
  return bytes;
}

}  // namespace assessment
