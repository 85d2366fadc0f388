#include "assessment/statistics/aggregate_files.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <iterator>
#include <utility>

#include "assessment/base/crypto.hpp"
#include "assessment/results/batch_reader.hpp"
#include "assessment/results/record_scanner.hpp"
#include "assessment/results/result_files.hpp"
#include "assessment/statistics/file_work.hpp"
#include "assessment/statistics/record_counter.hpp"

namespace assessment {
namespace {

using Paths = std::vector<std::string>;

constexpr std::uint64_t slice_size = std::uint64_t{4} * 1024 * 1024;  // bytes

// What was learned of a file. Several workers may read it, but only one its header.
struct FileFacts {
  std::optional<ResultHeader> header{};
  std::atomic<std::int64_t> records = 0;
  std::atomic<bool> is_faulty = false;
};

// What reading all files once gave: right only where nothing but good files that count was read.
struct Reading {
  std::vector<FileFacts> facts;  // by file
  Aggregate aggregate{};
  PeopleByCell people{};
};

bool is_sealed_path(const std::string& path) {
  return path.ends_with(sealed_suffix);
}

class Worker {
 public:
  Worker(const Paths& paths, const AggregateRequest& request, FileWork& work, std::vector<FileFacts>& facts)
      : paths_(paths),
        request_(request),
        work_(work),
        facts_(facts),
        counter_(scanner_, request.grouping, request.filter) {}
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void work(bool is_caller) {
    const auto tell = [&] {
      if (is_caller && request_.progress) request_.progress(work_.progress());
    };
    while (!request_.stop.stop_requested()) {
      auto slice = work_.take();
      if (!slice) break;
      const std::int64_t bytes = read(*slice);
      work_.finish(*slice, bytes);
      tell();
    }
    if (request_.stop.stop_requested()) return;  // and nobody will ask for what was counted
    tell();                                      // the others may have left the caller nothing
    aggregate_ = counter_.aggregate();
    people_ = counter_.people();
  }

  const Aggregate& aggregate() const { return aggregate_; }
  const PeopleByCell& people() const { return people_; }

 private:
  // All of these give how many bytes they read.
  std::int64_t read(FileSlice& slice) {
    FileFacts& facts = facts_[slice.file];
    const std::string& path = paths_[slice.file];
    if (is_sealed_path(path)) return read_sealed(path, facts);
    const auto file = open_input_file(path);
    if (!file) {
      facts.is_faulty = true;
      return 0;
    }
    const std::uint64_t size = (*file)->size();
    if (slice.header) {
      FileLines lines(**file, buffer_, slice.begin, slice.end);
      read_records(lines, *slice.header, facts);
      return static_cast<std::int64_t>(std::min(slice.end, size) - std::min(slice.begin, size));
    }
    FileLines lines(**file, buffer_, 0, slice_size);
    read_from_start(lines, path, facts, [&] { share_out(slice, size, *facts.header); });
    return static_cast<std::int64_t>(std::min(slice_size, size));
  }

  std::int64_t read_sealed(const std::string& path, FileFacts& facts) {
    auto bytes = read_lines(path, request_.keys);
    if (!bytes) {
      facts.is_faulty = true;
      return 0;
    }
    TextLines lines(*bytes);
    read_from_start(lines, path, facts, [] {});
    const auto size = static_cast<std::int64_t>(bytes->size());
    wipe(*bytes);
    return size;
  }

  template <class Then>
  void read_from_start(LineSource& lines, const std::string& path, FileFacts& facts, Then after_header) {
    Line line;
    if (!lines.next(line, longest_header) || !line.is_ended) {
      facts.is_faulty = true;
      return;
    }
    auto header = scanner_.header(line, path);
    if (!header) {
      facts.is_faulty = true;
      return;
    }
    facts.header = *std::move(header);
    after_header();
    read_records(lines, *facts.header, facts);
  }

  // A large file is for all workers to read.
  void share_out(FileSlice& first, std::uint64_t size, const ResultHeader& header) {
    if (size <= slice_size) return;
    const auto shared = std::make_shared<const ResultHeader>(header);
    std::vector<FileSlice> slices;
    const double share = static_cast<double>(slice_size) / static_cast<double>(size);
    for (std::uint64_t begin = slice_size; begin < size; begin += slice_size) {
      slices.push_back({first.file, begin, begin + slice_size, shared, share});
    }
    first.share = share;
    std::ranges::reverse(slices);
    work_.add(std::move(slices));
  }

  void read_records(LineSource& lines, const ResultHeader& header, FileFacts& facts) {
    const auto* batch = std::get_if<BatchHeader>(&header);
    const std::uint32_t expected = batch != nullptr ? scanner_.context_of(*batch) : 0;
    std::int64_t records = 0;
    Line line;
    while (!facts.is_faulty && lines.next(line, longest_record)) {
      const CompactRecord* record = scanner_.scan(line);
      if (record == nullptr || (batch != nullptr && record->context != expected)) {
        facts.is_faulty = true;
        return;
      }
      ++records;
      counter_.add(*record);
    }
    facts.records += records;
    if (lines.fault()) facts.is_faulty = true;
  }

