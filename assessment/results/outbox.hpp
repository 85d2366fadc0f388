// Copies of the batches on a share or a stick. The kiosk's own files are the ones that count, and stay.
//
// Codes of faults, frozen: "outbox-missing" (no stick, no share: nothing is wrong with the kiosk),
// "copy-differs" (another file has a batch's name), "copy-damaged" (read back, the copy was not what was
// written), and those of storage.hpp.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "assessment/base/expected.hpp"
#include "assessment/results/storage.hpp"

namespace assessment {

struct CopyReport {
  int copied = 0;   // now
  int present = 0;  // before
  Diagnostics faults{};

  bool operator==(const CopyReport&) const = default;
};

// Copies every file of `data`'s folder "batches" that `outbox` does not have: whole or not at all, never over
// another file, with the same mode and time, in the order of their random names; then reads the copy back.
// After an interruption anywhere the next call goes on. "copy-differs" is told for each such file and the
// others are copied; any other fault ends the copying.
//
// `checked` holds the names that earlier calls found to be equal, which are not read again while
// they are there; pass an empty set to compare everything.
CopyReport copy_batches(Storage& data, Storage& outbox, std::set<std::string>& checked);

// The folder that copies go to. It is used by others too: nothing is made, locked or tidied there.
Expected<std::unique_ptr<Storage>> open_outbox(const std::string& folder);

}  // namespace assessment
