// Someone copies pool.a and pool.b after every visit: which record is the new one?
//
// Without the key only bytes are there to compare: where a record lies, how many of the bytes changed since
// the visit before? The new record should have changed most. How often it has against another record is the
// area under the ROC curve (Mann and Whitney 1947): 0.5 by chance, 1 always.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tests {

struct SnapshotAttack {
  std::size_t visits = 0;
  double auc = 0;
  std::size_t differing = 0;  // visits after which the two generations, decrypted, held different records
};

enum class PoolKind {
  real,
  careless,  // the control: records in the order of visits, always under the same keystream
};

SnapshotAttack attack_by_snapshots(PoolKind kind, std::size_t visits, std::uint64_t seed);

}  // namespace tests
