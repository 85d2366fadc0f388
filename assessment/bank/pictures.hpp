// The pictures of a bank: PNG files beside it, checked before anyone is shown one.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "assessment/bank/bank.hpp"
#include "assessment/bank/node.hpp"
#include "assessment/base/expected.hpp"

namespace assessment {

inline constexpr std::size_t largest_picture = 4 * 1024 * 1024;  // bytes
inline constexpr unsigned longest_picture_side = 4096;           // pixels

struct PictureSize {
  unsigned width = 0, height = 0;  // pixels

  bool operator==(const PictureSize&) const = default;
};

// The size that a PNG file names in its header, which is all that is looked at; none: this is no PNG file.
// Source: PNG specification (third edition), 5.2 and 11.2.1.
std::optional<PictureSize> read_png_size(std::string_view bytes);

// The bytes of a file in the bank's folder, by its name there; faults where it cannot be read or is larger
// than `largest_picture`.
using ReadPicture = std::function<Expected<std::string>(const std::string& file)>;

// Why the picture cannot be shown, without a place; none: it can. A file that is missing or unreadable, no
// PNG, longer than 4096 pixels on a side, or larger than 4 MiB. Codes, frozen: "image-unreadable",
// "image-not-png", "image-too-large".
std::optional<Diagnostic> find_picture_fault(const std::string& file, const ReadPicture& read);

// The same of each item's picture, as errors at its `image`. Each file is read once. Sorted by position.
// Precondition: parse_bank made `bank` of `tree`.
Diagnostics check_pictures(const QuestionBank& bank, const NodeTree& tree, const ReadPicture& read);

}  // namespace assessment
