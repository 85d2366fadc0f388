// Where a command's output goes.
#pragma once

#include <string>
#include <string_view>

#include "assessment/base/expected.hpp"

namespace app {

// Writes to standard output. Code: "cannot-write".
assessment::Outcome write_to_standard_output(std::string_view bytes);

// Writes a whole file or none: a reader finds the old bytes or the new. Replaces what is there.
// Code: "cannot-write".
assessment::Outcome write_output_file(const std::string& path, std::string_view bytes);

// Writes a file that is not there yet; one that is stays as it is. Codes: "already-there", "cannot-write".
assessment::Outcome create_output_file(const std::string& path, std::string_view bytes);

}  // namespace app
