#include "assessment/results/pool.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "assessment/results/pool_text.hpp"
#include "assessment/results/size_class.hpp"
#include "assessment/results/storage_memory.hpp"
#include "tests/faulty_storage.hpp"
#include "tests/result_samples.hpp"
#include "tests/temporary_folder.hpp"

using namespace assessment;
using tests::Afterwards;
using tests::FaultKind;
using tests::FaultyStorage;
using tests::opened;

namespace {

using People = std::vector<std::string>;

void add(Pool& pool, int number, Random& random) {
  REQUIRE(pool.add(tests::sample_origin(), tests::sample_record(number), random));
}

std::string code_of_opening(Storage& storage) {
  Random random(99);
  const auto pool = Pool::open(storage, random);
  return pool ? "" : pool.faults().front().code;
}

// A storage with a pool of `count` people, p1 and onwards.
MemoryStorage with_people(int count) {
  MemoryStorage storage;
  Random random(1);
  Pool pool = opened(storage, random);
  for (int i = 1; i <= count; ++i) add(pool, i, random);
  return storage;
}

People people_after_restart(Storage& storage) {
  Random random(7);
  return tests::people_in(opened(storage, random).content());
}

// What a snapshot of one generation says, read with the key.
PoolSnapshot snapshot_of(MemoryStorage& storage, const std::string& name) {
  SecretKey key{};
  std::ranges::copy(storage.files()["pool.key"].bytes, key.begin());
  const auto text = decrypt(storage.files()[name].bytes, key, "skills-pool/1 " + name);
  REQUIRE(text);
  return *parse_pool_text(*text, name);
}

}  // namespace

