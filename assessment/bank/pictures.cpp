#include "assessment/bank/pictures.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <map>

namespace assessment {
namespace {

constexpr std::string_view signature("\x89PNG\r\n\x1a\n", 8);
constexpr std::size_t header_bytes = 24;  // signature, length and name of the first chunk, two sides

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t number = 0;
  for (const char byte : bytes) number = number << 8U | static_cast<unsigned char>(byte);
  return number;
}

}  // namespace

std::optional<Diagnostic> find_picture_fault(const std::string& file, const ReadPicture& read) {
  const auto fault = [](const char* code, std::string text) {
    return Diagnostic{.code = code, .text = std::move(text)};
  };
  const auto bytes = read(file);
  if (!bytes)
    return fault("image-unreadable", fmt::format("the image '{}': {}", file, bytes.faults().front().text));
  if (bytes->size() > largest_picture)
    return fault("image-too-large",
                 fmt::format("the image '{}' has more than {} bytes", file, largest_picture));
  const auto size = read_png_size(*bytes);
  if (!size) return fault("image-not-png", fmt::format("the image '{}' is not a PNG file", file));
  if (size->width <= longest_picture_side && size->height <= longest_picture_side) return std::nullopt;
  return fault("image-too-large", fmt::format("the image '{}' has {} x {} pixels; at most {} on a side", file,
                                              size->width, size->height, longest_picture_side));
}

std::optional<PictureSize> read_png_size(std::string_view bytes) {
  if (bytes.size() < header_bytes || !bytes.starts_with(signature) || bytes.substr(12, 4) != "IHDR")
    return std::nullopt;
  const PictureSize size{big_endian(bytes.substr(16, 4)), big_endian(bytes.substr(20, 4))};
  return size.width > 0 && size.height > 0 ? std::optional(size) : std::nullopt;
}

Diagnostics check_pictures(const QuestionBank& bank, const NodeTree& tree, const ReadPicture& read) {
  Diagnostics found;
  std::map<std::string, std::optional<Diagnostic>> known;
  std::size_t item = 0;
  const auto check = [&](const Node& node) {
    const auto& image = bank.items[item++].image;
    if (!image) return;
    const auto entry = known.find(image->file);
    const auto fault = entry != known.end()
                           ? entry->second
                           : known.emplace(image->file, find_picture_fault(image->file, read)).first->second;
    if (fault) found.push_back(node.find("image")->error(fault->code, fault->text));
  };
  const auto domains = tree.root().find("domains");
  for (const Node& domain : domains ? domains->elements() : std::vector<Node>{}) {
    const auto items = domain.find("items");
    for (const Node& node : items ? items->elements() : std::vector<Node>{}) check(node);
  }
  sort_by_position(found);
  return found;
}

}  // namespace assessment
