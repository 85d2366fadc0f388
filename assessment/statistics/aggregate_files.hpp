// Result files -> one Aggregate.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "assessment/base/expected.hpp"
#include "assessment/results/sealing.hpp"
#include "assessment/statistics/aggregate.hpp"

namespace assessment {

// What becomes of a file with a fault in it.
enum class FaultyFiles { refuse, skip };

struct AggregateRequest {
  Grouping grouping{};
  std::vector<RecordFilter> filter{};
  FaultyFiles faulty_files = FaultyFiles::refuse;
  const TrainerKeys* keys = nullptr;  // for sealed files; null: these are faulty

  bool operator==(const AggregateRequest&) const = default;
};

struct AggregatedFiles {
  Aggregate aggregate{};
  int files = 0;                  // that were counted
  int synthetic_files = 0;        // of these, batches made by `skills simulate`
  std::set<std::string> banks{};  // "ID@VERSION" of the records that passed the filter
  Diagnostics skipped{};          // with FaultyFiles::skip: why files were left out

  bool operator==(const AggregatedFiles&) const = default;
};

// Adds up the records of all `paths` that pass the filter. A file counts whole or not at all. The
// result is the same for any order of `paths`, but for the order of `skipped`. With
// FaultyFiles::refuse a fault in any file refuses all, and the faults of all files are named.
Expected<AggregatedFiles> aggregate_files(const std::vector<std::string>& paths,
                                          const AggregateRequest& request);

}  // namespace assessment
