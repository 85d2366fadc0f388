// prove_attacks: the attacks of docs/privacy.md in full; prints "key value" lines. Exit status 1 when a
// promise is broken.
#define DOCTEST_CONFIG_IMPLEMENT  // the samples can be printed by a failed check
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "tests/attacks/byte_check.hpp"
#include "tests/attacks/flood_attack.hpp"
#include "tests/attacks/order_attack.hpp"
#include "tests/attacks/snapshot_attack.hpp"
#include "tests/attacks/watcher_attack.hpp"
#include "tests/temporary_folder.hpp"

namespace {

class Proof {
 public:
  void say(const std::string& key, double value, int decimals) {
    fmt::print("{} {:.{}f}\n", key, value, decimals);
    std::fflush(stdout);
  }
  void demand(bool holds, const std::string& what) {
    if (holds) return;
    fmt::print(stderr, "broken: {}\n", what);
    is_kept_ = false;
  }
  bool is_kept() const { return is_kept_; }

 private:
  bool is_kept_ = true;
};

void prove_order(Proof& proof) {
  const tests::TemporaryFolder folder, single;
  const auto attack = tests::attack_order(1000, 1, folder.path());
  double worst_tau = 0, worst_size = 0;
  for (const tests::Clue& clue : attack.clues) {
    worst_tau = std::max(worst_tau, std::abs(clue.mean_tau));
    worst_size = std::max(worst_size, clue.mean_size);
  }
  proof.say("order.batches", static_cast<double>(attack.batches), 0);
  proof.say("order.chance", attack.chance, 3);
  proof.say("order.mean_size_of_tau", worst_size, 3);
  proof.say("order.mean_tau", worst_tau, 3);
  proof.say("order.single_files", tests::attack_order_of_single_files(50, single.path()), 3);
  proof.demand(worst_tau < 0.05, "the order of visits shows");
  // five clues: the largest of five means may lie three standard errors above chance
  proof.demand(worst_size < attack.chance + 3 * attack.spread / std::sqrt(1000.0),
               "the order shows in |tau|");
}

void prove_watcher(Proof& proof) {
  for (const int batch : {10, 20, 50}) {
    const auto attack = tests::attack_by_watching(batch, 100'000, 2);
    const std::string key = fmt::format("watcher.{}.", batch);
    proof.say(key + "trials", static_cast<double>(attack.trials), 0);
    proof.say(key + "right_batch_percent", 100 * attack.right_batch, 1);
    proof.say(key + "allowed_percent", 100 * attack.allowed, 1);
    proof.say(key + "success_percent", 100 * attack.success, 1);
    proof.demand(attack.success < attack.allowed + 0.01, "the watcher finds more than the batch allows");
  }
}

void prove_snapshots(Proof& proof) {
  const auto real = tests::attack_by_snapshots(tests::PoolKind::real, 20'000, 3);
  proof.say("snapshots.visits", static_cast<double>(real.visits), 0);
  proof.say("snapshots.auc", real.auc, 3);
  proof.say("snapshots.differing", static_cast<double>(real.differing), 0);
  proof.say("snapshots.careless_auc", tests::attack_by_snapshots(tests::PoolKind::careless, 1000, 3).auc, 3);
  proof.demand(real.auc <= 0.52 && real.differing == 0, "snapshots of the pool tell who is new");
}

void prove_flood(Proof& proof) {
  const auto rate = [&](const char* key, std::size_t honest, std::size_t attacker, std::size_t trials) {
    const double isolated = 100 * tests::attack_by_flooding(honest, attacker, trials, 4).isolated;
    proof.say(key, isolated, 3);
    return isolated;
  };
  const double first = rate("flood.first_release_percent", 5, 9, 200'000);
  proof.demand(first <= 0.05, "a flood isolates a person too often");
  rate("flood.19_visits_percent", 5, 19, 20'000);
  rate("flood.49_visits_percent", 5, 49, 10'000);
  rate("flood.empty_pool_percent", 0, 14, 10'000);
}

void prove_bytes(Proof& proof) {
  const tests::TemporaryFolder folder;
  const auto check = tests::check_bytes(1000, 5, folder.path());
  proof.say("bytes.batches", static_cast<double>(check.batches), 0);
  proof.say("bytes.checked", static_cast<double>(check.bytes), 0);
  proof.say("bytes.unexplained", static_cast<double>(check.unexplained), 0);
  proof.say("bytes.odd_files", static_cast<double>(check.odd_files), 0);
  proof.demand(check.unexplained == 0 && check.odd_files == 0, "a batch holds bytes that nothing explains");
}

}  // namespace

int main() {
  Proof proof;
  prove_order(proof);
  prove_bytes(proof);
  prove_snapshots(proof);
  prove_flood(proof);
  prove_watcher(proof);
  return proof.is_kept() ? 0 : 1;
}
