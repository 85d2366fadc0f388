// The kiosk's log: a fixed catalogue of lines on standard error, and no other line while it runs.
//
// No line holds a time, a number, a name or anything of a visit, and none is written because a visit ended.
// docs/administrator.md lists them all.
#pragma once

#include <array>
#include <functional>
#include <string_view>

#include "assessment/base/expected.hpp"

namespace app::platform {

// Names are frozen: who watches the log relies on them.
enum class Event {
  memory_not_locked,
  visits_refused,
  result_not_saved,
  release_failed,
  outbox_failed,
  printer_missing,
  printer_keeps_jobs,
  speech_missing,
  // causes of those before
  disk_full,
  no_permission,
  read_only,
  storage_failed,
};

inline constexpr std::array events{
    Event::memory_not_locked, Event::visits_refused,  Event::result_not_saved,   Event::release_failed,
    Event::outbox_failed,     Event::printer_missing, Event::printer_keeps_jobs, Event::speech_missing,
    Event::disk_full,         Event::no_permission,   Event::read_only,          Event::storage_failed,
};

// "error: NAME: what happened, and what to do", without a line feed.
std::string_view line_of(Event event);

// What a fault of the data folder comes down to; its own text, with names and sizes, is not for the log.
Event cause_of(const assessment::Diagnostic& fault);

using Log = std::function<void(Event)>;
void log_to_standard_error(Event event);

}  // namespace app::platform
