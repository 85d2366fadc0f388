// Reading the files that are named on the command line.
#pragma once

#include <cstddef>
#include <string>

#include "assessment/base/expected.hpp"

namespace app {

// The bytes of a regular file of at most `largest` bytes. Codes: "cannot-read", "not-a-file", "too-large".
assessment::Expected<std::string> read_input_file(const std::string& path, std::size_t largest);

// Prints every diagnostic on standard error, one line each.
void print(const assessment::Diagnostics& diagnostics);

// status_device_failed when a file or device failed, else status_refused.
int status_of(const assessment::Diagnostics& faults);

// Prints what is wrong; gives the exit status.
int refuse(const assessment::Diagnostics& faults);

}  // namespace app
