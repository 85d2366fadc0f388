#include "assessment/results/result_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "assessment/base/crypto.hpp"
#include "assessment/base/folder.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/results/batch_reader.hpp"

namespace assessment {
namespace {

namespace fs = std::filesystem;

Diagnostic fault(std::string code, const fs::path& path, std::string text) {
  return {Severity::error, std::move(code), path.string(), {}, std::move(text)};
}

using Suffixes = std::vector<std::string_view>;

bool has_suffix(std::string_view name, const Suffixes& suffixes) {
  return std::ranges::any_of(suffixes, [&](std::string_view suffix) { return name.ends_with(suffix); });
}

// Text, not fs::path: comparing and taking apart ten thousand of these takes longer than reading the files.
using Paths = std::vector<std::string>;

void list_folder(const std::string& folder, const Suffixes& suffixes, Paths& paths, Diagnostics& faults) {
  const auto entries = read_folder(folder);
  if (!entries) {
    faults.push_back(entries.faults().front());
    return;
  }
  const std::string inside = (fs::path(folder) / "").string();
  for (const FolderEntry& entry : *entries) {
    if (entry.name.starts_with('.')) continue;
    if (entry.kind == EntryKind::folder) {
      list_folder(inside + entry.name, suffixes, paths, faults);
    } else if (entry.kind == EntryKind::other && has_suffix(entry.name, suffixes)) {
      paths.push_back(inside + entry.name);
    }
  }
}

Paths list_places(const std::vector<std::string>& places, const Suffixes& suffixes, Diagnostics& faults) {
  Paths paths;
  for (const std::string& place : places) {
    const fs::path path = fs::path(place).lexically_normal();
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      faults.push_back(fault("file-missing", place, "there is no such file or folder"));
    } else if (fs::is_directory(status)) {
      list_folder(path.string(), suffixes, paths, faults);
    } else {
      paths.push_back(path.string());
    }
  }
  std::ranges::sort(paths);
  // Named twice, it counts once. (clang 14, for the fuzzers, cannot read std::ranges::unique of
  // libstdc++ 12.)
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

bool is_sealed(std::string_view path) {
  return path.ends_with(sealed_suffix);
}

// The bytes up to the first line end; none when they cannot be read.
std::optional<std::string> first_line(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  std::string line;
  for (char c = 0; file.get(c) && c != '\n' && line.size() <= longest_header;) line += c;
  if (!file) return std::nullopt;
  return line;
}

// The first line, where what is sealed may follow it; none when it cannot be read or opened.
std::optional<std::string> readable_start(const std::string& path, const TrainerKeys* keys) {
  if (!is_sealed(path)) return first_line(path);
  auto lines = read_lines(path, keys);
  if (!lines) return std::nullopt;
  return *std::move(lines);
}

// A batch's place in its kiosk's chain: batches that could be one and the same agree in it.
// The number first: comparing it is quick, and it nearly always differs.
using ChainPlace = std::pair<int, std::string_view>;

struct PlacedBatch {
  ChainPlace place{};
  std::size_t file = 0;

  auto operator<=>(const PlacedBatch&) const = default;
};

// What is known of the files from their first lines. It speaks of `files`, by number and in views.
struct Overview {
  std::vector<std::pair<std::size_t, const ArchiveHeader*>> archives{};
  std::vector<PlacedBatch> batches{};  // those of one place together
};

Overview look_at(const std::vector<ResultFile>& files) {
  Overview overview;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!files[i].header) continue;
    if (const auto* archive = std::get_if<ArchiveHeader>(files[i].header)) {
      overview.archives.emplace_back(i, archive);
    } else {
      const auto& batch = std::get<BatchHeader>(*files[i].header);
      overview.batches.push_back({{batch.sequence, batch.kiosk}, i});
    }
  }
  std::ranges::sort(overview.batches);
  return overview;
}

struct Listed {
  std::set<ChainPlace> places{};
  std::map<std::string_view, std::size_t> hashes{};  // sha256 of a batch, the archive that lists it
};

// Takes away from the archives those whose batches others hold all.
Listed list_sources(const std::vector<ResultFile>& files, Overview& overview, Diagnostics& faults) {
  Listed listed;
  // The larger first, so that a smaller one finds all its batches listed.
  std::ranges::stable_sort(overview.archives, std::ranges::greater{},
                           [](const auto& archive) { return archive.second->sources.size(); });
  std::erase_if(overview.archives, [&](const auto& entry) {
    const auto& [file, archive] = entry;
    const auto is_listed = [&](const ArchiveSource& source) { return listed.hashes.contains(source.sha256); };
    const auto known = std::ranges::find_if(archive->sources, is_listed);
    if (std::ranges::all_of(archive->sources, is_listed)) return true;
    if (known != archive->sources.end()) {
      faults.push_back(fault("archives-overlap", files[file].path,
                             fmt::format("this archive and {} hold the same batch; leave one of them out, or "
                                         "merge the batches anew",
                                         files[listed.hashes[known->sha256]].path)));
    }
    for (const ArchiveSource& source : archive->sources) {
      listed.places.emplace(source.sequence, source.kiosk);
      listed.hashes.try_emplace(source.sha256, file);
    }
    return false;
  });
  return listed;
}

