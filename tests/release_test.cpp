#include "assessment/results/release.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "assessment/base/crypto.hpp"
#include "assessment/results/storage_memory.hpp"
#include "tests/faulty_storage.hpp"
#include "tests/result_samples.hpp"
#include "tests/temporary_folder.hpp"

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
constexpr Date monday{2026, 11, 2};
constexpr Date tuesday{2026, 11, 3};

std::size_t waiting(const Pool& pool) {
  return tests::people_in(pool.content()).size();
}

struct Kiosk {
  MemoryStorage storage{};
  Random random{5};
  Pool pool = opened(storage, random);
  Campaign campaign = tests::sample_campaign();

  int release(const Date& today) {
    const auto released = release_if_due(pool, storage, campaign, today, random);
    if (!released) FAIL(to_text(released.faults().front()));
    return *released;
  }
};

}  // namespace

TEST_SUITE("release") {
  TEST_CASE("nothing leaves before batch and hold back are full") {
    Kiosk kiosk;
    add_people(kiosk.pool, 1, 14, kiosk.random);
    CHECK(kiosk.release(monday) == 0);
    CHECK(tests::batch_names(kiosk.storage).empty());
    add_people(kiosk.pool, 15, 15, kiosk.random);
    CHECK(kiosk.release(monday) == 1);
    CHECK(waiting(kiosk.pool) == 5);
    CHECK(joined(tests::people_in_batches(kiosk.storage), tests::people_in(kiosk.pool.content())) ==
          everyone(15));
  }

  TEST_CASE("one release takes as many batches as leave the held back behind") {
    // 37 = 3 x 10 + 5 + 2: three batches leave, 7 stay; a fourth would leave fewer than 5.
    Kiosk kiosk;
    add_people(kiosk.pool, 1, 37, kiosk.random);
    CHECK(kiosk.release(monday) == 3);
    CHECK(waiting(kiosk.pool) == 7);
    CHECK(tests::people_in_batches(kiosk.storage).size() == 30);
    CHECK(joined(tests::people_in_batches(kiosk.storage), tests::people_in(kiosk.pool.content())) ==
          everyone(37));
  }

  TEST_CASE("a day has one release and any other day has another") {
    Kiosk kiosk;
    add_people(kiosk.pool, 1, 15, kiosk.random);
    CHECK(kiosk.release(tuesday) == 1);
    add_people(kiosk.pool, 16, 25, kiosk.random);
    CHECK(kiosk.release(tuesday) == 0);
    // A clock that was set back is another day too.
    CHECK(kiosk.release(monday) == 1);
    CHECK(tests::people_in_batches(kiosk.storage).size() == 20);
  }

  TEST_CASE("the day of the last release outlives a restart") {
    Kiosk kiosk;
    add_people(kiosk.pool, 1, 15, kiosk.random);
    CHECK(kiosk.release(monday) == 1);
    add_people(kiosk.pool, 16, 25, kiosk.random);
    kiosk.pool = opened(kiosk.storage, kiosk.random);
    CHECK(kiosk.release(monday) == 0);
    CHECK(kiosk.release(tuesday) == 1);
  }

  TEST_CASE("a day on which nothing was due does not count as one of release") {
    Kiosk kiosk;
    add_people(kiosk.pool, 1, 14, kiosk.random);
    CHECK(kiosk.release(monday) == 0);
    CHECK_FALSE(kiosk.pool.content().last_release);
    add_people(kiosk.pool, 15, 15, kiosk.random);
    CHECK(kiosk.release(monday) == 1);
  }

  TEST_CASE("the campaign's own numbers hold") {
    Kiosk kiosk;
    kiosk.campaign.batch = 5;
    kiosk.campaign.hold_back = 2;
    add_people(kiosk.pool, 1, 12, kiosk.random);
    CHECK(kiosk.release(monday) == 2);
    CHECK(waiting(kiosk.pool) == 2);
    for (const BatchHeader& header : headers_in(kiosk.storage)) CHECK(header.records == 5);
  }

  TEST_CASE("batches form a chain over their bytes") {
    Kiosk kiosk;
    add_people(kiosk.pool, 1, 25, kiosk.random);
    CHECK(kiosk.release(monday) == 2);
    add_people(kiosk.pool, 26, 35, kiosk.random);
    CHECK(kiosk.release(tuesday) == 1);

    std::map<int, std::string> bytes;
    for (const std::string& name : tests::batch_names(kiosk.storage)) {
      const std::string content = kiosk.storage.read("batches/" + name)->value();
      bytes[std::get<BatchHeader>(*read_header(content, name)).sequence] = content;
    }
    const auto headers = headers_in(kiosk.storage);
    REQUIRE(headers.size() == 3);
    CHECK(headers[0].sequence == 1);
    CHECK_FALSE(headers[0].previous);
    CHECK(headers[1].sequence == 2);
    CHECK(headers[1].previous == blake2b_hex(bytes[1]));
    CHECK(headers[2].sequence == 3);
    CHECK(headers[2].previous == blake2b_hex(bytes[2]));
    for (const BatchHeader& header : headers) CHECK(header.kiosk == kiosk.pool.content().kiosk);
  }

  TEST_CASE("a batch file has a random name and the mode and time of its period") {
    Kiosk kiosk;
    add_people(kiosk.pool, 1, 15, kiosk.random);
    CHECK(kiosk.release(monday) == 1);
    const std::string name = tests::batch_names(kiosk.storage).front();
    CHECK(name.size() == 32 + std::string(".results.jsonl").size());
    CHECK(name.ends_with(".results.jsonl"));
    CHECK(name.find_first_not_of("0123456789abcdef") == 32);
    // 1790812800 is 2026-10-01 00:00 UTC, the start of the quarter.
    CHECK(kiosk.storage.files()["batches/" + name].appearance ==
          Appearance{Access::group_may_read, 1790812800});
    CHECK(headers_in(kiosk.storage).front().period == "2026-Q4");
  }

  TEST_CASE("banks never share a batch and other campaigns wait for their own") {
    Kiosk kiosk;
    PoolOrigin other_bank = tests::sample_origin();
    other_bank.bank.sha256 = std::string(64, 'c');
    PoolOrigin other_campaign = tests::sample_origin();
    other_campaign.campaign = "winter";
    add_people(kiosk.pool, 1, 14, kiosk.random);
    add_people(kiosk.pool, 15, 29, kiosk.random, other_bank);
    add_people(kiosk.pool, 30, 49, kiosk.random, other_campaign);
    CHECK(kiosk.release(monday) == 1);
    CHECK(headers_in(kiosk.storage).front().bank.sha256 == std::string(64, 'c'));
    CHECK(waiting(kiosk.pool) == 14 + 5 + 20);
  }

  TEST_CASE("simulated results leave apart from people's and say so") {
    Kiosk kiosk;
    PoolOrigin simulated = tests::sample_origin();
    simulated.respondents = Respondents::synthetic;
    add_people(kiosk.pool, 1, 10, kiosk.random);
    add_people(kiosk.pool, 11, 25, kiosk.random, simulated);
    CHECK(kiosk.release(monday) == 1);
    CHECK(headers_in(kiosk.storage).front().respondents == Respondents::synthetic);
    CHECK(waiting(kiosk.pool) == 15);
  }

  TEST_CASE("small roles are grouped before anything is written") {
    Kiosk kiosk;
    kiosk.campaign.hold_back = 2;
    PoolOrigin origin = tests::sample_origin();
    origin.role_specific_items = {"person"};
    for (int i = 1; i <= 12; ++i) {
      // One role a person: every batch has only roles of one.
      REQUIRE(kiosk.pool.add(origin, tests::sample_record(i, fmt::format("role{}", i)), kiosk.random));
    }
    CHECK(kiosk.release(monday) == 1);
    const std::string name = tests::batch_names(kiosk.storage).front();
    const auto records = tests::records_in(kiosk.storage.read("batches/" + name)->value());
    CHECK(records.size() == 10);
    for (const BatchRecord& found : records) {
      CHECK(found.record.role == "*");
      CHECK(found.record.answers.empty());
      CHECK_FALSE(found.record.domains.front().asked);
    }
  }

  TEST_CASE("languages leave as a count in the first line, and with no record") {
    Kiosk kiosk;
    for (int i = 1; i <= 15; ++i) {
      ResultRecord record = tests::sample_record(i);
      record.language = "cy";
      REQUIRE(kiosk.pool.add(tests::sample_origin(), record, kiosk.random));
    }
    CHECK(kiosk.release(monday) == 1);
    const std::string name = tests::batch_names(kiosk.storage).front();
    const std::string bytes = kiosk.storage.read("batches/" + name)->value();
    CHECK(std::get<BatchHeader>(*read_header(bytes, name)).languages == Counts{{"cy", 10}});
    CHECK(bytes.find("cy") == bytes.rfind("cy"));
  }

  TEST_CASE("who leaves and in which order is chance alone") {
    // 200 kiosks with the same 15 visits: each person leaves with chance 2/3, so about 133 times.
    // The limits are more than five standard deviations (6.7) away.
    std::map<std::string, int> left;
    std::map<std::string, int> first;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      MemoryStorage storage;
      Random random(seed);
      Pool pool = opened(storage, random);
      add_people(pool, 1, 15, random);
      REQUIRE(release_if_due(pool, storage, tests::sample_campaign(), monday, random));
      const std::string name = tests::batch_names(storage).front();
      const auto records = tests::records_in(storage.read("batches/" + name)->value());
      for (const BatchRecord& found : records) ++left[tests::person_of(found.record)];
      ++first[tests::person_of(records.front().record)];
    }
    for (const std::string& person : everyone(15)) {
      CAPTURE(person);
      CHECK(left[person] > 95);
      CHECK(left[person] < 172);
      CHECK(first[person] < 40);  // 13 expected
    }
  }

  TEST_CASE("the same seed gives the same batches") {
    const auto batches = [] {
      MemoryStorage storage;
      Random random(42);
      Pool pool = opened(storage, random);
      add_people(pool, 1, 25, random);
      REQUIRE(release_if_due(pool, storage, tests::sample_campaign(), monday, random));
      std::map<std::string, std::string> bytes;
      for (const std::string& name : tests::batch_names(storage)) {
        bytes[name] = storage.read("batches/" + name)->value();
      }
      return bytes;
    };
    CHECK(batches() == batches());
  }

  TEST_CASE("a foreign file of the same name is neither overwritten nor taken for the batch") {
    Kiosk kiosk;
    add_people(kiosk.pool, 1, 15, kiosk.random);
    // Calls 1 to 3 read, 4 and 5 write both generations with the batch pending, 6 publishes it.
    FaultyStorage faulty(kiosk.storage, 6, FaultKind::refused, Afterwards::is_dead);
    {
      Pool pool = opened(faulty, kiosk.random);
      CHECK_FALSE(release_if_due(pool, faulty, kiosk.campaign, monday, kiosk.random));
    }
    kiosk.pool = opened(kiosk.storage, kiosk.random);
    REQUIRE(kiosk.pool.content().pending.size() == 1);
    const std::string path = "batches/" + kiosk.pool.content().pending.front().name + ".results.jsonl";
    kiosk.storage.files()[path].bytes = "foreign";
    const auto released = release_if_due(kiosk.pool, kiosk.storage, kiosk.campaign, tuesday, kiosk.random);
    REQUIRE_FALSE(released);
    CHECK(released.faults().front().code == "file-exists");
    CHECK(kiosk.storage.files()[path].bytes == "foreign");
    CHECK(kiosk.pool.content().pending.size() == 1);
  }

  TEST_CASE("a real data folder holds what is listed and nothing else") {
    const tests::TemporaryFolder folder;
    auto storage = open_storage(folder.path());
    REQUIRE(storage);
    Random random(8);
    Pool pool = opened(**storage, random);
    add_people(pool, 1, 15, random);
    REQUIRE(release_if_due(pool, **storage, tests::sample_campaign(), monday, random));
    CHECK((*storage)->list("").value() == People{"lock", "pool.a", "pool.b", "pool.key"});
    CHECK(tests::batch_names(**storage).size() == 1);
    CHECK(joined(tests::people_in_batches(**storage), tests::people_in(pool.content())) == everyone(15));
  }
}
