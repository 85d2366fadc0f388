#include "assessment/results/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <set>
#include <utility>

#include "assessment/results/batch_reader.hpp"
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

Diagnostic not_looked_into(const fs::path& sealed) {
  return {Severity::warning,
          "sealed",
          sealed.string(),
          {},
          "this batch is sealed and was not looked into: give your --key, and --trust for its kiosk's"};
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
  Verifier(const VerifyRules& rules, const TrainerKeys* keys) : rules_(rules), keys_(keys) {}

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
    add_sealed();
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
    if (name.ends_with(batch_suffix) || name.ends_with(sealed_suffix)) {
      verify_file(path);
    } else if (!is_kiosk_file(path)) {
      add(finding("foreign-file", path, "this is no file of results; nothing else belongs here"));
    }
  }

  void verify_file(const fs::path& path) {
    const bool is_sealed = path.filename().string().ends_with(sealed_suffix);
    if (is_sealed) {
      ++report_.sealed;
      check_name(path, sealed_suffix);
      if (keys_ == nullptr) return add(not_looked_into(path));
    }
    const auto bytes = read_lines(path.string(), keys_);
    if (!bytes) return append(bytes.faults());
    const VerifiedContent content = verify_content(*bytes, path.string(), rules_);
    append(content.findings);
    if (!content.header) return;
    const auto* batch = std::get_if<BatchHeader>(&*content.header);
    if (batch != nullptr) check_time(path, *batch);
    if (batch != nullptr && is_sealed) {
      sealed_.push_back({link_of(*batch, *bytes, path.string()), batch->records});
      return;
    }
    report_.records += records_of(*content.header);
    if (batch != nullptr) {
      ++report_.batches;
      check_name(path, batch_suffix);
      links_.push_back(link_of(*batch, *bytes, path.string()));
    } else {
      ++report_.archives;
      std::ranges::move(links_of(std::get<ArchiveHeader>(*content.header), path.string()),
                        std::back_inserter(links_));
    }
  }

  // A sealed batch whose opened copy was found is no second one.
  void add_sealed() {
    std::set<std::string> opened;
    for (const ChainLink& link : links_) opened.insert(link.sha256);
    for (auto& [link, records] : sealed_) {
      if (opened.contains(link.sha256)) continue;
      report_.records += records;
      links_.push_back(std::move(link));
    }
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
  const TrainerKeys* keys_;
  std::set<fs::path> seen_;
  std::vector<ChainLink> links_;
  std::vector<std::pair<ChainLink, int>> sealed_;  // opened ones, each with its number of records
  VerifyReport report_;
};

}  // namespace

VerifyReport verify_results(const std::vector<std::string>& places, const VerifyRules& rules,
                            const TrainerKeys* keys) {
  Verifier verifier(rules, keys);
  for (const std::string& place : places) verifier.look_at(place);
  return verifier.report();
}

}  // namespace assessment
