// The attacks that docs/privacy.md gives figures for, in small; `prove_attacks` runs them in full.
#include <doctest/doctest.h>

#include <cmath>

#include "assessment/results/storage_memory.hpp"
#include "tests/attacks/byte_check.hpp"
#include "tests/attacks/flood_attack.hpp"
#include "tests/attacks/order_attack.hpp"
#include "tests/attacks/snapshot_attack.hpp"
#include "tests/attacks/ward.hpp"
#include "tests/attacks/watcher_attack.hpp"
#include "tests/result_samples.hpp"
#include "tests/temporary_folder.hpp"

using namespace assessment;
using doctest::Approx;

TEST_SUITE("attacks") {
  TEST_CASE("Kendall's tau by hand") {
    CHECK(tests::kendall_tau({1, 2, 3, 4}, {5, 6, 7, 8}) == 1);
    CHECK(tests::kendall_tau({1, 2, 3, 4}, {8, 7, 6, 5}) == -1);
    // of the six pairs one disagrees: (5 - 1) / 6
    CHECK(tests::kendall_tau({1, 2, 3, 4}, {5, 6, 8, 7}) == Approx(4.0 / 6));
    CHECK(tests::kendall_tau({1, 1}, {1, 2}) == 0);
  }

  TEST_CASE("no clue tells the order of the visits in a batch; one file a result tells it outright") {
    const tests::TemporaryFolder folder, single;
    const auto attack = tests::attack_order(100, 1, folder.path());
    CHECK(attack.batches == 100);
    // n = 10: the variance of tau is 2 (2n + 5) / (9n (n - 1)) = 50 / 810 (Kendall 1938), so that tau of
    // 100 batches has a standard error of 0.025; that of |tau| is smaller. Four of them are allowed.
    CHECK(attack.chance * attack.chance + attack.spread * attack.spread == Approx(50.0 / 810));
    for (const tests::Clue& clue : attack.clues) {
      CAPTURE(clue.name);
      CHECK(std::abs(clue.mean_tau) < 0.1);
      CHECK(clue.mean_size < attack.chance + 4 * attack.spread / 10);
    }
    CHECK(tests::attack_order_of_single_files(5, single.path()) == 1);
  }

  TEST_CASE("who watched the terminal finds no more than the batch allows") {
    const auto attack = tests::attack_by_watching(10, 3000, 2);
    CHECK(attack.trials > 2900);
    CHECK(attack.right_batch > 0.4);  // the attack works as far as it can
    // The excess is a mean of 3,000 numbers within -1 .. 1; its standard error is under 0.01.
    CHECK(attack.success < attack.allowed + 0.03);
  }

  TEST_CASE("copies of the pool do not tell which record is new, and its generations do not differ") {
    const auto attack = tests::attack_by_snapshots(tests::PoolKind::real, 300, 3);
    CHECK(std::abs(attack.auc - 0.5) < 0.05);
    CHECK(attack.differing == 0);
    CHECK(tests::attack_by_snapshots(tests::PoolKind::careless, 60, 3).auc > 0.95);
  }

  TEST_CASE("a flooded pool isolates someone as seldom as the five held back allow") {
    // 1 of the 3003 ways to take 10 of 15 takes the person and the attacker's nine: 1 in 1,500 is expected
    // 0.5 times.
    CHECK(tests::attack_by_flooding(5, 9, 1500, 4).isolated <= 5.0 / 1500);
    // With nobody held back everyone but the attacker is the person: out at once in 10 of 15 cases.
    CHECK(tests::attack_by_flooding(0, 14, 300, 4).isolated == Approx(2.0 / 3).epsilon(0.15));
  }

  TEST_CASE("every byte of every batch is explained") {
    const tests::TemporaryFolder folder;
    const auto check = tests::check_bytes(30, 5, folder.path());
    CHECK(check.batches == 30);
    CHECK(check.bytes > 30 * 1000);
    CHECK(check.unexplained == 0);
    CHECK(check.odd_files == 0);
  }

  TEST_CASE("a byte too many, or a value of unknown origin, is seen") {
    MemoryStorage storage;
    const auto diary = tests::play(storage, tests::sample_campaign(), 40, 6);
    const auto header = tests::headers_in(storage).front();
    const std::string bytes = storage.read(diary.batches.front().path)->value();
    CHECK(tests::count_unexplained(bytes, header.kiosk, 1, "") == 0);
    std::string longer = bytes;
    longer.insert(longer.find("\"records\""), " ");
    CHECK(tests::count_unexplained(longer, header.kiosk, 1, "") > 0);
    std::string hidden = bytes;
    hidden.replace(hidden.find("\"sender\":\"") + 10, 3, "eve");
    CHECK(tests::count_unexplained(hidden, header.kiosk, 1, "") > 0);
  }
}
