#include "assessment/results/hand_over.hpp"

#include <doctest/doctest.h>

#include "assessment/results/closing.hpp"
#include "assessment/results/kiosk_key.hpp"
#include "assessment/results/storage_memory.hpp"
#include "tests/faulty_storage.hpp"
#include "tests/result_samples.hpp"

using namespace assessment;
using tests::add_people;
using tests::Afterwards;
using tests::everyone;
using tests::FaultKind;
using tests::FaultyStorage;
using tests::joined;
using tests::opened;

namespace {

using People = std::vector<std::string>;
const std::string package_name = "ward-7.hand-over";

PublicKey key_of(Storage& storage) {
  return open_kiosk_key(storage).value().public_key();
}

std::string code_of(const Diagnostics& faults) {
  return faults.front().code;
}

// A kiosk with the people of these numbers, and its key.
MemoryStorage kiosk_with(int first, int last, Random& random) {
  MemoryStorage storage;
  Pool pool = opened(storage, random);
  add_people(pool, first, last, random);
  static_cast<void>(key_of(storage));
  return storage;
}

People waiting(Storage& storage, Random& random) {
  return tests::people_in(opened(storage, random).content());
}

bool give(Storage& giver, Storage& taker, Storage& stick, Random& random) {
  auto pool = Pool::open(giver, random);
  return pool && hand_over(*pool, giver, key_of(taker), stick, package_name, random);
}

// "" for a success.
std::string take(Storage& taker, Storage& stick, const PublicKey& giver, Random& random) {
  auto pool = Pool::open(taker, random);
  if (!pool) return code_of(pool.faults());
  const auto bytes = stick.read(package_name);
  if (!bytes || !*bytes) return "file-missing";
  const auto taken = take_over(*pool, taker, **bytes, package_name, {giver}, random);
  return taken ? "" : code_of(taken.faults());
}

}  // namespace

