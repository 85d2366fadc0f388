#include "assessment/results/chain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "assessment/base/crypto.hpp"
#include "assessment/base/text.hpp"

namespace assessment {
namespace {

// Where the value of a field of the first line stands. No string can hold `,"name":`, as its quotes would
// be escaped.
Position place_of(std::string_view line, std::string_view name) {
  const std::string field = fmt::format(",\"{}\":", name);
  const std::string_view before = line.substr(0, line.find(field) + field.size());
  return {1, 1 + static_cast<int>(count_characters(before))};
}

Diagnostic fault(std::string_view code, const ChainLink& link, Position at, std::string text) {
  return {Severity::error, std::string(code), link.file, at, std::move(text)};
}

// Beginnings are enough to tell kiosks apart, and lines stay readable.
std::string short_name(const std::string& kiosk) {
  return kiosk.substr(0, 8);
}

void check_gap(int before, const ChainLink& link, Diagnostics& faults) {
  const int first = before + 1, last = link.sequence - 1;
  if (first > last) return;
  const std::string kiosk = short_name(link.kiosk);
  const std::string missing = first == last
                                  ? fmt::format("batch {} of kiosk {} is", first, kiosk)
                                  : fmt::format("batches {} to {} of kiosk {} are", first, last, kiosk);
  faults.push_back(fault("chain-gap", link, link.at, missing + " missing: look for the files"));
}

// Two links at one place in the chain.
void check_same_place(const ChainLink& first, const ChainLink& second, Diagnostics& faults) {
  if (first.sha256 != second.sha256) {
    faults.push_back(fault("chain-forked", second, second.at,
                           fmt::format("{} holds another batch {} of kiosk {}: one of the two is not genuine",
                                       first.file, second.sequence, short_name(second.kiosk))));
  } else if (first.blake2b && second.blake2b) {
    faults.push_back(fault("chain-repeated", second, second.at,
                           fmt::format("{} holds the same batch; take one of the two away", first.file)));
  } else if (!first.blake2b) {
    Diagnostic overlap =
        fault("archives-overlap", second, second.at,
              fmt::format("{} holds some of the same batches; keep one of the two archives, or "
                          "merge the batches anew",
                          first.file));
    if (std::ranges::find(faults, overlap) == faults.end()) faults.push_back(std::move(overlap));
  }
}

// A batch and the one before it in the chain, where there is one.
void check_hash(const ChainLink* before, const ChainLink& link, Diagnostics& faults) {
  if (!link.blake2b) return;
  if (link.previous.has_value() != (link.sequence > 1)) {
    faults.push_back(fault("chain-broken", link, link.previous_at,
                           "only the first batch of a kiosk, and no other, has no previous one"));
  } else if (before != nullptr && before->blake2b && link.previous != before->blake2b) {
    faults.push_back(
        fault("chain-broken", link, link.previous_at,
              fmt::format("this is not the hash of the batch before it, {}: one of the two was altered",
                          before->file)));
  }
}

}  // namespace

ChainLink link_of(const BatchHeader& header, std::string_view bytes, const std::string& file) {
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  return {header.kiosk,       header.sequence, sha256_hex(bytes),          file,
          blake2b_hex(bytes), header.previous, place_of(line, "sequence"), place_of(line, "previous")};
}

std::vector<ChainLink> links_of(const ArchiveHeader& header, const std::string& file) {
  std::vector<ChainLink> links;
  links.reserve(header.sources.size());
  for (const ArchiveSource& source : header.sources) {
    links.push_back({.kiosk = source.kiosk,
                     .sequence = source.sequence,
                     .sha256 = source.sha256,
                     .file = file,
                     .at = {1, 1}});
  }
  return links;
}

Diagnostics check_chains(std::vector<ChainLink> links) {
  // Files of batches before archives, as they can say more.
  std::ranges::sort(links, {}, [](const ChainLink& link) {
    return std::make_tuple(link.kiosk, link.sequence, !link.blake2b.has_value(), link.file);
  });
  Diagnostics faults;
  const ChainLink* before = nullptr;  // the last one at the place before
  const ChainLink* place = nullptr;   // the first one at the place of the link before
  for (const ChainLink& link : links) {
    if (place != nullptr && place->kiosk == link.kiosk && place->sequence == link.sequence) {
      check_same_place(*place, link, faults);
    } else {
      const bool is_next_of_kiosk = place != nullptr && place->kiosk == link.kiosk;
      before = is_next_of_kiosk ? place : nullptr;
      check_gap(before == nullptr ? 0 : before->sequence, link, faults);
      if (before != nullptr && before->sequence + 1 != link.sequence) before = nullptr;
      place = &link;
    }
    check_hash(before, link, faults);
  }
  sort_by_position(faults);
  return faults;
}

}  // namespace assessment
