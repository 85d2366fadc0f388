// Someone fills the pool with their own answers, so that a batch holds theirs and one other person's.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tests {

struct FloodAttack {
  std::size_t trials = 0;
  double isolated =
      0;  // the share of trials after whose first release one batch held the person and no other
};

// `honest` people were held back before, the person comes, the attacker visits `attacker` times, and what is
// due leaves: batches of 10, of which 5 are held back.
FloodAttack attack_by_flooding(std::size_t honest, std::size_t attacker, std::size_t trials,
                               std::uint64_t seed);

}  // namespace tests
