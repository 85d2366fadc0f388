// A record whose names are numbers, for counting many: what reports count, and nothing else.
//
// The numbers are indices into the names of its bank, which a RecordScanner keeps; they hold for that
// scanner alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "assessment/results/record.hpp"

namespace assessment {

// What stands in front of a record.
struct RecordContext {
  std::string campaign{};
  std::string site{};
  std::string period{};
  std::string bank{};  // "ID@VERSION"

  auto operator<=>(const RecordContext&) const = default;
};

inline constexpr int none = -1;

struct CompactDomain {
  std::uint32_t domain = 0;
  int percent_tenths = none;  // 0 .. 1000
  int level = none;
  int answered = none;
  int asked = none;
  int knowledge_tenths = none;
  int attained = none;
  bool has_counts = false;
};

struct CompactRecord {
  std::uint32_t context = 0;  // index into RecordScanner::contexts()
  std::uint32_t role = 0;
  int overall_tenths = none;
  int overall_level = none;
  std::vector<CompactDomain> domains{};
  std::vector<std::uint32_t> answers{};  // indices into BankNames::answers
};

// An item with one of the answers that were given to it.
struct NamedAnswer {
  std::uint32_t item = 0;
  RecordedAnswer answer{};  // of typed numbers the first: one entry stands for all of an item
};

// The names of one bank, each once, in the order they were met.
struct BankNames {
  std::string bank{};  // "ID@VERSION"
  std::vector<std::string> roles{};
  std::vector<std::string> domains{};
  std::vector<std::string> levels{};
  std::vector<std::string> attained{};
  std::vector<std::string> items{};
  std::vector<NamedAnswer> answers{};
};

}  // namespace assessment
