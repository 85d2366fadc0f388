// What update() asks for, carried out on a data folder in memory.
#include "app/platform/commands.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "assessment/base/input_file.hpp"
#include "assessment/results/storage_memory.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/session/session.hpp"
#include "tests/shipped.hpp"
#include "tests/temporary_folder.hpp"

using namespace app;
using assessment::Random;

namespace {

const assessment::Date first_day{2026, 10, 1};

// In memory; writing fails as it is told, and what was done to which file is told.
class TroubledStorage : public assessment::MemoryStorage {
 public:
  std::string trouble{};                  // code of the fault that every overwriting gives; empty: none
  std::string troubled{"pool.a pool.b"};  // the files concerned
  std::vector<std::string> done{};

  assessment::Outcome overwrite(const std::string& name, std::string_view bytes) override {
    done.push_back("overwrite " + name);
    const auto written = MemoryStorage::overwrite(name, bytes);
    if (trouble.empty() || troubled.find(name) == std::string::npos) return written;
    return assessment::Diagnostic{.code = trouble, .file = name, .text = "out of 123456 bytes"};
  }
  assessment::Outcome publish(const std::string& name, std::string_view bytes,
                              const assessment::Appearance& appearance) override {
    if (!trouble.empty() && troubled.find(name) != std::string::npos) {
      return assessment::Diagnostic{.code = trouble, .file = name, .text = "out of 123456 bytes"};
    }
    return MemoryStorage::publish(name, bytes, appearance);
  }
  assessment::Outcome remove(const std::string& name) override {
    done.push_back("remove " + name);
    return MemoryStorage::remove(name);
  }
};

// The shipped bank under another name.
assessment::QuestionBank other_bank() {
  assessment::QuestionBank other = *tests::shipped_setup().bank;
  other.id = "other";
  return other;
}

// A kiosk's effects without a disk; the storage stays in sight.
struct Kiosk {
  std::string outbox{};
  std::optional<assessment::QuietHours> quiet_hours{};
  Random random{7};
  platform::SteppedClock clock{first_day};
  TroubledStorage* storage = nullptr;
  std::vector<platform::Event> log{};
  platform::Commands commands{keeper(), clock, random,
                              [this](platform::Event event) { log.push_back(event); }};

  std::optional<platform::Keeper> keeper() {
    auto memory = std::make_unique<TroubledStorage>();
    storage = memory.get();
    auto campaign = assessment::built_in_campaign();
    campaign.outbox = outbox;
    REQUIRE(assessment::Pool::open(*memory, random));
    campaign.kiosk.quiet_hours = quiet_hours;
    return platform::Keeper{
        std::move(memory),
        std::nullopt,
        {origin_of(campaign, *tests::shipped_setup().bank), origin_of(campaign, other_bank())},
        campaign};
  }
  // How many results wait on the disk.
  std::size_t waiting() {
    std::size_t count = 0;
    const auto pool = assessment::Pool::open(*storage, random);
    for (const auto& group : pool->content().groups) count += group.records.size();
    return count;
  }
  std::size_t published() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        storage->files(), [](const auto& file) { return file.first.starts_with("batches/"); }));
  }
};

PoolRecord some_record() {
  const auto& bank = *tests::shipped_setup().bank;
  const auto session = start_session(bank, bank.roles.front().id, 1);
  return {make_record(bank, session, score(bank, session))};
}

Milliseconds scheduled(platform::Commands& commands) {
  const auto answers = commands.carry_out(ScheduleRelease{});
  REQUIRE(answers.size() == 1);
  return std::get<ReleaseScheduled>(answers.front()).at;
}

}  // namespace

