// What update() asks for, carried out on a data folder in memory.
#include "app/platform/commands.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>

#include "assessment/results/storage_memory.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/session/session.hpp"
#include "tests/shipped.hpp"
#include "tests/temporary_folder.hpp"

using namespace app;
using assessment::Random;

namespace {

const assessment::Date first_day{2026, 10, 1};

// A kiosk's effects without a disk; the storage stays in sight.
struct Kiosk {
  std::string outbox{};
  Random random{7};
  platform::SteppedClock clock{first_day};
  assessment::MemoryStorage* storage = nullptr;
  platform::Commands commands{keeper(), clock, random};

  std::optional<platform::Keeper> keeper() {
    auto memory = std::make_unique<assessment::MemoryStorage>();
    storage = memory.get();
    auto campaign = assessment::built_in_campaign();
    campaign.outbox = outbox;
    auto pool = assessment::Pool::open(*memory, random);
    return platform::Keeper{std::move(memory), std::move(pool).value(),
                            origin_of(campaign, *tests::shipped_setup().bank), campaign};
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

  TEST_CASE("a visit is refused at its start when the disk may not hold its result") {
    Kiosk kiosk;
    CHECK(std::holds_alternative<SeedDrawn>(kiosk.commands.carry_out(DrawSeed{}).front()));
    kiosk.storage->set_free_bytes(1000);
    CHECK(kiosk.commands.carry_out(DrawSeed{}) == std::vector<Action>{VisitRefused{}});
  }

  TEST_CASE("without a data folder nothing is saved, and the answer says so") {
    Random random(7);
    const platform::SteppedClock clock(first_day);
    platform::Commands commands(std::nullopt, clock, random);
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

  TEST_CASE("a wipe is the loop's affair, and a log line answers nothing") {
    Kiosk kiosk;
    CHECK(kiosk.commands.carry_out(WipeVisit{}).empty());
    CHECK(kiosk.commands.carry_out(Log{LogCode::result_not_saved}).empty());
  }
}
