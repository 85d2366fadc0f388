// Every mishap at every call to a simulated disk, and the control: the same without syncs must lose people.
//   disk_faults SEEDS
//
// Prints its figures as "key value"; exit status 1 if anything went wrong, or if a careless program got away
// with it.
#define DOCTEST_CONFIG_IMPLEMENT  // the samples can be printed by a failed check
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string>

#include "tests/fault_matrix.hpp"

using assessment::Publishing;
using tests::FaultTally;
using tests::LeftOut;

namespace {

constexpr std::array ways{Publishing::best, Publishing::by_rename};
constexpr std::uint64_t seed_step = 1'000'000;  // a life's seed is this one plus the number of its call

// Faults found when something is left out, one at least in each way if the test is worth anything.
bool is_caught(const char* name, LeftOut left_out) {
  bool every_time = true;
  std::int64_t faults = 0, lives = 0;
  for (const Publishing way : ways) {
    const FaultTally tally = tests::try_every_call(1, way, left_out);
    every_time = every_time && tally.faults() > 0;
    faults += tally.faults();
    lives += tally.lives;
  }
  fmt::print("faults_without_{} {}\nlives_without_{} {}\n", name, faults, name, lives);
  return every_time;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    fmt::print(stderr, "disk_faults SEEDS\n");
    return 2;
  }
  FaultTally sum;
  for (std::uint64_t seed = 1; seed <= std::stoull(words[1]); ++seed) {
    for (const Publishing way : ways) sum += tests::try_every_call(seed * seed_step, way);
  }
  fmt::print(
      "kill_points {}\nerrors {}\nlost {}\ndoubled {}\nsmall_batches {}\nbroken_chains {}\nnot_opened {}\n",
      sum.kill_points, sum.errors, sum.lost, sum.doubled, sum.small_batches, sum.broken_chains,
      sum.not_opened);
  const bool files_matter = is_caught("file_syncs", LeftOut::file_syncs);
  const bool folders_matter = is_caught("folder_syncs", LeftOut::folder_syncs);
  return sum.faults() == 0 && files_matter && folders_matter ? 0 : 1;
}
