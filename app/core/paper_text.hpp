// A text for paper: its lines broken between words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace app {

// Every line of at most `columns` characters (code points); a word that is longer, as an address may be, is
// cut. Precondition: columns > 0.
std::string wrap_text(std::string_view text, std::size_t columns);

}  // namespace app