TEST_SUITE("commands") {
  TEST_CASE("a record that reached the pool is answered, and is there") {
    Kiosk kiosk;
    CHECK(kiosk.commands.carry_out(some_record()) == std::vector<Action>{RecordPooled{}});
    CHECK(kiosk.storage->files().contains("pool.a"));
  }

  TEST_CASE("a record joins the results of its own bank, and each bank's batches leave by themselves") {
    Kiosk kiosk;
    const PoolRecord core = some_record();
    PoolRecord of_other = core;
    of_other.record.bank = bank_name(other_bank());
    for (int count = 0; count < 14; ++count) {
      kiosk.commands.carry_out(core);
      kiosk.commands.carry_out(of_other);
    }
    kiosk.commands.carry_out(ReleaseIfDue{});
    CHECK(kiosk.published() == 0);  // 14 of each, though 28 together
    kiosk.commands.carry_out(of_other);
    kiosk.commands.carry_out(ReleaseIfDue{});
    CHECK(kiosk.published() == 1);
    const auto pool = assessment::Pool::open(*kiosk.storage, kiosk.random);
    REQUIRE(pool->content().groups.size() == 2);
    CHECK(pool->content().groups[0].records.size() == 14);
    CHECK(pool->content().groups[1].records.size() == 5);
  }

  TEST_CASE("batches leave in the campaign's quiet hours only") {
    Kiosk kiosk{.quiet_hours = assessment::QuietHours{20 * 60, 6 * 60}};
    for (int count = 0; count < 15; ++count) kiosk.commands.carry_out(some_record());
    kiosk.clock.advance_to(6 * 3'600'000);  // 6:00, the first minute of the day's work
    kiosk.commands.carry_out(ReleaseIfDue{});
    CHECK(kiosk.published() == 0);
    kiosk.clock.advance_to(20 * 3'600'000);
    kiosk.commands.carry_out(ReleaseIfDue{});
    CHECK(kiosk.published() == 1);
  }

  TEST_CASE("a code is any of ten thousand, and a PIN is checked against what was made of it") {
    Kiosk kiosk;
    std::set<int> codes;
    for (int i = 0; i < 2'000; ++i)
      codes.insert(std::get<CodeDrawn>(kiosk.commands.carry_out(DrawCode{}).front()).number);
    CHECK(*codes.begin() >= 0);
    CHECK(*codes.rbegin() < 10'000);
    CHECK(codes.size() > 1'700);  // of 2,000 draws from 10,000 about 1,813 differ: 10,000 (1 - e^-0.2)
    const std::string hash = assessment::hash_pin("482715");
    CHECK(kiosk.commands.carry_out(CheckPin{"482715", hash}) == std::vector<Action>{PinChecked{true}});
    for (const char* pin : {"482716", "", "48271", "4827155"})
      CHECK(kiosk.commands.carry_out(CheckPin{pin, hash}) == std::vector<Action>{PinChecked{false}});
  }

  TEST_CASE("staff see whether results can be saved and the outbox be reached, and no figure") {
    const tests::TemporaryFolder folder;
    Kiosk kiosk{folder.path("stick")};
    const auto seen = [&] {
      return std::get<KioskSeen>(kiosk.commands.carry_out(LookAtKiosk{}).front()).state;
    };
    CHECK(seen() == KioskState{.can_save = true, .outbox = Outbox::missing});
    std::filesystem::create_directory(folder.path("stick"));
    CHECK(seen().outbox == Outbox::reached);
    kiosk.storage->set_free_bytes(1000);
    CHECK_FALSE(seen().can_save);
    CHECK(kiosk.log.empty());
    Random random(7);
    const platform::SteppedClock clock(first_day);
    platform::Commands out_of_order(std::nullopt, clock, random, [](platform::Event) {});
    CHECK(out_of_order.carry_out(LookAtKiosk{}) ==
          std::vector<Action>{KioskSeen{{.can_save = false, .outbox = Outbox::none}}});
  }

  TEST_CASE("a visit is refused at its start when the disk may not hold its result") {
    Kiosk kiosk;
    CHECK(std::holds_alternative<SeedDrawn>(kiosk.commands.carry_out(DrawSeed{}).front()));
    kiosk.storage->set_free_bytes(1000);
    CHECK(kiosk.commands.carry_out(DrawSeed{}) == std::vector<Action>{VisitRefused{}});
    CHECK(kiosk.log.empty());
    kiosk.commands.carry_out(ReleaseIfDue{});
    using platform::Event;
    CHECK(kiosk.log == std::vector<Event>{Event::visits_refused, Event::disk_full});
  }

  TEST_CASE("without a data folder nothing is saved, and the answer says so") {
    Random random(7);
    const platform::SteppedClock clock(first_day);
    platform::Commands commands(std::nullopt, clock, random, [](platform::Event) {});
    CHECK(commands.carry_out(some_record()) == std::vector<Action>{RecordNotPooled{}});
    CHECK(commands.carry_out(ReleaseIfDue{}).empty());
  }

  TEST_CASE("fourteen results stay, fifteen release ten, and only once a day") {
    Kiosk kiosk;
    const PoolRecord record = some_record();
    for (int count = 0; count < 14; ++count) kiosk.commands.carry_out(record);
    kiosk.commands.carry_out(ReleaseIfDue{});
    CHECK(kiosk.published() == 0);
    kiosk.commands.carry_out(record);
    kiosk.commands.carry_out(ReleaseIfDue{});
    CHECK(kiosk.published() == 1);
    for (int count = 0; count < 10; ++count) kiosk.commands.carry_out(record);
    kiosk.commands.carry_out(ReleaseIfDue{});
    CHECK(kiosk.published() == 1);
    kiosk.clock.advance_to(24 * 3'600'000);
    kiosk.commands.carry_out(ReleaseIfDue{});
    CHECK(kiosk.published() == 2);
  }

  TEST_CASE("batches are copied to the outbox at the next moment that it is there") {
    const tests::TemporaryFolder folder;
    Kiosk kiosk{folder.path("stick")};
    const PoolRecord record = some_record();
    for (int count = 0; count < 15; ++count) kiosk.commands.carry_out(record);
    kiosk.commands.carry_out(ReleaseIfDue{});
    CHECK(kiosk.published() == 1);  // without a stick the batch is released all the same
    CHECK_FALSE(std::filesystem::exists(folder.path("stick")));
    CHECK(kiosk.log == std::vector<platform::Event>{platform::Event::outbox_failed});

    std::filesystem::create_directory(folder.path("stick"));
    kiosk.commands.carry_out(ReleaseIfDue{});
    const std::filesystem::directory_iterator copy(folder.path("stick"));
    REQUIRE(copy != std::filesystem::directory_iterator());
    CHECK(kiosk.storage->files().contains("batches/" + copy->path().filename().string()));
  }

  TEST_CASE("the next look for a release is 10 to 120 minutes away, at a different moment each time") {
    Kiosk kiosk;
    kiosk.clock.advance_to(1'000'000);
    Milliseconds least = scheduled(kiosk.commands);
    Milliseconds most = least;
    for (int count = 0; count < 300; ++count) {
      const Milliseconds at = scheduled(kiosk.commands);
      least = std::min(least, at);
      most = std::max(most, at);
    }
    CHECK(least >= 1'000'000 + 10 * 60'000);
    CHECK(most <= 1'000'000 + 120 * 60'000);
    CHECK(most - least > 60 * 60'000);
  }

  TEST_CASE("seeds come from the kiosk's chance: the same seed gives the same") {
    Kiosk one;
    Kiosk other;
    const auto first = one.commands.carry_out(DrawSeed{});
    CHECK(first == other.commands.carry_out(DrawSeed{}));
    CHECK(first != one.commands.carry_out(DrawSeed{}));
  }

  TEST_CASE("a wipe answers nothing, and the chance before it cannot be told from the chance after it") {
    Kiosk kiosk;
    Random same = kiosk.random;
    CHECK(kiosk.commands.carry_out(WipeVisit{}).empty());
    same.forget_past();
    CHECK(kiosk.random.next() == same.next());
  }

  TEST_CASE("between two saves the results are on the disk alone: what is put in their place there counts") {
    Kiosk kiosk;
    const auto before = kiosk.storage->files();
    kiosk.commands.carry_out(some_record());
    REQUIRE(kiosk.waiting() == 1);
    kiosk.storage->files() = before;
    kiosk.commands.carry_out(some_record());
    CHECK(kiosk.waiting() == 1);
  }

  TEST_CASE("a file whose writing failed is not trusted at the next save, though it reads well") {
    Kiosk kiosk;
    kiosk.storage->trouble = "storage-failed";
    kiosk.storage->troubled = "pool.b";
    CHECK(kiosk.commands.carry_out(some_record()) == std::vector<Action>{RecordPooled{}});  // by pool.a alone
    kiosk.storage->trouble.clear();
    kiosk.storage->done.clear();
    kiosk.commands.carry_out(some_record());
    // Not "overwrite pool.a": it would be the only good one.
    REQUIRE_FALSE(kiosk.storage->done.empty());
    CHECK(kiosk.storage->done.front() == "remove pool.b");
    CHECK(kiosk.waiting() == 2);
  }
}

TEST_SUITE("log") {
  TEST_CASE("visits and releases that succeed write nothing") {
    Kiosk kiosk;
    for (int count = 0; count < 15; ++count) {
      kiosk.commands.carry_out(DrawSeed{});
      kiosk.commands.carry_out(some_record());
      kiosk.commands.carry_out(WipeVisit{});
    }
    kiosk.commands.carry_out(ReleaseIfDue{});
    CHECK(kiosk.published() == 1);
    CHECK(kiosk.log.empty());
  }

  TEST_CASE("a result that was not saved is logged once, at the next quiet moment, with its cause") {
    Kiosk kiosk;
    kiosk.storage->trouble = "disk-full";
    for (int visit = 0; visit < 2; ++visit) {
      CHECK(kiosk.commands.carry_out(some_record()) == std::vector<Action>{RecordNotPooled{}});
      kiosk.commands.carry_out(Log{LogCode::result_not_saved});
      kiosk.commands.carry_out(WipeVisit{});
      CHECK(kiosk.log.empty());
    }
    kiosk.storage->trouble.clear();
    kiosk.commands.carry_out(ReleaseIfDue{});
    using platform::Event;
    CHECK(kiosk.log == std::vector<Event>{Event::result_not_saved, Event::disk_full});
    kiosk.commands.carry_out(ReleaseIfDue{});
    CHECK(kiosk.log.size() == 2);
  }

  TEST_CASE("a release that fails is logged with its cause") {
    Kiosk kiosk;
    for (int count = 0; count < 15; ++count) kiosk.commands.carry_out(some_record());
    kiosk.storage->trouble = "read-only";
    kiosk.commands.carry_out(ReleaseIfDue{});
    using platform::Event;
    CHECK(kiosk.log == std::vector<Event>{Event::release_failed, Event::read_only});
  }

  TEST_CASE("each line has a severity, a name of its own and no figure, and administrators can look it up") {
    const std::string manual = assessment::read_file(SOURCE_ROOT "/docs/administrator.md").value();
    std::set<std::string> names;
    for (const platform::Event event : platform::events) {
      const std::string line(platform::line_of(event));
      CAPTURE(line);
      const std::size_t name_at = line.find(": ") + 2;
      const std::string severity = line.substr(0, name_at);
      CHECK((severity == "error: " || severity == "warning: "));
      const std::string name = line.substr(name_at, line.find(": ", name_at) - name_at);
      CHECK(names.insert(name).second);
      CHECK(manual.find("| `" + name + "` |") != std::string::npos);
      CHECK(line.find_first_of("0123456789{}\n") == std::string::npos);
    }
    CHECK(names.size() == 12);
  }

  TEST_CASE("every code that storage and pool have, and any other, comes down to a cause") {
    using platform::Event;
    const auto cause = [](const char* code) { return platform::cause_of({.code = code}); };
    CHECK(cause("disk-full") == Event::disk_full);
    CHECK(cause("disk-too-full") == Event::disk_full);
    CHECK(cause("no-permission") == Event::no_permission);
    CHECK(cause("read-only") == Event::read_only);
    for (const char* code :
         {"file-missing", "file-exists", "storage-failed", "pool-unreadable", "pool-key-missing", ""}) {
      CHECK(cause(code) == Event::storage_failed);
    }
  }
}
