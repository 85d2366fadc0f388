// Releases of a campaign with trainers.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "assessment/base/key_text.hpp"
#include "assessment/results/pool_text.hpp"
#include "assessment/results/release.hpp"
#include "assessment/results/sealing.hpp"
#include "assessment/results/storage_memory.hpp"
#include "tests/faulty_storage.hpp"
#include "tests/key_samples.hpp"
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

constexpr Date first_monday{2026, 11, 2};

// sample_campaign, sealed to pair 1.
Campaign sealed_campaign() {
  Campaign campaign = tests::sample_campaign();
  campaign.trainer_keys = {tests::sample_key(1).public_key()};
  return campaign;
}

// A folder whose kiosk has pair 0.
MemoryStorage kiosk_folder() {
  MemoryStorage storage;
  REQUIRE(storage.publish("kiosk.key", to_secret_text(tests::sample_key(0)) + "\n", {}));
  return storage;
}

// The lines of each sealed batch, by its sequence. Throws at anything else in "batches/".
std::map<int, std::string> opened_batches(const MemoryStorage& storage) {
  TrainerKeys keys{tests::sample_key(1)};
  keys.kiosks = {tests::sample_key(0).public_key()};
  std::map<int, std::string> batches;
  for (const auto& [name, file] : storage.files()) {
    if (!name.starts_with("batches/")) continue;
    const auto lines = open_sealed_batch(file.bytes, name, keys);
    if (!lines) throw std::runtime_error(to_text(lines.faults().front()));
    batches[std::get<BatchHeader>(*read_header(*lines, name)).sequence] = *lines;
  }
  return batches;
}

std::vector<std::string> people_in_sealed(const MemoryStorage& storage) {
  std::vector<std::string> people;
  for (const auto& [sequence, lines] : opened_batches(storage)) {
    for (const BatchRecord& found : tests::records_in(lines))
      people.push_back(tests::person_of(found.record));
  }
  std::ranges::sort(people);
  return people;
}

}  // namespace

