#include "assessment/base/fill.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assessment {

std::string fill(std::string_view text, std::initializer_list<Fill> places) {
  std::string filled;
  while (!text.empty()) {
    const auto place = std::ranges::find_if(
        places, [&](const Fill& one) { return text.starts_with(fmt::format("{{{}}}", one.first)); });
    if (place == places.end()) {
      filled += text.front();
      text.remove_prefix(1);
    } else {
      filled += place->second;
      text.remove_prefix(place->first.size() + 2);
    }
  }
  return filled;
}

}  // namespace assessment
