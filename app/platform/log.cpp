#include "app/platform/log.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace app::platform {

std::string_view line_of(Event event) {
  switch (event) {
    case Event::memory_not_locked:
      return "warning: memory-not-locked: memory may reach the swap; let the service lock it, or have no "
             "swap";
    case Event::visits_refused:
      return "error: visits-refused: visits did not begin, as a result could not have been saved; the next "
             "line "
             "says why";
    case Event::result_not_saved:
      return "error: result-not-saved: results could not be saved; the next line says why";
    case Event::release_failed:
      return "error: release-failed: results that are due could not leave, and stay for the next time; the "
             "next "
             "line says why";
    case Event::outbox_failed:
      return "warning: outbox-failed: batches could not be copied to the outbox, and stay for the next time; "
             "is the "
             "stick or share there?";
    case Event::printer_missing:
      return "warning: printer-missing: the campaign's printer cannot be reached, so nothing can be printed; "
             "is "
             "its queue set up, and does CUPS run?";
    case Event::printer_keeps_jobs:
      return "error: printer-keeps-jobs: the printer's queue keeps jobs that are done, so nothing can be "
             "printed; "
             "set PreserveJobHistory and PreserveJobFiles to No, then start the kiosk again";
    case Event::speech_missing:
      return "warning: speech-missing: nothing can be read aloud; install speech-dispatcher, and let it run "
             "for "
             "the kiosk's user";
    case Event::disk_full:
      return "error: disk-full: the disk of the data folder is full; make room on it";
    case Event::no_permission:
      return "error: no-permission: the kiosk may not write to its data folder; give the folder to its user";
    case Event::read_only:
      return "error: read-only: the data folder cannot be written to; mount its disk for writing";
    case Event::storage_failed:
      break;
  }
  return "error: storage-failed: the data folder does not work; check its disk, then start the kiosk again";
}

Event cause_of(const assessment::Diagnostic& fault) {
  if (fault.code == "disk-full" || fault.code == "disk-too-full") return Event::disk_full;
  if (fault.code == "no-permission") return Event::no_permission;
  if (fault.code == "read-only") return Event::read_only;
  return Event::storage_failed;
}

void log_to_standard_error(Event event) {
  fmt::print(stderr, "{}\n", line_of(event));
}

}  // namespace app::platform
