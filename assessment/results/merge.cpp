#include "assessment/results/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "assessment/base/crypto.hpp"
#include "assessment/results/batch_reader.hpp"
#include "assessment/results/chain.hpp"
#include "assessment/results/exact_reader.hpp"
#include "assessment/results/result_files.hpp"

namespace assessment {
namespace {

constexpr std::size_t piece_size = 1024 * 1024;  // bytes written at a time

struct Source {
  std::string path{};
  std::string blake2b{};  // of the file's bytes, when they were checked
};

// What is to be merged, checked from the first byte to the last.
struct Survey {
  std::vector<Source> files{};
  std::vector<ChainLink> links{};
  ArchiveHeader header{};
  int synthetic_files = 0;
  Diagnostics faults{};
};

void append(Diagnostics& faults, const Diagnostics& more) {
  faults.insert(faults.end(), more.begin(), more.end());
}

void add_header(Survey& survey, const ResultHeader& header, std::string_view bytes, const std::string& path) {
  std::vector<ArchiveSource> sources;
  if (const auto* archive = std::get_if<ArchiveHeader>(&header)) {
    sources = archive->sources;
    std::ranges::move(links_of(*archive, path), std::back_inserter(survey.links));
  } else {
    const auto& batch = std::get<BatchHeader>(header);
    survey.links.push_back(link_of(batch, bytes, path));
    sources = {{batch.kiosk, batch.sequence, survey.links.back().sha256}};
  }
  std::ranges::move(sources, std::back_inserter(survey.header.sources));
  const auto [records, respondents] =
      std::visit([](const auto& content) { return std::pair(content.records, content.respondents); }, header);
  survey.header.records += records;
  if (respondents == Respondents::synthetic) ++survey.synthetic_files;
}

void survey_file(Survey& survey, const std::string& path, const TrainerKeys* keys) {
  const auto bytes = read_lines(path, keys);
  if (!bytes) return append(survey.faults, bytes.faults());
  const auto header = read_exactly(*bytes, path, [](const ExactLine&) {});
  if (!header) return append(survey.faults, header.faults());
  survey.files.push_back({path, blake2b_hex(*bytes)});
  add_header(survey, *header, *bytes, path);
}

void check_respondents(Survey& survey) {
  if (survey.synthetic_files == 0) return;
  survey.header.respondents = Respondents::synthetic;
  if (survey.synthetic_files == static_cast<int>(survey.files.size())) return;
  survey.faults.push_back(
      {.code = "synthetic-mixed",
       .text = "some of these results are synthetic and some are people's; merge them apart"});
}

Survey survey_files(const std::vector<std::string>& paths, const TrainerKeys* keys) {
  Survey survey;
  for (const std::string& path : paths) survey_file(survey, path, keys);
  check_respondents(survey);
  std::ranges::sort(survey.header.sources, {}, &ArchiveSource::sha256);
  return survey;
}

// The records of all files, sorted by their bytes; equal ones as often as they stand there.
class SortedRecords {
 public:
  SortedRecords(std::vector<Source> files, const TrainerKeys* keys, std::size_t slice)
      : files_(std::move(files)), keys_(keys), slice_(slice) {}

  // The next records, some at a time; empty: there are no more.
  Expected<std::string_view> next() {
    if (given_ == lines_.size()) {
      const auto loaded = load();
      if (!loaded) return loaded.faults();
    }
    piece_.clear();
    while (given_ < lines_.size() && piece_.size() < piece_size) piece_ += lines_[given_++];
    return std::string_view(piece_);
  }

 private:
  // The slice of records that follow the last one given.
  Outcome load() {
    if (!lines_.empty()) last_ = std::move(lines_.back());
    lines_.clear();
    given_ = 0;
    size_ = 0;
    limit_.reset();
    for (const Source& file : files_) {
      const auto bytes = read_lines(file.path, keys_);
      if (!bytes) return bytes.faults();
      if (blake2b_hex(*bytes) != file.blake2b) {
        return Diagnostic{
            Severity::error, "changed-meanwhile", file.path, {}, "this file was changed while it was merged"};
      }
      take(*bytes);
    }
    std::ranges::sort(lines_);
    return Done{};
  }

