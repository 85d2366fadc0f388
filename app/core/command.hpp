// What update() wants done in the world: plain data, compared in tests with ==.
// app/platform/commands carries them out and answers with actions.
#pragma once

#include <string>
#include <variant>

#include "app/core/action.hpp"
#include "assessment/results/record.hpp"

namespace app {

struct DrawSeed {  // at a visit's start: answered with SeedDrawn, or VisitRefused where no result could be
                   // kept
  bool operator==(const DrawSeed&) const = default;
};
struct DrawCode {  // of a pause: answered with CodeDrawn
  bool operator==(const DrawCode&) const = default;
};
struct CheckPin {  // answered with PinChecked
  std::string pin{};
  std::string hash{};  // as `skills keys pin` made it
  bool operator==(const CheckPin&) const = default;
};
struct LookAtKiosk {  // answered with KioskSeen
  bool operator==(const LookAtKiosk&) const = default;
};
struct QuitKiosk {  // the program ends as if its window had been closed
  bool operator==(const QuitKiosk&) const = default;
};
struct PoolRecord {  // answered with RecordPooled once the bytes are on the disk, else RecordNotPooled
  assessment::ResultRecord record{};
  bool operator==(const PoolRecord&) const = default;
};
struct PrintPage {  // straight to the printer, never to a file; answered with Printed or NotPrinted
  std::string text{};
  PrintSize size = PrintSize::normal;
  bool operator==(const PrintPage&) const = default;
};
enum class Say { page, again, nothing };  // all that the page says; what was said last; stop
struct Speak {                            // carried out by the loop, which knows what is on the screen
  Say what = Say::page;
  bool operator==(const Speak&) const = default;
};
struct ScheduleRelease {  // answered with ReleaseScheduled at a random quiet moment to come
  bool operator==(const ScheduleRelease&) const = default;
};
struct ReleaseIfDue {  // by the rules of results.md; never because a visit ended
  bool operator==(const ReleaseIfDue&) const = default;
};
struct WipeVisit {  // answers, ImGui context, frame buffers
  bool operator==(const WipeVisit&) const = default;
};

// Fixed events without any text or per-visit line; the words are in docs/administrator.md.
enum class LogCode { result_not_saved };

struct Log {
  LogCode code{};
  bool operator==(const Log&) const = default;
};

using Command = std::variant<DrawSeed, DrawCode, CheckPin, LookAtKiosk, QuitKiosk, PoolRecord, PrintPage,
                             Speak, ScheduleRelease, ReleaseIfDue, WipeVisit, Log>;

}  // namespace app
