// Texts with named places: "{number} of {total}".
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace assessment {

using Fill = std::pair<std::string_view, std::string>;

// Unknown places stay as they are; what was filled in is not filled again.
std::string fill(std::string_view text, std::initializer_list<Fill> places);

}  // namespace assessment
