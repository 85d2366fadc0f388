#include "app/platform/printer.hpp"

#include <utility>

#include "app/core/paper_text.hpp"
#include "app/platform/child_process.hpp"

namespace app::platform {

namespace {

constexpr int patience_ms = 10'000;

// Fixed pitch: 9 characters an inch are 13 points high, 6 are 20. An A4 page less its edges is 7 inches wide.
struct Face {
  const char* pitch;
  const char* lines;
  std::size_t columns;
};

constexpr Face face_of(PrintSize size) {
  return size == PrintSize::large ? Face{"cpi=6", "lpi=3", 42} : Face{"cpi=9", "lpi=5", 63};
}

}  // namespace

std::vector<std::string> lp_words(const std::string& queue, PrintSize size) {
  const Face face = face_of(size);
  // The title is all that CUPS logs of a page: the same for everyone.
  return {"lp",  "-d",
          queue, "-s",
          "-t",  "page",
          "-o",  "document-format=text/plain;charset=utf-8",
          "-o",  "job-sheets=none",
          "-o",  face.pitch,
          "-o",  face.lines};
}

bool Printer::is_there() const {
  const auto ran = run_program({"lpstat", "-p", queue_}, "", patience_ms);
  return ran && ran->status == 0;
}

bool Printer::keeps_jobs() const {
  const auto ran = run_program({"lpstat", "-W", "completed", "-o", queue_}, "", patience_ms);
  return !ran || ran->status != 0 || !ran->output.empty();
}

bool Printer::print(std::string_view text, PrintSize size) const {
  const auto ran = run_program(lp_words(queue_, size), wrap_text(text, face_of(size).columns), patience_ms);
  return ran && ran->status == 0;
}

}  // namespace app::platform
