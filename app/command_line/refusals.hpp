// Telling what is wrong, and by which exit status.
#pragma once

#include "assessment/base/expected.hpp"

namespace app {

// Prints every diagnostic on standard error, one line each.
void print(const assessment::Diagnostics& diagnostics);

// status_device_failed when a file or device failed, else status_refused.
int status_of(const assessment::Diagnostics& faults);

// Prints what is wrong; gives the exit status.
int refuse(const assessment::Diagnostics& faults);

}  // namespace app