TEST_SUITE("hand-over") {
  TEST_CASE("those who wait at one kiosk wait at another, in one group with its own") {
    Random random(3);
    MemoryStorage giver = kiosk_with(1, 4, random);
    MemoryStorage taker = kiosk_with(5, 10, random);
    MemoryStorage stick;
    CHECK(give(giver, taker, stick, random));
    CHECK(waiting(giver, random).empty());
    CHECK(take(taker, stick, key_of(giver), random) == "");
    CHECK(waiting(taker, random) == everyone(10));
    Pool pool = opened(taker, random);
    CHECK(pool.content().groups.size() == 1);
    // Four and six are too few alone; together they may leave.
    CHECK(close_campaign(pool, taker, tests::sample_campaign(), {2026, 11, 2}, random).value().batches == 1);
  }

  TEST_CASE("people of another site keep their origin") {
    Random random(3);
    MemoryStorage giver;
    PoolOrigin elsewhere = tests::sample_origin();
    elsewhere.site = "Ysbyty Glan Clwyd";
    Pool pool = opened(giver, random);
    add_people(pool, 1, 4, random, elsewhere);
    MemoryStorage taker = kiosk_with(5, 10, random);
    MemoryStorage stick;
    CHECK(give(giver, taker, stick, random));
    CHECK(take(taker, stick, key_of(giver), random) == "");
    Pool joined_pool = opened(taker, random);
    REQUIRE(joined_pool.content().groups.size() == 2);
    CHECK(joined_pool.content().groups[1].origin == elsewhere);
    CHECK(joined_pool.content().groups[1].records.size() == 4);
  }

  TEST_CASE("a hand-over is taken in once, by whom it is for, from whom is trusted, and unchanged") {
    Random random(3);
    MemoryStorage giver = kiosk_with(1, 4, random);
    MemoryStorage taker = kiosk_with(5, 6, random);
    MemoryStorage other = kiosk_with(7, 8, random);
    MemoryStorage stick;
    CHECK(give(giver, taker, stick, random));
    CHECK(take(other, stick, key_of(giver), random) == "not-for-this-key");
    CHECK(take(taker, stick, key_of(other), random) == "kiosk-not-trusted");
    stick.files()[package_name].bytes.back() ^= 1;
    CHECK(take(taker, stick, key_of(giver), random) != "");
    stick.files()[package_name].bytes.back() ^= 1;
    CHECK(waiting(taker, random).size() == 2);
    CHECK(take(taker, stick, key_of(giver), random) == "");
    CHECK(take(taker, stick, key_of(giver), random) == "hand-over-repeated");
    CHECK(waiting(taker, random).size() == 6);
  }

  TEST_CASE("nobody to give and a name that is taken are refused and change nothing") {
    Random random(3);
    MemoryStorage giver = kiosk_with(1, 4, random);
    MemoryStorage empty;
    MemoryStorage stick;
    Pool pool = opened(empty, random);
    CHECK(code_of(hand_over(pool, empty, key_of(giver), stick, package_name, random).faults()) ==
          "nothing-waits");
    REQUIRE(stick.publish(package_name, "foreign", {}));
    Pool full = opened(giver, random);
    CHECK(code_of(hand_over(full, giver, key_of(empty), stick, package_name, random).faults()) ==
          "file-exists");
    CHECK(stick.files()[package_name].bytes == "foreign");
    CHECK(full.content().groups.front().records.size() == 4);
  }

  TEST_CASE("an unfinished hand-over goes on with the same bytes, is for nobody else, and is not deleted") {
    Random random(3);
    MemoryStorage giver = kiosk_with(1, 4, random);
    MemoryStorage taker = kiosk_with(5, 6, random);
    MemoryStorage other = kiosk_with(7, 8, random);
    MemoryStorage stick;
    MemoryStorage broken;
    // Call 1 asks whether the name is free, 2 writes the file, which is there although it was denied.
    FaultyStorage faulty(broken, 2, FaultKind::done_but_denied, Afterwards::is_dead);
    CHECK_FALSE(give(giver, taker, faulty, random));
    Pool pool = opened(giver, random);
    CHECK(pool.content().hand_over.has_value());
    CHECK(code_of(hand_over(pool, giver, key_of(other), stick, package_name, random).faults()) ==
          "hand-over-unfinished");
    CHECK(code_of(delete_waiting(pool, giver, random).faults()) == "hand-over-unfinished");
    CHECK(hand_over(pool, giver, key_of(taker), stick, package_name, random));
    CHECK(stick.files()[package_name].bytes == broken.files()[package_name].bytes);
    CHECK_FALSE(pool.content().hand_over.has_value());
  }

  TEST_CASE("whatever fails at whichever call of giver, stick or taker, nobody is lost or doubled") {
    int faults_seen = 0;
    enum class Where { giver, stick, taker };
    for (const Where where : {Where::giver, Where::stick, Where::taker}) {
      for (const FaultKind kind : {FaultKind::refused, FaultKind::torn, FaultKind::done_but_denied}) {
        for (const Afterwards afterwards : {Afterwards::works_again, Afterwards::is_dead}) {
          bool has_failed = true;
          for (int call = 1; has_failed; ++call) {
            CAPTURE(static_cast<int>(where));
            CAPTURE(static_cast<int>(kind));
            CAPTURE(static_cast<int>(afterwards));
            CAPTURE(call);
            Random random(static_cast<std::uint64_t>(call));
            MemoryStorage giver = kiosk_with(1, 4, random);
            MemoryStorage taker = kiosk_with(5, 8, random);
            MemoryStorage stick;
            const PublicKey from = key_of(giver);
            MemoryStorage& beneath = where == Where::giver ? giver : where == Where::stick ? stick : taker;
            FaultyStorage faulty(beneath, call, kind, afterwards);
            if (where != Where::taker) {
              Storage& faulty_giver = where == Where::giver ? static_cast<Storage&>(faulty) : giver;
              Storage& faulty_stick = where == Where::stick ? static_cast<Storage&>(faulty) : stick;
              static_cast<void>(give(faulty_giver, taker, faulty_stick, random));
            }
            // Until it is done: a pool that is empty has given before.
            if (!waiting(giver, random).empty() || opened(giver, random).content().hand_over) {
              CHECK(give(giver, taker, stick, random));
            }
            if (where == Where::taker) static_cast<void>(take(faulty, stick, from, random));
            has_failed = faulty.has_failed();
            faults_seen += has_failed;
            const std::string code = take(taker, stick, from, random);
            const bool is_taken = code == "" || code == "hand-over-repeated";
            CHECK(is_taken);
            CHECK(waiting(giver, random).empty());
            CHECK(waiting(taker, random) == everyone(8));
          }
        }
      }
    }
    CHECK(faults_seen > 60);
  }
}
