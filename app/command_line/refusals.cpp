#include "app/command_line/refusals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>
#include <string>

#include "app/command_line/commands.hpp"

namespace app {

void print(const assessment::Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics) fmt::print(stderr, "{}\n", to_text(diagnostic));
}

int status_of(const assessment::Diagnostics& faults) {
  // What a file or device does wrong; all other codes say what is wrong with what it holds.
  static const std::set<std::string> of_devices{
      "cannot-read",    "cannot-write",      "file-missing",     "file-unreadable", "file-exists",
      "no-permission",  "read-only",         "disk-full",        "disk-too-full",   "folder-in-use",
      "storage-failed", "pool-key-missing",  "pool-key-damaged", "pool-unreadable", "outbox-missing",
      "copy-damaged",   "changed-meanwhile", "kiosk-key-damaged"};
  const bool is_of_device =
      std::ranges::any_of(faults, [](const auto& fault) { return of_devices.contains(fault.code); });
  return is_of_device ? status_device_failed : status_refused;
}

int refuse(const assessment::Diagnostics& faults) {
  print(faults);
  return status_of(faults);
}

}  // namespace app
