// skills results merge: batches and archives -> one archive, which tells nothing of how it came about.
//
// Codes of faults, frozen: those of result_files.hpp, sealing.hpp, exact_reader.hpp, chain.hpp and
// storage.hpp; "no-results", "synthetic-mixed", "archive-too-large", "changed-meanwhile".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "assessment/base/expected.hpp"
#include "assessment/results/sealing.hpp"
#include "assessment/results/storage.hpp"

namespace assessment {

inline constexpr std::size_t usual_slice = std::size_t{128} * 1024 * 1024;  // bytes

struct MergeReport {
  int records = 0;
  int batches = 0;     // sources of the archive
  Diagnostics gaps{};  // "chain-gap", as warnings

  bool operator==(const MergeReport&) const = default;
};

// Publishes the archive of all that find_result_files finds in `places` as `name` in `folder`.
//
// The same batches give the same bytes, in whichever files and folders they come: records are sorted by
// their bytes, sources by their hash. Nothing is written when a file has a fault, when two batches claim
// one place in a chain, when synthetic results would join people's, or when `name` is there already.
// Batches that are missing from a chain are told and are no fault.
//
// Each file is read once to be checked, and once for about every `slice` bytes of records, which are
// held in memory, beside the largest file.
//
// Sealed files need `keys` ("key-needed"); they are opened in memory, once for every slice.
Expected<MergeReport> merge_results(const std::vector<std::string>& places, Storage& folder,
                                    const std::string& name, const TrainerKeys* keys = nullptr,
                                    std::size_t slice = usual_slice);

}  // namespace assessment
