// The steps of text size, contrast and language, which both programs go round.
#pragma once

#include <algorithm>
#include <array>
#include <iterator>

#include "app/core/action.hpp"

namespace app {

inline constexpr std::array text_sizes{100, 125, 150, 200};  // percent

// What follows `value` among `values`; the first of them after the last, and after what is none of them.
template <class Values, class Value>
Value after(const Values& values, const Value& value) {
  const auto found = std::ranges::find(values, value);
  return found == values.end() || std::next(found) == values.end() ? values.front() : *std::next(found);
}

inline Contrast other(Contrast contrast) {
  return contrast == Contrast::normal ? Contrast::high : Contrast::normal;
}

}  // namespace app
