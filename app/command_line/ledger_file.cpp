#include "app/command_line/ledger_file.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "app/command_line/output_file.hpp"
#include "assessment/base/input_file.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;
using assessment::Diagnostic;
using assessment::Expected;
using assessment::Ledger;

// Where the ledger lies that nobody named; empty where the system does not tell of a home.
fs::path usual_path() {
  if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state == '/')
    return fs::path(state) / "skills-kiosk" / "ledger.jsonl";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
    return fs::path(home) / ".local" / "state" / "skills-kiosk" / "ledger.jsonl";
  return {};
}

Expected<Ledger> read_ledger(const std::string& path) {
  std::error_code error;
  if (fs::status(path, error).type() == fs::file_type::not_found) return Ledger{};
  const auto text = assessment::read_file(path, assessment::largest_ledger);
  if (!text) return text.faults();
  return assessment::parse_ledger(*text, path);
}

// A file beside the ledger that is there for as long as someone works with it.
class LedgerLock {
 public:
  explicit LedgerLock(const std::string& ledger)
      : path_(ledger + ".lock"), outcome_(create_output_file(path_, "")) {}
  LedgerLock(const LedgerLock&) = delete;
  LedgerLock& operator=(const LedgerLock&) = delete;
  ~LedgerLock() {
    std::error_code error;
    if (outcome_) fs::remove(path_, error);
  }

  assessment::Outcome outcome() const {
    if (outcome_ || outcome_.faults().front().code != "already-there") return outcome_;
    return Diagnostic{.code = "ledger-in-use",
                      .file = path_,
                      .text =
                          "another report is being made with this ledger; when there is none, delete this "
                          "file"};
  }

 private:
  std::string path_;
  assessment::Outcome outcome_;
};

}  // namespace

assessment::Date today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::chrono::year_month_day date(now);
  return {int(date.year()), static_cast<int>(unsigned(date.month())), static_cast<int>(unsigned(date.day()))};
}

Expected<assessment::DisclosedTables> with_ledger(
    const std::string& path, const std::function<Expected<assessment::DisclosedTables>(Ledger&)>& make) {
  const fs::path place = path.empty() ? usual_path() : fs::path(path);
  if (place.empty()) {
    return Diagnostic{.code = "cannot-write",
                      .text =
                          "there is no state folder for the ledger of what was given out before: name a "
                          "file with --ledger"};
  }
  std::error_code error;
  if (path.empty()) fs::create_directories(place.parent_path(), error);
  const LedgerLock lock(place.string());
  if (!lock.outcome()) return lock.outcome().faults();
  auto ledger = read_ledger(place.string());
  if (!ledger) return ledger.faults();
  auto tables = make(*ledger);
  if (!tables) return tables;
  const auto written = write_output_file(place.string(), to_text(*ledger));
  if (!written) return written.faults();
  if (path.empty()) {
    using fs::perms;
    fs::permissions(place, perms::owner_read | perms::owner_write, error);
  }
  return tables;
}

}  // namespace app
