#include "tests/fault_matrix.hpp"

#include <array>

namespace tests {

using namespace assessment;

namespace {

enum class AfterFault { goes_on, starts_again };

struct Life {
  std::uint64_t seed = 0;
  Publishing publishing = Publishing::best;
  LeftOut left_out = LeftOut::nothing;
  Mishap mishap{};
  AfterFault after = AfterFault::goes_on;
};

constexpr int visits = 9;  // enough for one batch of five with two held back, and to go on after it
constexpr std::array errors{Trouble::short_write, Trouble::input_output,  Trouble::disk_full,
                            Trouble::read_only,   Trouble::no_permission, Trouble::vanished};

// Lives it and adds to `tally`. False when it ended before the mishap came.
bool live(const Life& life, FaultTally& tally) {
  Books books;
  SimulatedKiosk kiosk(life.seed, books, life.left_out, life.publishing);
  kiosk.disk().meet(life.mishap);
  for (int day = 1; day <= visits; ++day) {
    const bool starts_again =
        day == 5 || (life.after == AfterFault::starts_again && kiosk.disk().mishaps() > 0);
    if (starts_again && kiosk.is_running()) kiosk.stop();
    if (!kiosk.is_running()) kiosk.start();
    kiosk.visit();
    kiosk.release({2026, 11, day});
  }
  const bool came = kiosk.disk().mishaps() > 0;
  if (!kiosk.close_books()) ++tally.not_opened;
  ++tally.lives;
  tally.lost += books.lost();
  tally.doubled += books.doubled();
  tally.small_batches += books.small_batches();
  tally.broken_chains += books.broken_chains();
  return came;
}

}  // namespace

FaultTally& FaultTally::operator+=(const FaultTally& other) {
  lives += other.lives;
  kill_points += other.kill_points;
  errors += other.errors;
  lost += other.lost;
  doubled += other.doubled;
  small_batches += other.small_batches;
  broken_chains += other.broken_chains;
  not_opened += other.not_opened;
  return *this;
}

FaultTally try_every_call(std::uint64_t seed, Publishing publishing, LeftOut left_out) {
  FaultTally tally;
  bool came = true;
  // Of a careless program one loss says enough.
  const auto is_enough = [&] { return left_out != LeftOut::nothing && tally.faults() > 0; };
  for (std::int64_t call = 1; came && !is_enough(); ++call) {
    Life life{
        .seed = seed + static_cast<std::uint64_t>(call), .publishing = publishing, .left_out = left_out};
    came = false;
    for (const Trouble trouble : {Trouble::power_cut, Trouble::kill}) {
      life.mishap = {trouble, call};
      const bool here = live(life, tally);
      tally.kill_points += here;
      came = came || here;
    }
    for (const Trouble trouble : errors) {
      for (const std::int64_t calls : {1, 5}) {
        life.mishap = {trouble, call, calls};
        life.after = calls == 1 && call % 2 == 0 ? AfterFault::starts_again : AfterFault::goes_on;
        tally.errors += live(life, tally);
      }
    }
  }
  return tally;
}

}  // namespace tests
