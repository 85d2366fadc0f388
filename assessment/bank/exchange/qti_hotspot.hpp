// The places of a QTI hotspot. Of no use outside of qti_*.cpp.
#pragma once

#include <optional>

#include "assessment/bank/exchange/qti_node.hpp"

namespace assessment {

// Width and height of a picture in pixels, above 0.
struct PictureSize {
  Rational width{}, height{};
};
// By its attributes; none: it does not say.
std::optional<PictureSize> read_picture_size(pugi::xml_node picture);

// The rectangle around a shape ("rect", "circle", "ellipse", "poly", "default"), in percent of the picture,
// cut off at its edges, to four decimals. None: the coordinates are no numbers, or lie outside.
std::optional<ImportedPlace> read_place(std::string_view shape, std::string_view coordinates,
                                        const PictureSize& size);

}  // namespace assessment