  void take(std::string_view bytes) {
    bytes.remove_prefix(bytes.find('\n') + 1);
    while (!bytes.empty()) {
      const std::string_view line = bytes.substr(0, bytes.find('\n') + 1);
      bytes.remove_prefix(line.size());
      if (last_ && line <= *last_) continue;
      if (limit_ && line > *limit_) continue;
      lines_.emplace_back(line);
      size_ += line.size();
      if (size_ > slice_) keep_smaller_half();
    }
  }

  // What is left out comes with a later slice. Equal records stay together, so that none is left behind.
  void keep_smaller_half() {
    const auto middle = lines_.begin() + static_cast<std::ptrdiff_t>(lines_.size() / 2);
    std::ranges::nth_element(lines_, middle);
    limit_ = *middle;
    std::erase_if(lines_, [&](const std::string& line) { return line > *limit_; });
    size_ = 0;
    for (const std::string& line : lines_) size_ += line.size();
    // Where most records are equal there is no smaller half: rather more memory than no end.
    slice_ = std::max(slice_, 2 * size_);
  }

  std::vector<Source> files_;
  const TrainerKeys* keys_;
  std::size_t slice_;
  std::vector<std::string> lines_;
  std::size_t given_ = 0;
  std::size_t size_ = 0;              // of lines_, bytes
  std::optional<std::string> last_;   // of the slices before
  std::optional<std::string> limit_;  // the largest that this slice may hold
  std::string piece_;
};

Outcome check_name_is_free(Storage& folder, const std::string& name) {
  if (!folder.modified(name)) return Done{};
  return Diagnostic{
      Severity::error, "file-exists", name, {}, "is there already and stays as it is: choose another name"};
}

Outcome publish_archive(Storage& folder, const std::string& name, Survey survey, const TrainerKeys* keys,
                        std::size_t slice) {
  std::string first = to_line(survey.header);
  if (first.size() > longest_header) {
    return Diagnostic{
        .code = "archive-too-large",
        .text = fmt::format("too many batches for one archive: their list would be longer than {} "
                            "bytes; make several archives",
                            longest_header)};
  }
  SortedRecords records(std::move(survey.files), keys, slice);
  bool is_first = true;
  const auto next = [&]() -> Expected<std::string_view> {
    if (std::exchange(is_first, false)) return std::string_view(first);
    return records.next();
  };
  return folder.publish_pieces(name, next, {Access::group_may_read, std::nullopt});
}

}  // namespace

Expected<MergeReport> merge_results(const std::vector<std::string>& places, Storage& folder,
                                    const std::string& name, const TrainerKeys* keys, std::size_t slice) {
  const auto free = check_name_is_free(folder, name);
  if (!free) return free.faults();
  const auto paths = find_result_files(places, keys);
  if (!paths) return paths.faults();
  Survey survey = survey_files(*paths, keys);
  if (survey.files.empty() && survey.faults.empty()) {
    return Diagnostic{.code = "no-results",
                      .text = "there are no result files (*.results.jsonl, *.results.sealed) to merge"};
  }

  MergeReport report{.records = survey.header.records,
                     .batches = static_cast<int>(survey.header.sources.size())};
  for (Diagnostic& fault : check_chains(survey.links)) {
    const bool is_gap = fault.code == "chain-gap";
    if (is_gap) fault.severity = Severity::warning;
    (is_gap ? report.gaps : survey.faults).push_back(std::move(fault));
  }
  sort_by_position(survey.faults);
  if (!survey.faults.empty()) return survey.faults;
  const auto published = publish_archive(folder, name, std::move(survey), keys, slice);
  if (!published) return published.faults();
  return report;
}

}  // namespace assessment
