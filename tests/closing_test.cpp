#include "assessment/results/closing.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "assessment/results/release.hpp"
#include "assessment/results/storage_memory.hpp"
#include "tests/faulty_storage.hpp"
#include "tests/result_samples.hpp"

using namespace assessment;
using tests::add_people;
using tests::Afterwards;
using tests::everyone;
using tests::FaultKind;
using tests::FaultyStorage;
using tests::headers_in;
using tests::joined;
using tests::opened;

namespace {

constexpr Date monday{2026, 11, 2};

Closing closed(Pool& pool, Storage& storage, const Campaign& campaign, Random& random) {
  const auto closing = close_campaign(pool, storage, campaign, monday, random);
  if (!closing) FAIL(to_text(closing.faults().front()));
  return *closing;
}

bool holds_nobody(const MemoryStorage& storage, const char* lost, Random& random) {
  MemoryStorage left;
  left.files() = storage.files();
  left.files().erase(lost);
  return tests::people_in(opened(left, random).content()).empty();
}

}  // namespace

TEST_SUITE("closing") {
  TEST_CASE("all that is left leaves as one batch and nobody is held back") {
    MemoryStorage storage;
    Random random(5);
    Pool pool = opened(storage, random);
    add_people(pool, 1, 14, random);
    CHECK(closed(pool, storage, tests::sample_campaign(), random) == Closing{.batches = 1});
    CHECK(tests::people_in_batches(storage) == everyone(14));
    CHECK(tests::people_in(pool.content()).empty());
    CHECK(headers_in(storage).front().records == 14);
  }

  TEST_CASE("exactly the minimum leaves and one fewer stays and is told") {
    for (const int people : {9, 10}) {
      CAPTURE(people);
      MemoryStorage storage;
      Random random(5);
      Pool pool = opened(storage, random);
      add_people(pool, 1, people, random);
      const Closing closing = closed(pool, storage, tests::sample_campaign(), random);
      CHECK(closing.batches == (people == 10 ? 1 : 0));
      CHECK(closing.too_few.size() == (people == 10 ? 0 : 1));
      CHECK(tests::people_in_batches(storage).size() == (people == 10 ? 10 : 0));
      CHECK(joined(tests::people_in_batches(storage), tests::people_in(pool.content())) == everyone(people));
    }
  }

  TEST_CASE("banks leave apart and other campaigns stay") {
    MemoryStorage storage;
    Random random(5);
    Pool pool = opened(storage, random);
    PoolOrigin other_bank = tests::sample_origin();
    other_bank.bank.sha256 = std::string(64, 'c');
    PoolOrigin other_campaign = tests::sample_origin();
    other_campaign.campaign = "winter";
    add_people(pool, 1, 10, random);
    add_people(pool, 11, 21, random, other_bank);
    add_people(pool, 22, 41, random, other_campaign);
    const Closing closing = closed(pool, storage, tests::sample_campaign(), random);
    CHECK(closing == Closing{.batches = 2, .of_others = {other_campaign}});
    const auto headers = headers_in(storage);
    REQUIRE(headers.size() == 2);
    CHECK(headers[0].records == 10);
    CHECK(headers[1].records == 11);
    CHECK(headers[1].sequence == 2);
    CHECK(tests::people_in(pool.content()).size() == 20);
  }

  TEST_CASE("closing twice is closing once, on the day of a release too") {
    MemoryStorage storage;
    Random random(5);
    Pool pool = opened(storage, random);
    add_people(pool, 1, 26, random);
    REQUIRE(release_if_due(pool, storage, tests::sample_campaign(), monday, random).value() == 2);
    add_people(pool, 27, 31, random);  // 6 stayed: 11 wait
    CHECK(closed(pool, storage, tests::sample_campaign(), random).batches == 1);
    CHECK(closed(pool, storage, tests::sample_campaign(), random) == Closing{});
    CHECK(tests::people_in_batches(storage) == everyone(31));
  }

  TEST_CASE("whatever fails at whichever call closing again makes up for it") {
    const int faults_seen = tests::fail_at_every_call([&](FaultKind kind, Afterwards afterwards, int call) {
      bool has_failed = false;
      MemoryStorage storage;
      Random random(5);
      {
        Pool pool = opened(storage, random);
        add_people(pool, 1, 13, random);
      }
      {
        FaultyStorage faulty(storage, call, kind, afterwards);
        auto pool = Pool::open(faulty, random);
        for (int turn = 0; pool && turn < 2; ++turn) {
          static_cast<void>(close_campaign(*pool, faulty, tests::sample_campaign(), monday, random));
        }
        has_failed = faulty.has_failed();
      }
      Pool pool = opened(storage, random);
      static_cast<void>(closed(pool, storage, tests::sample_campaign(), random));
      CHECK(tests::people_in_batches(storage) == everyone(13));
      CHECK(tests::people_in(pool.content()).empty());
      CHECK(headers_in(storage).size() == 1);
      return has_failed;
    });
    CHECK(faults_seen > 40);
  }

  TEST_CASE("what is deleted is in neither generation and the chain goes on") {
    MemoryStorage storage;
    Random random(5);
    Pool pool = opened(storage, random);
    add_people(pool, 1, 15, random);
    REQUIRE(release_if_due(pool, storage, tests::sample_campaign(), monday, random).value() == 1);
    REQUIRE(delete_waiting(pool, storage, random));
    CHECK(holds_nobody(storage, "pool.a", random));
    CHECK(holds_nobody(storage, "pool.b", random));
    CHECK(tests::people_in_batches(storage).size() == 10);
    add_people(pool, 16, 25, random);
    CHECK(closed(pool, storage, tests::sample_campaign(), random).batches == 1);
    CHECK(headers_in(storage).at(1).previous.has_value());
  }

  TEST_CASE("a deletion that a fault ended says so or has deleted, and again makes up for it") {
    for (const FaultKind kind : {FaultKind::refused, FaultKind::torn, FaultKind::done_but_denied}) {
      bool has_failed = true;
      for (int call = 1; has_failed; ++call) {
        CAPTURE(static_cast<int>(kind));
        CAPTURE(call);
        MemoryStorage storage;
        Random random(5);
        {
          Pool pool = opened(storage, random);
          add_people(pool, 1, 6, random);
        }
        FaultyStorage faulty(storage, call, kind, Afterwards::works_again);
        auto pool = Pool::open(faulty, random);
        const bool is_deleted = pool && delete_waiting(*pool, faulty, random);
        has_failed = faulty.has_failed();
        if (is_deleted) {
          CHECK(holds_nobody(storage, "pool.a", random));
          CHECK(holds_nobody(storage, "pool.b", random));
        }
        Pool again = opened(storage, random);
        CHECK(delete_waiting(again, storage, random));
        CHECK(holds_nobody(storage, "pool.a", random));
        CHECK(holds_nobody(storage, "pool.b", random));
      }
    }
  }
}
