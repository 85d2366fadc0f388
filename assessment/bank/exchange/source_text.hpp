// The bytes of a foreign file, checked before any importer looks at them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/base/expected.hpp"

namespace assessment {

inline constexpr std::size_t largest_import = 4 * 1024 * 1024;  // bytes, all files together

// The text without byte order mark, its lines ended by LF alone. Refused with one fault each: an empty
// file, more than `largest_import`, a zip archive, UTF-16, a NUL byte, and what is not UTF-8.
// Other control characters pass: the importers take them out of the texts and say so.
Expected<std::string> read_source(std::string_view bytes, const std::string& file);

// Turns offsets into lines and columns, both from 1, columns in characters.
class LineIndex {
 public:
  // `text` must outlive it.
  explicit LineIndex(std::string_view text);

  // An offset past the end is the end.
  Position at(std::size_t offset) const;

 private:
  std::size_t characters_before(std::size_t offset) const;

  std::string_view text_;
  std::vector<std::size_t> starts_;      // of each line
  std::vector<std::size_t> characters_;  // before each block of bytes: long lines are not counted over again
};

// Without spaces, tabs and line ends at both ends.
std::string_view trimmed(std::string_view text);

// Small letters for ASCII's capital ones.
std::string lowered(std::string_view text);

}  // namespace assessment
