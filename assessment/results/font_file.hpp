// What the kiosk must know of a site's own font before it draws with it.
//
// The rasteriser trusts its input, so a file that is cut off or damaged must not reach it: every table lies
// within the file and has the sum that the file itself gives for it. Source: OpenType specification 1.9,
// "Organization of an OpenType Font", and the tables 'head', 'hhea' and 'OS/2'.
//
// Codes of faults, frozen: "not-a-font", "font-damaged", "font-too-large".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "assessment/base/expected.hpp"

namespace assessment {

inline constexpr std::size_t largest_font = std::size_t{16} * 1024 * 1024;  // bytes

// Both as shares of the line from the ascent to the descent.
struct FontMetrics {
  double em = 1;       // one em is that line divided by it
  double capital = 0;  // height of a capital letter; 0: the file does not say
};

// A font of one face with TrueType or CFF outlines, .ttf or .otf: no collection, no WOFF.
Expected<FontMetrics> read_font_metrics(std::string_view bytes, const std::string& file);

}  // namespace assessment
