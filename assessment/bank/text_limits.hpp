// The most characters a text may have so that it still fits where it is shown, at 200 percent on the smallest
// supported screen, 1024 x 768. tests/text_limits_test.cpp proves each against the interface, with ordinary
// English and Welsh; who changes a page or the type changes these with it.
//
// The body is what can be seen of a page between its bars.
#pragma once

#include <cstddef>

#include "assessment/bank/translatable_texts.hpp"

namespace assessment {

inline constexpr std::size_t longest_prompt = 150;     // in sight together with a first answer of one line
inline constexpr std::size_t longest_label = 110;      // an option or role: two rows of half the body
inline constexpr std::size_t longest_level = 40;       // one line
inline constexpr std::size_t longest_heading = 80;     // a domain, section or resource: at most half the body
inline constexpr std::size_t longest_error = 180;      // the whole summary of errors is in sight
inline constexpr std::size_t longest_opening = 220;    // all of it in sight, in the large type of `about`
inline constexpr std::size_t longest_paragraph = 310;  // all of it in sight

// The limit of texts of this kind.
std::size_t longest_text(TextKind kind);

}  // namespace assessment
