// Someone who saw a colleague at the terminal looks for their record in all the files.
//
// The watcher knows how many had visited before, the colleague's role, the overall level of their result,
// and when each batch appeared. Best they can do: take a batch of the first release after the visit, and in
// it one of the records with that role and level (with "*" where the batch does not name the role).
#pragma once

#include <cstddef>
#include <cstdint>

namespace tests {

struct WatcherAttack {
  std::size_t trials = 0;
  double success =
      0;  // the share of trials in which the record was the right one; the best of four ways to choose
  double allowed = 0;      // what the batch allows: right batch, times 1 / (records that match in it)
  double right_batch = 0;  // the share of trials in which the batch was the right one
};

// `batch` people leave together, 5 are held back. Of `trials` visits each is attacked once.
WatcherAttack attack_by_watching(int batch, std::size_t trials, std::uint64_t seed);

}  // namespace tests
