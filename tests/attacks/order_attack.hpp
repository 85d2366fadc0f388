// In which order did the people of a batch visit?
//
// What a file shows as a whole (name, inode, times, size) is the same for all its records; what could tell
// them apart is where a record stands and what its bytes are. Each clue is a number for each record; how well
// the order of those numbers agrees with that of the visits is Kendall's tau (Kendall 1938): 1 the same
// order, -1 the reverse, 0 no agreement.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tests {

struct Clue {
  std::string name{};
  double mean_tau = 0;
  double mean_size = 0;  // of |tau|
};

struct OrderAttack {
  std::size_t batches = 0;
  double chance = 0;  // the mean |tau| of batches in random order
  double spread = 0;  // the standard deviation of |tau| then
  std::vector<Clue> clues{};
};

// Kendall's tau of two lists of the same length, at least 2; ties count 0.
double kendall_tau(const std::vector<double>& a, const std::vector<double>& b);

// On batches of the real storage in `folder`.
OrderAttack attack_order(std::size_t batches, std::uint64_t seed, const std::string& folder);

// The control: one file a result, random names, times of change set to 0. Mean tau of the best of
// inode number and time of the last status change, over `groups` of ten files.
double attack_order_of_single_files(std::size_t groups, const std::string& folder);

}  // namespace tests