TEST_SUITE("sealed release") {
  TEST_CASE("the same batches leave as without trainers, sealed") {
    Random random(5), plain_random(5);
    MemoryStorage storage = kiosk_folder(), plain_storage;
    Pool pool = opened(storage, random), plain_pool = opened(plain_storage, plain_random);
    add_people(pool, 1, 25, random);
    add_people(plain_pool, 1, 25, plain_random);
    CHECK(release_if_due(pool, storage, sealed_campaign(), first_monday, random).value() == 2);
    CHECK(release_if_due(plain_pool, plain_storage, tests::sample_campaign(), first_monday, plain_random)
              .value() == 2);

    std::vector<std::string> lines;
    for (const auto& [sequence, batch] : opened_batches(storage)) lines.push_back(batch);
    std::vector<std::string> plain_lines;
    for (const std::string& name : tests::batch_names(plain_storage)) {
      plain_lines.push_back(plain_storage.read("batches/" + name)->value());
    }
    CHECK(std::ranges::is_permutation(lines, plain_lines));
    // The chain is over the lines, which are the same for every trainer.
    CHECK(pool.content().previous == plain_pool.content().previous);

    const std::string name = tests::batch_names(storage).front();
    CHECK(name.size() == 32 + std::string(".results.sealed").size());
    CHECK(name.ends_with(".results.sealed"));
    // 1790812800 is 2026-10-01 00:00 UTC, the start of the quarter.
    CHECK(storage.files()["batches/" + name].appearance == Appearance{Access::group_may_read, 1790812800});
  }

  TEST_CASE("a kiosk without a key makes one") {
    Random random(5);
    MemoryStorage storage;
    Pool pool = opened(storage, random);
    add_people(pool, 1, 15, random);
    CHECK(release_if_due(pool, storage, sealed_campaign(), first_monday, random).value() == 1);
    CHECK(storage.files().contains("kiosk.key"));
  }

  TEST_CASE("with a damaged key nothing leaves and nobody is lost") {
    Random random(5);
    MemoryStorage storage = kiosk_folder();
    storage.files()["kiosk.key"].bytes = "damaged";
    Pool pool = opened(storage, random);
    add_people(pool, 1, 15, random);
    const auto released = release_if_due(pool, storage, sealed_campaign(), first_monday, random);
    REQUIRE_FALSE(released);
    CHECK(released.faults().front().code == "kiosk-key-damaged");
    CHECK(tests::batch_names(storage).empty());
    pool = opened(storage, random);
    CHECK(tests::people_in(pool.content()) == everyone(15));
    CHECK_FALSE(pool.content().last_release);
  }

  TEST_CASE("whatever fails at whichever call the next start writes the very same files") {
    int repeated = 0;
    const int faults_seen = tests::fail_at_every_call([&](FaultKind kind, Afterwards afterwards, int call) {
      bool has_failed = false;
      MemoryStorage storage = kiosk_folder();
      Random random(5);
      {
        Pool pool = opened(storage, random);
        add_people(pool, 1, 27, random);
      }
      {
        FaultyStorage faulty(storage, call, kind, afterwards);
        auto pool = Pool::open(faulty, random);
        if (pool) static_cast<void>(release_if_due(*pool, faulty, sealed_campaign(), first_monday, random));
        has_failed = faulty.has_failed();
      }
      const auto before = storage.files();
      Pool pool = opened(storage, random);
      repeated += !pool.content().pending.empty();
      // What was decided with trainers stays sealed to them, whatever the campaign says by now.
      REQUIRE(finish_pending(pool, storage, random));
      REQUIRE(release_if_due(pool, storage, sealed_campaign(), first_monday, random));
      for (const auto& [name, file] : before) {
        if (name.starts_with("batches/")) CHECK(storage.files()[name] == file);
      }
      CHECK(people_in_sealed(storage).size() == 20);
      CHECK(joined(people_in_sealed(storage), tests::people_in(pool.content())) == everyone(27));
      CHECK(opened_batches(storage).size() == 2);
      return has_failed;
    });
    CHECK(faults_seen > 50);
    CHECK(repeated > 5);
  }

  TEST_CASE("a pending sealed batch outlives the pool's text, and one that is no hexadecimal is refused") {
    PoolContent content;
    content.kiosk = std::string(32, 'a');
    content.pending = {{"00ff", 1790812800, std::string("\0\xff\n", 3), BatchForm::sealed},
                       {"00fe", 1790812800, "{}\n", BatchForm::plain}};
    std::string text = to_pool_text(content, 1);
    CHECK(parse_pool_text(text, "pool.a").value().content == content);
    CHECK(text.find(R"("sealed":"00ff0a")") != std::string::npos);
    text.replace(text.find("00ff0a"), 6, "00FF0A");
    CHECK(parse_pool_text(text, "pool.a").faults().front().code == "pool-unreadable");
  }

  TEST_CASE("a release of many batches never holds more than 64 in the pool") {
    // (647 - 2) / 5 = 129 batches leave and 2 people stay. 64 sealed batches of 65 675 bytes, two digits a
    // byte, are 8.4 million bytes, of the size class of 16 MiB; 129 would be of that of 32 MiB.
    struct LargestWrite : MemoryStorage {
      Outcome overwrite(const std::string& name, std::string_view bytes) override {
        largest = std::max(largest, bytes.size());
        return MemoryStorage::overwrite(name, bytes);
      }
      std::size_t largest = 0;
    } storage;
    Random random(5);
    Campaign campaign = sealed_campaign();
    campaign.batch = 5;
    campaign.hold_back = 2;
    Pool pool = opened(storage, random);
    PoolContent content = pool.content();
    content.groups = {{tests::sample_origin(), {}}};
    for (int i = 1; i <= 647; ++i) content.groups.front().records.push_back(tests::sample_record(i));
    REQUIRE(pool.replace(std::move(content), random));
    CHECK(release_if_due(pool, storage, campaign, first_monday, random).value() == 129);
    CHECK(tests::batch_names(storage).size() == 129);
    CHECK(tests::people_in(pool.content()).size() == 2);
    CHECK(storage.largest == 16 * 1024 * 1024 + 40);
  }
}
