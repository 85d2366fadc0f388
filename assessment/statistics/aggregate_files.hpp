// Result files -> one Aggregate.
//
// The only place that starts threads. Files are cut into slices of a fixed size; every worker counts the
// slices it takes into sums of its own, which are added up at the end. As all sums are integers, the result
// is the same to the last digit for any number of threads and any order of files. Memory grows with the
// number of groups and files, not with that of records.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "assessment/base/expected.hpp"
#include "assessment/results/sealing.hpp"
#include "assessment/statistics/aggregate.hpp"

namespace assessment {

// What becomes of a file with a fault in it.
enum class FaultyFiles { refuse, skip };

// How far reading has come.
struct ReadingProgress {
  std::int64_t bytes = 0;
  double share = 0;  // of all there is to read, 0 .. 1
};

struct AggregateRequest {
  Grouping grouping{};
  std::vector<RecordFilter> filter{};
  FaultyFiles faulty_files = FaultyFiles::refuse;
  const TrainerKeys* keys = nullptr;                       // for sealed files; null: these are faulty
  unsigned threads = 1;                                    // at least 1, of which the caller's is one
  std::function<void(const ReadingProgress&)> progress{};  // called now and then by the caller's thread
  std::stop_token stop{};                                  // asked to stop, reading ends with "cancelled"
};

struct AggregatedFiles {
  Aggregate aggregate{};
  PeopleByCell people{};          // all, also those whom the filter leaves out
  int files = 0;                  // that were counted
  int synthetic_files = 0;        // of these, batches made by `skills simulate`
  std::set<std::string> banks{};  // "ID@VERSION" of the records that passed the filter
  Diagnostics skipped{};          // with FaultyFiles::skip: why files were left out

  bool operator==(const AggregatedFiles&) const = default;
};

// Adds up the records of all `paths` that pass the filter, each batch once: what choose_result_files leaves
// out does not count. A file counts whole or not at all. With FaultyFiles::refuse a fault in any file refuses
// all, and the faults of all files are named, by file and line. Files are read once; a second time where some
// of them turn out not to count. Codes: those of result_files.hpp and batch_reader.hpp; "changed-meanwhile",
// "cancelled".
Expected<AggregatedFiles> aggregate_files(std::vector<std::string> paths, const AggregateRequest& request);

}  // namespace assessment
