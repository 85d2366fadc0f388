// Visits over ten kiosks on simulated disks, with power cuts, kills, failing disks and sticks that carry the
// batches away; in the end everybody who was told "saved" is found once.
//   simulated_year VISITS SEED
//
// Prints its figures as "key value"; exit status 1 if anyone was lost or doubled, a batch was too small or a
// chain broken. The same two numbers play the same year, but for the keys of the pools.
#define DOCTEST_CONFIG_IMPLEMENT  // the samples can be printed by a failed check
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/simulated_kiosk.hpp"

using namespace assessment;
using tests::Books;
using tests::Mishap;
using tests::SimulatedKiosk;
using tests::Trouble;

namespace {

constexpr int kiosks = 10;
constexpr std::uint64_t visits_a_mishap = 40;  // one, on average
constexpr std::uint64_t visits_a_release = 3;
constexpr std::uint64_t visits_a_stick = 50;
constexpr int days_a_month = 28;

constexpr std::array troubles{Trouble::power_cut,   Trouble::power_cut,     Trouble::kill,
                              Trouble::short_write, Trouble::input_output,  Trouble::disk_full,
                              Trouble::read_only,   Trouble::no_permission, Trouble::vanished};

class Year {
 public:
  explicit Year(std::uint64_t seed) : random_(seed, "year") {
    for (std::uint64_t i = 0; i < kiosks; ++i) {
      const auto publishing = i % 2 == 0 ? Publishing::best : Publishing::by_rename;
      fleet_.push_back(
          std::make_unique<SimulatedKiosk>(seed * kiosks + i, books_, tests::LeftOut::nothing, publishing));
    }
  }

  void play(std::int64_t visits) {
    while (books_.visits() < visits) step(*fleet_[static_cast<std::size_t>(random_.below(kiosks))]);
    for (const auto& kiosk : fleet_) not_opened_ += kiosk->close_books() ? 0 : 1;
  }

  // True when nothing is wrong.
  bool tell() const {
    fmt::print("visits {}\nsaved {}\nmishaps {}\npower_cuts {}\nkills {}\nerrors {}\nbatches {}\n",
               books_.visits(), books_.saved(), mishaps_, power_cuts_, kills_,
               mishaps_ - power_cuts_ - kills_, books_.batches());
    fmt::print("lost {}\ndoubled {}\nsmall_batches {}\nbroken_chains {}\nnot_opened {}\n", books_.lost(),
               books_.doubled(), books_.small_batches(), books_.broken_chains(), not_opened_);
    return books_.faults() == 0 && not_opened_ == 0;
  }

 private:
  void step(SimulatedKiosk& kiosk) {
    if (random_.below(visits_a_mishap) == 0) meet(kiosk);
    if (!kiosk.is_running()) kiosk.start();
    kiosk.visit();
    if (random_.below(visits_a_release) == 0) kiosk.release(any_day());
    if (random_.below(visits_a_stick) == 0) kiosk.carry_off();
    if (random_.below(visits_a_stick) == 0) kiosk.stop();
  }

  // At a call soon, and for errors up to some twenty calls long, so that a restart may fall into them.
  void meet(SimulatedKiosk& kiosk) {
    const Mishap mishap{troubles[static_cast<std::size_t>(random_.below(troubles.size()))],
                        kiosk.disk().calls() + 1 + static_cast<std::int64_t>(random_.below(60)),
                        1 + static_cast<std::int64_t>(random_.below(2) * random_.below(20))};
    kiosk.disk().meet(mishap);
    ++mishaps_;
    power_cuts_ += mishap.trouble == Trouble::power_cut;
    kills_ += mishap.trouble == Trouble::kill;
  }

  // The clock is never used for order, so it may say anything.
  Date any_day() {
    const auto number = [&](int bound) {
      return static_cast<int>(random_.below(static_cast<std::uint64_t>(bound)));
    };
    return {2016 + number(20), 1 + number(12), 1 + number(days_a_month)};
  }

  Random random_;
  Books books_;
  std::vector<std::unique_ptr<SimulatedKiosk>> fleet_;
  std::int64_t mishaps_ = 0, power_cuts_ = 0, kills_ = 0, not_opened_ = 0;
};

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    fmt::print(stderr, "simulated_year VISITS SEED\n");
    return 2;
  }
  Year year(std::stoull(words[2]));
  year.play(std::stoll(words[1]));
  return year.tell() ? 0 : 1;
}
