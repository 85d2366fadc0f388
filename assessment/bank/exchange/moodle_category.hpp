// Categories as Moodle writes them in GIFT and XML.
#pragma once

#include <string>
#include <string_view>

#include "assessment/bank/exchange/imported.hpp"

namespace assessment {

// "$course$/top/Safety/Passwords" -> "Safety / Passwords"; "//" is a "/" within a name. Says that a tree
// becomes a list, where there is one.
std::string read_moodle_category(std::string_view path, Position at, ImportNotes& notes);

}  // namespace assessment
