// Text inside HTML, SVG and XML.
#pragma once

#include <string>
#include <string_view>

namespace assessment {

// With & < > " and ' written so that they are text, in elements and in quoted attributes alike.
std::string markup_text(std::string_view text);

}  // namespace assessment
