// Texts that say when or where: days, times, addresses and names of machines.
//
// Nothing of the kind belongs into results, whose only time is the period. This finds what looks like
// it; it cannot find what does not, as a machine called "apple".
#pragma once

#include <optional>
#include <string_view>

namespace assessment {

// What `text` gives away, in words: "a day", "a time of day", "an e-mail address", "an IP address", "the name
// of a machine". None: nothing that can be recognised.
std::optional<std::string_view> find_telling(std::string_view text);

}  // namespace assessment
