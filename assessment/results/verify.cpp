#include "assessment/results/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <set>
#include <utility>

#include "assessment/results/calendar.hpp"
#include "assessment/results/chain.hpp"
#include "assessment/results/result_files.hpp"
#include "assessment/results/sealing.hpp"

namespace assessment {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> kiosk_files{"pool.a", "pool.b", "pool.key", "kiosk.key", "lock"};

Diagnostic finding(std::string code, const fs::path& path, std::string text) {
  return {Severity::error, std::move(code), path.string(), {}, std::move(text)};
}

bool is_kiosk_file(const fs::path& path) {
  std::error_code error;
  return std::ranges::find(kiosk_files, path.filename().string()) != kiosk_files.end() &&
         fs::is_directory(path.parent_path() / "batches", error);
}

bool is_changed_at(const fs::path& path, std::int64_t seconds_since_1970) {
  std::error_code error;
  const auto time = fs::last_write_time(path, error);
  if (error) return false;
  return fs::file_time_type::clock::to_sys(time).time_since_epoch() ==
         std::chrono::seconds(seconds_since_1970);
}

class Verifier {
 public:
  explicit Verifier(const VerifyRules& rules) : rules_(rules) {}

  void look_at(const std::string& place) {
    const fs::path path = fs::path(place).lexically_normal();
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      add(finding("file-missing", place, "there is no such file or folder"));
    } else if (fs::is_directory(status)) {
      look_into(path);
    } else if (seen_.insert(path).second) {
      verify_file(path);
    }
  }

  VerifyReport report() {
    append(check_chains(std::move(links_)));
    sort_by_position(report_.findings);
    return std::move(report_);
  }

 private:
  void add(Diagnostic found) { report_.findings.push_back(std::move(found)); }
  void append(const Diagnostics& found) {
    report_.findings.insert(report_.findings.end(), found.begin(), found.end());
  }

  void look_into(const fs::path& folder) {
    std::error_code error;
    std::set<fs::path> paths;
    fs::recursive_directory_iterator entry(folder, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      std::error_code gone;
      if (!entry->is_directory(gone) || entry->is_symlink(gone)) paths.insert(entry->path());
    }
    if (error) add(finding("file-unreadable", folder, "cannot read the folder: " + error.message()));
    for (const fs::path& path : paths) {
      if (seen_.insert(path).second) verify_entry(path);
    }
  }

  void verify_entry(const fs::path& path) {
    const std::string name = path.filename().string();
    if (name.ends_with(batch_suffix)) {
      verify_file(path);
    } else if (name.ends_with(sealed_suffix)) {
      note_sealed(path);
    } else if (!is_kiosk_file(path)) {
      add(finding("foreign-file", path, "this is no file of results; nothing else belongs here"));
    }
  }

  void verify_file(const fs::path& path) {
    if (path.filename().string().ends_with(sealed_suffix)) return note_sealed(path);
    const auto bytes = read_file(path.string());
    if (!bytes) return append(bytes.faults());
    const VerifiedContent content = verify_content(*bytes, path.string(), rules_);
    append(content.findings);
    if (!content.header) return;
    report_.records += std::visit([](const auto& header) { return header.records; }, *content.header);
    if (const auto* batch = std::get_if<BatchHeader>(&*content.header)) {
      ++report_.batches;
      check_name(path, batch_suffix);
      check_time(path, *batch);
      links_.push_back(link_of(*batch, *bytes, path.string()));
    } else {
      ++report_.archives;
      std::ranges::move(links_of(std::get<ArchiveHeader>(*content.header), path.string()),
                        std::back_inserter(links_));
    }
  }

  // A sealed batch can be judged from outside only.
  void note_sealed(const fs::path& path) {
    ++report_.sealed;
    check_name(path, sealed_suffix);
    add({Severity::warning,
         "sealed",
         path.string(),
         {},
         "this batch is sealed and was not looked into: open it with 'skills results open'"});
  }

  void check_name(const fs::path& path, std::string_view suffix) {
    std::string name = path.filename().string();
    if (name.ends_with(suffix)) name.resize(name.size() - suffix.size());
    if (is_random_name(name)) return;
    add(finding(
        "bad-name", path,
        fmt::format("a batch is called by 32 hexadecimal digits and {}, so that its name tells nothing",
                    suffix)));
  }

  void check_time(const fs::path& path, const BatchHeader& header) {
    if (is_changed_at(path, *period_start(header.period))) return;
    add(finding("bad-time", path,
                fmt::format("its time of change is not the start of {} (UTC), and may tell when people were "
                            "there; copy files with their times (cp -p)",
                            header.period)));
  }

  const VerifyRules& rules_;
  std::set<fs::path> seen_;
  std::vector<ChainLink> links_;
  VerifyReport report_;
};

}  // namespace

VerifyReport verify_results(const std::vector<std::string>& places, const VerifyRules& rules) {
  Verifier verifier(rules);
  for (const std::string& place : places) verifier.look_at(place);
  return verifier.report();
}

}  // namespace assessment
