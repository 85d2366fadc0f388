// Every mishap at every call of a kiosk's short life, each followed by a power cut and a restart.
#pragma once

#include <cstdint>

#include "tests/simulated_kiosk.hpp"

namespace tests {

struct FaultTally {
  std::int64_t lives = 0;
  std::int64_t kill_points = 0;  // lives with a power cut or a kill at one call
  std::int64_t errors = 0;       // lives with a fault at one call or at several in a row
  std::int64_t lost = 0;         // people told "saved" and found nowhere
  std::int64_t doubled = 0;
  std::int64_t small_batches = 0;
  std::int64_t broken_chains = 0;
  std::int64_t not_opened = 0;  // kiosks that did not start again on a disk that was well

  FaultTally& operator+=(const FaultTally& other);
  std::int64_t faults() const { return lost + doubled + small_batches + broken_chains + not_opened; }
};

// A life: nine visits with a chance to release after each and a restart in between. `seed` decides what
// chance keeps in a power cut.
FaultTally try_every_call(std::uint64_t seed, assessment::Publishing publishing,
                          LeftOut left_out = LeftOut::nothing);

}  // namespace tests