TEST_SUITE("pool") {
  TEST_CASE("the first start makes a key and two generations and nothing else") {
    MemoryStorage storage;
    Random random(1);
    const Pool pool = opened(storage, random);

    CHECK(storage.list("").value() == People{"pool.a", "pool.b", "pool.key"});
    for (const auto& [name, file] : storage.files()) CHECK(file.appearance.access == Access::owner_only);
    CHECK(storage.files()["pool.key"].bytes.size() == 32);
    CHECK(pool.content().kiosk.size() == 32);
    CHECK(pool.content().sequence == 0);
    CHECK_FALSE(pool.content().previous);
    CHECK_FALSE(pool.content().last_release);
    CHECK(pool.content().groups.empty());
  }

  TEST_CASE("what was added is there after a restart with all of its fields") {
    MemoryStorage storage;
    Random random(1);
    ResultRecord record = tests::sample_record(1);
    record.domains.front().counts = Counts{{"capable", 2}};
    record.answers.emplace_back("minutes", RecordedNumber{"0.123456"});
    record.answers.emplace_back("pairs", IdMap{{"mail", "inbox"}});
    record.answers.emplace_back("lock.flag", true);
    record.language = "cy";
    PoolOrigin origin = tests::sample_origin();
    origin.site = "\"Ward\" 7\\8 – Bangor";
    origin.role_specific_items = {"ladder"};
    PoolContent before;
    {
      Pool pool = opened(storage, random);
      REQUIRE(pool.add(origin, record, random));
      before = pool.content();
    }
    const Pool pool = opened(storage, random);
    CHECK(pool.content() == before);
    REQUIRE(pool.content().groups.size() == 1);
    CHECK(pool.content().groups.front() == PoolGroup{origin, {record}});
  }

  TEST_CASE("everything that a release remembers is there after a restart") {
    MemoryStorage storage;
    Random random(1);
    PoolContent content;
    {
      Pool pool = opened(storage, random);
      content = pool.content();
      content.sequence = 7;
      content.previous = std::string(64, 'b');
      content.last_release = Date{2026, 10, 1};
      content.pending = {{"00ff", 1790812800, "{\"line\":1}\nline two\n"}};
      REQUIRE(pool.replace(content, random));
    }
    CHECK(opened(storage, random).content() == content);
  }

  TEST_CASE("each bank version and campaign and site and kind of respondent has a group of its own") {
    MemoryStorage storage;
    Random random(1);
    Pool pool = opened(storage, random);
    std::vector<PoolOrigin> origins(6, tests::sample_origin());
    origins[1].campaign = "autumn";
    origins[2].site = "B";
    origins[3].bank.sha256 = std::string(64, 'c');
    origins[4].respondents = Respondents::synthetic;
    origins[5].role_specific_items = {"ladder"};
    for (int round = 0; round < 2; ++round) {
      for (const PoolOrigin& origin : origins) REQUIRE(pool.add(origin, tests::sample_record(round), random));
    }
    const Pool reopened = opened(storage, random);
    REQUIRE(reopened.content().groups.size() == 6);
    for (std::size_t i = 0; i < 6; ++i) {
      CHECK(reopened.content().groups[i].origin == origins[i]);
      CHECK(reopened.content().groups[i].records.size() == 2);
    }
  }

  TEST_CASE("both generations hold the same after every save") {
    MemoryStorage storage = with_people(3);
    CHECK(snapshot_of(storage, "pool.a") == snapshot_of(storage, "pool.b"));
    CHECK(tests::people_in(snapshot_of(storage, "pool.a").content) == People{"p1", "p2", "p3"});
  }

  TEST_CASE("the files say nothing in plain and do not grow with one visit") {
    MemoryStorage storage = with_people(0);
    const std::size_t empty = storage.files()["pool.a"].bytes.size();
    // 64 KiB of text, a nonce of 24 bytes in front, a tag of 16 behind.
    CHECK(empty == 65'536 + 24 + 16);
    storage = with_people(20);
    for (const char* name : {"pool.a", "pool.b"}) {
      CHECK(storage.files()[name].bytes.size() == empty);
      CHECK(storage.files()[name].bytes.find("clinical") == std::string::npos);
    }
  }

  TEST_CASE("every save has new bytes throughout") {
    MemoryStorage storage;
    Random random(1);
    Pool pool = opened(storage, random);
    std::set<std::string> starts;
    for (int i = 1; i <= 5; ++i) {
      add(pool, i, random);
      starts.insert(storage.files()["pool.a"].bytes.substr(0, 24));
      starts.insert(storage.files()["pool.b"].bytes.substr(0, 24));
    }
    CHECK(starts.size() == 10);
  }

  TEST_CASE("the order of the visits is not kept") {
    // Were records appended, the order would be p1 .. p20 every time; by chance it is once in 20!.
    MemoryStorage storage = with_people(20);
    const PoolSnapshot snapshot = snapshot_of(storage, "pool.a");
    People order;
    for (const ResultRecord& record : snapshot.content.groups.front().records)
      order.push_back(tests::person_of(record));
    People visits;
    for (int i = 1; i <= 20; ++i) visits.push_back(fmt::format("p{}", i));
    CHECK(order != visits);
    CHECK(order.back() != "p20");  // with this seed; one in twenty otherwise
    std::ranges::sort(order);
    std::ranges::sort(visits);
    CHECK(order == visits);
  }

  TEST_CASE("size classes double from 64 KiB") {
    CHECK(size_class(0) == 65'536);
    CHECK(size_class(65'536) == 65'536);
    CHECK(size_class(65'537) == 131'072);
    CHECK(size_class(262'145) == 524'288);
  }

  TEST_CASE("one damaged or missing generation is made good from the other") {
    for (const char* name : {"pool.a", "pool.b"}) {
      for (const std::string damage : {"missing", "empty", "flipped", "cut", "swapped"}) {
        MemoryStorage storage = with_people(4);
        std::string& bytes = storage.files()[name].bytes;
        if (damage == "missing") storage.files().erase(name);
        if (damage == "empty") bytes.clear();
        if (damage == "flipped") bytes[1000] = static_cast<char>(bytes[1000] ^ 1);
        if (damage == "cut") bytes.resize(bytes.size() / 2);
        if (damage == "swapped")
          bytes = storage.files()[std::string(name) == "pool.a" ? "pool.b" : "pool.a"].bytes;
        CAPTURE(name);
        CAPTURE(damage);
        CHECK(people_after_restart(storage) == People{"p1", "p2", "p3", "p4"});
        CHECK(snapshot_of(storage, "pool.a") == snapshot_of(storage, "pool.b"));
      }
    }
  }

  TEST_CASE("of two good generations the newer one counts") {
    MemoryStorage older = with_people(2);
    for (const char* name : {"pool.a", "pool.b"}) {
      MemoryStorage storage = older;
      {
        Random random(2);
        Pool pool = opened(storage, random);
        add(pool, 3, random);
      }
      storage.files()[name] = older.files()[name];
      CAPTURE(name);
      CHECK(people_after_restart(storage) == People{"p1", "p2", "p3"});
    }
  }

  TEST_CASE("a pool that cannot be read is refused and left alone") {
    const auto refused = [](MemoryStorage storage, const std::string& code) {
      const auto before = storage.files();
      CHECK(code_of_opening(storage) == code);
      CHECK(storage.files() == before);
    };
    MemoryStorage both_damaged = with_people(2);
    both_damaged.files()["pool.a"].bytes[50] = 'x';
    both_damaged.files()["pool.a"].bytes[51] = 'x';
    both_damaged.files()["pool.b"].bytes.clear();
    refused(both_damaged, "pool-unreadable");

    MemoryStorage one_damaged_one_missing = with_people(2);
    one_damaged_one_missing.files()["pool.a"].bytes.clear();
    one_damaged_one_missing.files().erase("pool.b");
    refused(one_damaged_one_missing, "pool-unreadable");

    MemoryStorage other_key = with_people(2);
    other_key.files()["pool.key"].bytes[0] = static_cast<char>(other_key.files()["pool.key"].bytes[0] ^ 1);
    refused(other_key, "pool-unreadable");

    MemoryStorage no_key = with_people(2);
    no_key.files().erase("pool.key");
    refused(no_key, "pool-key-missing");

    MemoryStorage short_key = with_people(2);
    short_key.files()["pool.key"].bytes.pop_back();
    refused(short_key, "pool-key-damaged");
  }

  TEST_CASE("a pool of another version is refused and not taken for an empty one") {
    MemoryStorage storage = with_people(1);
    SecretKey key{};
    std::ranges::copy(storage.files()["pool.key"].bytes, key.begin());
    std::string text = to_pool_text(snapshot_of(storage, "pool.a").content, 9);
    text.replace(text.find("skills-pool/1"), 13, "skills-pool/2");
    storage.files()["pool.a"].bytes = encrypt(text, key, "skills-pool/1 pool.a");
    CHECK(code_of_opening(storage) == "pool-unreadable");
  }

  TEST_CASE("a generation that cannot be read for a moment stops the start and costs nothing") {
    MemoryStorage storage = with_people(2);
    for (int call = 1; call <= 3; ++call) {
      FaultyStorage faulty(storage, call, FaultKind::refused, Afterwards::works_again);
      CHECK(code_of_opening(faulty) == "storage-failed");
    }
    CHECK(people_after_restart(storage) == People{"p1", "p2"});
  }

  TEST_CASE("a full disk is told before a visit starts") {
    MemoryStorage storage = with_people(1);
    Random random(1);
    Pool pool = opened(storage, random);
    CHECK(pool.check_room());
    // 64 KiB are in use; 256 KiB more make a class of 512 KiB, twice.
    storage.set_free_bytes(1'048'576);
    CHECK(pool.check_room());
    storage.set_free_bytes(1'048'575);
    REQUIRE_FALSE(pool.check_room());
    CHECK(pool.check_room().faults().front().code == "disk-too-full");
  }

  TEST_CASE("before a visit starts a missing generation is mended, or the visit refused") {
    MemoryStorage storage = with_people(1);
    Random random(1);
    std::optional<Pool> pool;
    {
      // Opening reads pool.a, pool.b and pool.key; its fourth call would publish the missing pool.b.
      storage.files().erase("pool.b");
      FaultyStorage faulty(storage, 4, FaultKind::refused, Afterwards::is_dead);
      pool.emplace(opened(faulty, random));
      REQUIRE_FALSE(pool->check_room());
      CHECK(pool->check_room().faults().front().code == "storage-failed");
    }
    pool.emplace(opened(storage, random));
    CHECK(pool->check_room());
    CHECK(storage.files().contains("pool.b"));
  }

  TEST_CASE("a pool larger than one size class is kept whole") {
    MemoryStorage storage = with_people(400);
    CHECK(storage.files()["pool.a"].bytes.size() == 131'072 + 24 + 16);
    CHECK(people_after_restart(storage).size() == 400);
  }

  TEST_CASE("whatever fails at whichever call no acknowledged result is lost or doubled") {
    int faults_seen = 0;
    for (const FaultKind kind : {FaultKind::refused, FaultKind::torn, FaultKind::done_but_denied}) {
      for (const Afterwards afterwards : {Afterwards::works_again, Afterwards::is_dead}) {
        bool has_failed = true;
        for (int call = 1; has_failed; ++call) {
          MemoryStorage storage;
          People acknowledged;
          {
            FaultyStorage faulty(storage, call, kind, afterwards);
            Random random(static_cast<std::uint64_t>(call));
            auto pool = Pool::open(faulty, random);
            for (int i = 1; pool && i <= 6; ++i) {
              if (!pool->add(tests::sample_origin(), tests::sample_record(i), random)) continue;
              acknowledged.push_back(fmt::format("p{}", i));
              // What was refused must not come back with the next save.
              CHECK(tests::people_in(pool->content()) == acknowledged);
            }
            has_failed = faulty.has_failed();
          }
          faults_seen += has_failed;
          CAPTURE(static_cast<int>(kind));
          CAPTURE(call);
          const People found = people_after_restart(storage);
          CHECK(std::ranges::includes(found, acknowledged));
          CHECK(std::ranges::adjacent_find(found) == found.end());
          // Only the one result whose save failed may be there without having been acknowledged.
          CHECK(found.size() <= acknowledged.size() + 1);
        }
      }
    }
    CHECK(faults_seen > 80);
  }

  TEST_CASE("a failed write of one generation and a crash in a later one cost nothing either") {
    // The first fault leaves one generation behind; the second must not strike the one that is ahead.
    int crashes = 0;
    for (const FaultKind kind : {FaultKind::refused, FaultKind::torn, FaultKind::done_but_denied}) {
      for (int first = 1; first <= 14; ++first) {
        for (int second = first + 1; second <= first + 6; ++second) {
          MemoryStorage storage;
          FaultyStorage failing(storage, first, kind, Afterwards::works_again);
          FaultyStorage crashing(failing, second, FaultKind::torn, Afterwards::is_dead);
          People acknowledged;
          Random random(4);
          auto pool = Pool::open(crashing, random);
          for (int i = 1; pool && i <= 8; ++i) {
            if (!pool->add(tests::sample_origin(), tests::sample_record(i), random)) continue;
            acknowledged.push_back(fmt::format("p{}", i));
          }
          crashes += crashing.has_failed();
          CAPTURE(static_cast<int>(kind));
          CAPTURE(first);
          CAPTURE(second);
          const People found = people_after_restart(storage);
          CHECK(std::ranges::includes(found, acknowledged));
          CHECK(std::ranges::adjacent_find(found) == found.end());
        }
      }
    }
    CHECK(crashes > 150);
  }

  TEST_CASE("after a failed write the file is made anew and not written in place") {
    MemoryStorage storage = with_people(1);
    // Calls 1 to 3 read; 4 writes pool.a, 5 writes pool.b.
    FaultyStorage faulty(storage, 5, FaultKind::torn, Afterwards::works_again);
    Random random(2);
    Pool pool = opened(faulty, random);
    add(pool, 2, random);
    constexpr std::int64_t mark = 5;  // only a new file loses it
    storage.files()["pool.a"].appearance.modified = mark;
    storage.files()["pool.b"].appearance.modified = mark;
    add(pool, 3, random);
    CHECK(storage.files()["pool.a"].appearance.modified == mark);
    CHECK_FALSE(storage.files()["pool.b"].appearance.modified);
    CHECK(people_after_restart(storage) == People{"p1", "p2", "p3"});
  }

  TEST_CASE("the pool on a real disk survives a restart") {
    const tests::TemporaryFolder folder;
    Random random(3);
    for (int i = 1; i <= 3; ++i) {
      auto storage = open_storage(folder.path());
      REQUIRE(storage);
      Pool pool = opened(**storage, random);
      add(pool, i, random);
    }
    auto storage = open_storage(folder.path());
    REQUIRE(storage);
    CHECK(people_after_restart(**storage) == People{"p1", "p2", "p3"});
    CHECK((*storage)->list("").value() == People{"lock", "pool.a", "pool.b", "pool.key"});
  }
}
