// Faults and crashes at every call of visits and releases.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>

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

using People = std::vector<std::string>;
constexpr Date starting_monday{2026, 11, 2};

// Keeps what the folder held the moment after a batch was published.
class SnapshotStorage : public MemoryStorage {
 public:
  Outcome publish(const std::string& name, std::string_view bytes, const Appearance& appearance) override {
    const Outcome outcome = MemoryStorage::publish(name, bytes, appearance);
    if (outcome && name.starts_with("batches/")) at_publication = files();
    return outcome;
  }

  std::map<std::string, File> at_publication{};
};

}  // namespace

TEST_SUITE("release under faults") {
  TEST_CASE("whatever fails at whichever call the next start makes up for it") {
    const int faults_seen = tests::fail_at_every_call([&](FaultKind kind, Afterwards afterwards, int call) {
      bool has_failed = false;
      MemoryStorage storage;
      Random random(5);
      {
        Pool pool = opened(storage, random);
        add_people(pool, 1, 27, random);
      }
      {
        FaultyStorage faulty(storage, call, kind, afterwards);
        auto pool = Pool::open(faulty, random);
        // Twice: a fault that passes must be made up for without a restart too.
        for (int turn = 0; pool && turn < 2; ++turn) {
          static_cast<void>(release_if_due(*pool, faulty, tests::sample_campaign(), starting_monday, random));
        }
        has_failed = faulty.has_failed();
      }
      Pool pool = opened(storage, random);
      REQUIRE(release_if_due(pool, storage, tests::sample_campaign(), starting_monday, random));

      CHECK(tests::people_in_batches(storage).size() == 20);
      CHECK(joined(tests::people_in_batches(storage), tests::people_in(pool.content())) == everyone(27));
      const auto headers = headers_in(storage);
      REQUIRE(headers.size() == 2);
      for (const BatchHeader& header : headers) CHECK(header.records == 10);
      CHECK(headers[0].sequence == 1);
      CHECK(headers[1].sequence == 2);
      return has_failed;
    });
    CHECK(faults_seen > 50);
  }

  TEST_CASE("visits and releases among faults at every call neither lose nor double anyone") {
    int faults_seen = 0;
    for (const FaultKind kind : {FaultKind::refused, FaultKind::torn, FaultKind::done_but_denied}) {
      bool has_failed = true;
      for (int call = 1; has_failed; ++call) {
        CAPTURE(static_cast<int>(kind));
        CAPTURE(call);
        MemoryStorage storage;
        Random random(static_cast<std::uint64_t>(call));
        Campaign campaign = tests::sample_campaign();
        campaign.batch = 5;
        campaign.hold_back = 2;
        People acknowledged;
        {
          FaultyStorage faulty(storage, call, kind, Afterwards::works_again);
          auto pool = Pool::open(faulty, random);
          for (int i = 1; pool && i <= 16; ++i) {
            const bool is_saved =
                static_cast<bool>(pool->add(tests::sample_origin(), tests::sample_record(i), random));
            if (is_saved) acknowledged.push_back(fmt::format("p{}", i));
            static_cast<void>(release_if_due(*pool, faulty, campaign, Date{2026, 11, i}, random));
          }
          has_failed = faulty.has_failed();
        }
        faults_seen += has_failed;
        std::ranges::sort(acknowledged);
        Pool pool = opened(storage, random);
        REQUIRE(finish_pending(pool, storage, random));
        const People found = joined(tests::people_in_batches(storage), tests::people_in(pool.content()));
        CHECK(std::ranges::includes(found, acknowledged));
        CHECK(std::ranges::adjacent_find(found) == found.end());
        // Only the one result whose save failed may be there without having been acknowledged.
        CHECK(found.size() <= acknowledged.size() + 1);
        for (const BatchHeader& header : headers_in(storage)) CHECK(header.records == 5);
      }
    }
    CHECK(faults_seen > 100);
  }

  TEST_CASE("once a batch can be seen either generation alone knows that its people have left") {
    int snapshots = 0;
    bool has_failed = true;
    for (int call = 1; has_failed; ++call) {
      CAPTURE(call);
      SnapshotStorage storage;
      Random random(6);
      {
        Pool pool = opened(storage, random);
        add_people(pool, 1, 15, random);
      }
      FaultyStorage faulty(storage, call, FaultKind::torn, Afterwards::works_again);
      auto pool = Pool::open(faulty, random);
      for (int turn = 0; pool && turn < 2; ++turn) {
        static_cast<void>(release_if_due(*pool, faulty, tests::sample_campaign(), starting_monday, random));
      }
      has_failed = faulty.has_failed();
      if (storage.at_publication.empty()) continue;
      for (const char* lost : {"pool.a", "pool.b"}) {
        MemoryStorage left;
        left.files() = storage.at_publication;
        left.files().erase(lost);
        Pool reopened = opened(left, random);
        REQUIRE(finish_pending(reopened, left, random));
        CHECK(joined(tests::people_in_batches(left), tests::people_in(reopened.content())) == everyone(15));
        ++snapshots;
      }
    }
    CHECK(snapshots > 10);
  }
}
