// The chains of batches: each kiosk counts its own and names the hash of the one before.
//
// Codes of faults, frozen: "chain-gap" (batches are missing), "chain-repeated" (one batch in two files),
// "chain-forked" (two batches at one place), "chain-broken" (not the batch that the next one names),
// "archives-overlap" (two archives hold one batch).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/base/expected.hpp"
#include "assessment/results/batch.hpp"

namespace assessment {

// What is known of one batch, from its own file or from the sources of an archive.
struct ChainLink {
  std::string kiosk{};
  int sequence = 1;
  std::string sha256{};                  // of the batch's bytes
  std::string file{};                    // where it was found
  std::optional<std::string> blake2b{};  // of the batch's bytes; none: an archive, which does not keep it
  std::optional<std::string> previous{};
  Position at{};  // where the file says the sequence
  Position previous_at{};
};

// The link of a batch file. Precondition: `bytes` begin with `header`, as to_line writes it.
ChainLink link_of(const BatchHeader& header, std::string_view bytes, const std::string& file);

// The links of an archive's sources.
std::vector<ChainLink> links_of(const ArchiveHeader& header, const std::string& file);

// All that is wrong with the chains of these batches, each at the later one of two that do not fit. That
// the last batches of a kiosk are missing cannot be seen. A batch that an archive lists too is no fault; that
// two archives overlap is told once.
Diagnostics check_chains(std::vector<ChainLink> links);

}  // namespace assessment
