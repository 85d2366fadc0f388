#include "assessment/bank/exchange/qti_hotspot.hpp"

#include <algorithm>
#include <vector>

#include "assessment/bank/exchange/fractions.hpp"
#include "assessment/bank/exchange/imported_number.hpp"

namespace assessment {
namespace {

constexpr std::size_t most_coordinates = 2000;

// "12,34" or "10%,20%": in percent, taken in turn of the width and the height.
std::optional<std::vector<Rational>> read_coordinates(std::string_view text, const PictureSize& size) {
  std::vector<Rational> values;
  while (!text.empty() && values.size() < most_coordinates) {
    const std::size_t end = std::min(text.find(','), text.size());
    std::string_view part = trimmed(text.substr(0, end));
    const bool is_percent = part.ends_with('%');
    if (is_percent) part.remove_suffix(1);
    const auto value = parse_number(part);
    if (!value) return std::nullopt;
    const Rational& side = values.size() % 2 == 0 ? size.width : size.height;
    values.push_back(is_percent ? *value : Rational(*value * 100 / side));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return values;
}

struct Bounds {
  Rational left, top, right, bottom;
};

std::optional<Bounds> bounds_of(std::string_view shape, const std::vector<Rational>& at,
                                const PictureSize& size) {
  if (shape == "default") return Bounds{0, 0, 100, 100};
  if (shape == "rect" && at.size() == 4)
    return Bounds{std::min(at[0], at[2]), std::min(at[1], at[3]), std::max(at[0], at[2]),
                  std::max(at[1], at[3])};
  if (shape == "circle" && at.size() == 3) {
    const Rational high = at[2] * size.width / size.height;  // the radius was taken of the width
    return Bounds{at[0] - at[2], at[1] - high, at[0] + at[2], at[1] + high};
  }
  if (shape == "ellipse" && at.size() == 4)
    return Bounds{at[0] - at[2], at[1] - at[3], at[0] + at[2], at[1] + at[3]};
  if (shape != "poly" || at.size() < 6) return std::nullopt;
  Bounds bounds{at[0], at[1], at[0], at[1]};
  for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
    bounds.left = std::min(bounds.left, at[i]);
    bounds.right = std::max(bounds.right, at[i]);
    bounds.top = std::min(bounds.top, at[i + 1]);
    bounds.bottom = std::max(bounds.bottom, at[i + 1]);
  }
  return bounds;
}

// Within the picture, to four decimals; the right and lower edges move with the left and upper ones, so
// that neighbours touch and do not overlap.
Rational to_edge(const Rational& value) {
  const Rational inside = std::clamp(value, Rational(0), Rational(100));
  return floor_of(inside * 10'000) / 10'000;
}

}  // namespace

std::optional<PictureSize> read_picture_size(pugi::xml_node picture) {
  const auto width = parse_number(picture.attribute("width").value());
  const auto height = parse_number(picture.attribute("height").value());
  if (!width || !height || *width <= 0 || *height <= 0) return std::nullopt;
  return PictureSize{*width, *height};
}

std::optional<ImportedPlace> read_place(std::string_view shape, std::string_view coordinates,
                                        const PictureSize& size) {
  const auto at = read_coordinates(coordinates, size);
  if (!at) return std::nullopt;
  const auto bounds = bounds_of(shape, *at, size);
  if (!bounds) return std::nullopt;
  ImportedPlace place{to_edge(bounds->left), to_edge(bounds->top), {}, {}};
  place.width = to_edge(bounds->right) - place.left;
  place.height = to_edge(bounds->bottom) - place.top;
  const Rational least = ratio(1, 10);  // the smallest region of a bank
  if (place.width < least || place.height < least) return std::nullopt;
  return place;
}

}  // namespace assessment
