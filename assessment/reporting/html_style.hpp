// The look of a report as a page: colours and sizes of docs/interface.md. Of no use outside of html.cpp.
#pragma once

#include <string_view>

namespace assessment {

extern const std::string_view html_style;

}  // namespace assessment