  const Paths& paths_;
  const AggregateRequest& request_;
  FileWork& work_;
  std::vector<FileFacts>& facts_;
  RecordScanner scanner_{};
  RecordCounter counter_;
  LineBuffer buffer_{};
  Aggregate aggregate_{};
  PeopleByCell people_{};
};

Reading read_once(const Paths& paths, const AggregateRequest& request) {
  Reading reading{.facts = std::vector<FileFacts>(paths.size())};
  FileWork work(paths.size());
  const std::size_t most = std::max<std::size_t>(request.threads, 1);
  std::vector<std::unique_ptr<Worker>> workers;
  for (std::size_t i = 0; i < most; ++i)
    workers.push_back(std::make_unique<Worker>(paths, request, work, reading.facts));
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < most; ++i) {
    others.push_back(std::async(std::launch::async, [worker = workers[i].get()] { worker->work(false); }));
  }
  workers.front()->work(true);
  for (auto& other : others) other.get();

  for (auto& worker : workers) {
    merge(reading.aggregate, worker->aggregate());
    for (const auto& [cell, people] : worker->people()) reading.people[cell] += people;
    worker.reset();
  }
  for (FileFacts& facts : reading.facts) {
    if (!facts.header || facts.records != records_of(*facts.header)) facts.is_faulty = true;
  }
  return reading;
}

// All that is wrong with a file, from the reader that names lines.
Diagnostics faults_of(const std::string& path, const TrainerKeys* keys) {
  const auto nothing = [](const BatchRecord&) {};
  const Diagnostics changed{
      {Severity::error, "changed-meanwhile", path, {}, "this file has changed while it was read; try again"}};
  if (is_sealed_path(path)) {
    auto bytes = read_lines(path, keys);
    if (!bytes) return bytes.faults();
    const auto header = read_batch(*bytes, path, nothing);
    wipe(*bytes);
    return header ? changed : header.faults();
  }
  const auto file = open_input_file(path);
  if (!file) return file.faults();
  LineBuffer buffer;
  FileLines lines(**file, buffer);
  const auto header = read_batch(lines, path, nothing);
  return header ? changed : header.faults();
}

bool is_synthetic(const ResultHeader& header) {
  const auto respondents = std::visit([](const auto& content) { return content.respondents; }, header);
  return respondents == Respondents::synthetic;
}

std::set<std::string> banks_in(const PeopleByCell& people, const std::vector<RecordFilter>& filter) {
  std::set<std::string> banks;
  for (const auto& [cell, count] : people) {
    if (passes(filter, cell)) banks.insert(cell[static_cast<std::size_t>(Dimension::bank_version)]);
  }
  return banks;
}

AggregatedFiles result_of(Reading&& reading, const AggregateRequest& request, Diagnostics skipped) {
  AggregatedFiles result{.aggregate = std::move(reading.aggregate),
                         .people = std::move(reading.people),
                         .files = static_cast<int>(reading.facts.size()),
                         .skipped = std::move(skipped)};
  for (const FileFacts& facts : reading.facts) result.synthetic_files += is_synthetic(*facts.header) ? 1 : 0;
  result.banks = banks_in(result.people, request.filter);
  return result;
}

}  // namespace

Expected<AggregatedFiles> aggregate_files(std::vector<std::string> paths, const AggregateRequest& request) {
  std::ranges::sort(paths);
  Diagnostics skipped;
  for (;;) {
    Reading reading = read_once(paths, request);
    if (request.stop.stop_requested()) {
      return Diagnostic{.code = "cancelled", .text = "reading was cancelled; nothing is shown"};
    }
    std::vector<ResultFile> files;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      const auto& header = reading.facts[i].header;
      files.push_back({paths[i], header ? &*header : nullptr});
    }
    const auto counts = choose_result_files(files, request.keys);
    if (!counts) return counts.faults();

    Diagnostics faults;
    std::vector<bool> is_faulty(paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i) {
      if (!(*counts)[i] || !reading.facts[i].is_faulty) continue;
      const Diagnostics of_file = faults_of(paths[i], request.keys);
      faults.insert(faults.end(), of_file.begin(), of_file.end());
      is_faulty[i] = true;
    }
    if (!faults.empty() && request.faulty_files == FaultyFiles::refuse) return faults;
    skipped.insert(skipped.end(), faults.begin(), faults.end());
    if (std::ranges::count(*counts, false) == 0 && faults.empty())
      return result_of(std::move(reading), request, std::move(skipped));
    // Without a faulty archive the batches that it lists may count after all.
    Paths rest;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      if (faults.empty() ? (*counts)[i] : !is_faulty[i]) rest.push_back(std::move(paths[i]));
    }
    paths = std::move(rest);
  }
}

}  // namespace assessment