// Of batches at one place in the chain, those that count: each content once, and none that an archive has.
// Only files that could be alike are hashed, for hashing all would cost more than reading them.
std::vector<std::size_t> find_different(std::span<const PlacedBatch> batches,
                                        const std::vector<ResultFile>& files, const Listed& listed,
                                        const TrainerKeys* keys, Diagnostics& faults) {
  std::vector<std::size_t> different;
  std::set<std::string> seen;
  for (const PlacedBatch& batch : batches) {
    const auto bytes = read_lines(std::string(files[batch.file].path), keys);
    if (!bytes) {
      faults.insert(faults.end(), bytes.faults().begin(), bytes.faults().end());
      continue;
    }
    const std::string hash = sha256_hex(*bytes);
    if (!listed.hashes.contains(hash) && seen.insert(hash).second) different.push_back(batch.file);
  }
  return different;
}

// The batches that count, by number.
std::vector<std::size_t> choose_batches(const Overview& overview, const std::vector<ResultFile>& files,
                                        const Listed& listed, const TrainerKeys* keys, Diagnostics& faults) {
  std::vector<std::size_t> chosen;
  for (auto rest = std::span(overview.batches); !rest.empty();) {
    const ChainPlace& place = rest.front().place;
    const auto is_elsewhere = [&](const PlacedBatch& batch) { return batch.place != place; };
    const auto end = std::ranges::find_if(rest, is_elsewhere);
    const auto here = rest.first(static_cast<std::size_t>(end - rest.begin()));
    if (here.size() == 1 && !listed.places.contains(place)) {
      chosen.push_back(here.front().file);
    } else {
      std::ranges::copy(find_different(here, files, listed, keys, faults), std::back_inserter(chosen));
    }
    rest = rest.subspan(here.size());
  }
  return chosen;
}

// Without a key only the name can say that a sealed batch was opened already; it is random and 128 bits long.
void leave_out_opened(Paths& paths) {
  if (std::ranges::none_of(paths, is_sealed)) return;
  std::set<std::string> plain;
  for (const std::string& path : paths) plain.insert(fs::path(path).filename().string());
  std::erase_if(
      paths, [&](const std::string& path) { return is_sealed(path) && plain.contains(opened_name(path)); });
}

}  // namespace

std::string opened_name(const std::string& sealed) {
  std::string name = fs::path(sealed).filename().string();
  if (name.ends_with(sealed_suffix)) name.resize(name.size() - sealed_suffix.size());
  return name + std::string(batch_suffix);
}

Expected<std::vector<std::string>> list_files(const std::vector<std::string>& places,
                                              const std::vector<std::string_view>& suffixes) {
  Diagnostics faults;
  Paths paths = list_places(places, suffixes, faults);
  if (!faults.empty()) return faults;
  return paths;
}

Expected<std::vector<std::string>> list_result_files(const std::vector<std::string>& places,
                                                     const TrainerKeys* keys) {
  Diagnostics faults;
  Paths paths = list_places(places, {batch_suffix, sealed_suffix}, faults);
  if (keys == nullptr) leave_out_opened(paths);
  if (!faults.empty()) return faults;
  return paths;
}

Expected<std::vector<bool>> choose_result_files(const std::vector<ResultFile>& files,
                                                const TrainerKeys* keys) {
  Diagnostics faults;
  Overview overview = look_at(files);
  const Listed listed = list_sources(files, overview, faults);
  std::vector<bool> counts(files.size());
  // What is unclear is for read_batch to refuse, with the reason.
  for (std::size_t i = 0; i < files.size(); ++i) counts[i] = !files[i].header;
  for (const auto& [file, archive] : overview.archives) counts[file] = true;
  for (const std::size_t file : choose_batches(overview, files, listed, keys, faults)) counts[file] = true;
  if (!faults.empty()) return faults;
  return counts;
}

Expected<std::vector<std::string>> find_result_files(const std::vector<std::string>& places,
                                                     const TrainerKeys* keys) {
  const auto paths = list_result_files(places, keys);
  if (!paths) return paths.faults();
  std::vector<std::optional<ResultHeader>> headers;
  for (const std::string& path : *paths) {
    const auto line = readable_start(path, keys);
    const auto header = line ? read_header(*line, path) : Diagnostic{};
    headers.push_back(header ? std::optional(*header) : std::nullopt);
  }
  std::vector<ResultFile> files;
  for (std::size_t i = 0; i < paths->size(); ++i)
    files.push_back({(*paths)[i], headers[i] ? &*headers[i] : nullptr});
  const auto counts = choose_result_files(files, keys);
  if (!counts) return counts.faults();
  Paths chosen;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if ((*counts)[i]) chosen.emplace_back(files[i].path);
  }
  return chosen;
}

Diagnostic no_results_in(const std::vector<std::string>& places) {
  return {.code = "no-results",
          .text = fmt::format("there are no result files (*.results.jsonl, *.results.sealed) in {}",
                              fmt::join(places, ", "))};
}

Expected<std::string> read_lines(const std::string& path, const TrainerKeys* keys) {
  if (!is_sealed(path)) return read_file(path);
  if (keys == nullptr) {
    return fault("key-needed", path,
                 "this batch is sealed; give your key with --key and the kiosks' public keys with --trust");
  }
  std::error_code error;
  if (fs::file_size(path, error) > largest_sealed_file && !error) {
    return fault("sealed-too-long", path,
                 "this is larger than any sealed batch; copy it again from the kiosk");
  }
  const auto sealed = read_file(path);
  if (!sealed) return sealed.faults();
  return open_sealed_batch(*sealed, path, *keys);
}

}  // namespace assessment
