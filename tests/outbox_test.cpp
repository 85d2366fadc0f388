#include "assessment/results/outbox.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "assessment/results/release.hpp"
#include "assessment/results/storage_memory.hpp"
#include "tests/faulty_storage.hpp"
#include "tests/result_samples.hpp"
#include "tests/temporary_folder.hpp"

using namespace assessment;
using tests::Afterwards;
using tests::FaultKind;
using tests::FaultyStorage;

namespace {

using Names = std::set<std::string>;
const std::string first = std::string(32, 'a') + ".results.jsonl";
const std::string second = std::string(32, 'b') + ".results.sealed";
constexpr std::int64_t autumn = 1790812800;  // 2026-10-01 00:00 UTC

// A kiosk with two batches; copies need not be batches to be copied.
MemoryStorage two_batches() {
  MemoryStorage data;
  REQUIRE(data.publish("batches/" + second, "sealed", {Access::group_may_read, autumn}));
  REQUIRE(data.publish("batches/" + first, "plain", {Access::group_may_read, autumn}));
  REQUIRE(data.publish("pool.a", "secret", {}));
  return data;
}

CopyReport copied(Storage& data, Storage& outbox) {
  Names checked;
  return copy_batches(data, outbox, checked);
}

// Notes the order in which files are published.
class OrderStorage : public MemoryStorage {
 public:
  Outcome publish(const std::string& name, std::string_view bytes, const Appearance& appearance) override {
    order.push_back(name);
    return MemoryStorage::publish(name, bytes, appearance);
  }
  std::vector<std::string> order{};
};

// A stick that stores other bytes than it was given.
class BadStick : public MemoryStorage {
 public:
  Outcome publish(const std::string& name, std::string_view bytes, const Appearance& appearance) override {
    return MemoryStorage::publish(name, bytes.substr(1), appearance);
  }
};

}  // namespace

TEST_SUITE("outbox") {
  TEST_CASE("batches alone are copied with mode and time, by name, and the kiosk keeps its own") {
    MemoryStorage data = two_batches();
    const auto before = data.files();
    OrderStorage outbox;
    CHECK(copied(data, outbox) == CopyReport{.copied = 2});
    CHECK(outbox.order == std::vector{first, second});
    CHECK(outbox.files().size() == 2);
    CHECK(outbox.files()[first] == MemoryStorage::File{"plain", {Access::group_may_read, autumn}});
    CHECK(outbox.files()[second] == MemoryStorage::File{"sealed", {Access::group_may_read, autumn}});
    CHECK(data.files() == before);
    CHECK(copied(data, outbox) == CopyReport{.present = 2});
    CHECK(outbox.order.size() == 2);
  }

  TEST_CASE("another file of a batch's name is told and stays, and the others are copied") {
    MemoryStorage data = two_batches();
    MemoryStorage outbox;
    REQUIRE(outbox.publish(first, "foreign", {}));
    const CopyReport report = copied(data, outbox);
    CHECK(report.copied == 1);
    REQUIRE(report.faults.size() == 1);
    CHECK(report.faults.front().code == "copy-differs");
    CHECK(report.faults.front().file == first);
    CHECK(outbox.files()[first].bytes == "foreign");
  }

  TEST_CASE("a copy that reads back otherwise is told and taken away") {
    MemoryStorage data = two_batches();
    BadStick outbox;
    const CopyReport report = copied(data, outbox);
    REQUIRE(report.faults.size() == 1);
    CHECK(report.faults.front().code == "copy-damaged");
    CHECK(outbox.files().empty());
  }

  TEST_CASE("what was checked is not read again while it is there, and copied again to another stick") {
    MemoryStorage data = two_batches();
    MemoryStorage outbox;
    Names checked;
    CHECK(copy_batches(data, outbox, checked).copied == 2);
    outbox.files()[first].bytes = "changed since";
    CHECK(copy_batches(data, outbox, checked) == CopyReport{.present = 2});
    MemoryStorage other_stick;
    CHECK(copy_batches(data, other_stick, checked) == CopyReport{.copied = 2});
  }

  TEST_CASE("whatever fails at whichever call on either side the next copying makes up for it") {
    int faults_seen = 0;
    for (const bool is_stick : {false, true}) {
      for (const FaultKind kind : {FaultKind::refused, FaultKind::done_but_denied}) {
        for (const Afterwards afterwards : {Afterwards::works_again, Afterwards::is_dead}) {
          bool has_failed = true;
          for (int call = 1; has_failed; ++call) {
            CAPTURE(is_stick);
            CAPTURE(static_cast<int>(kind));
            CAPTURE(call);
            MemoryStorage data = two_batches();
            const auto before = data.files();
            MemoryStorage outbox;
            FaultyStorage faulty(is_stick ? outbox : data, call, kind, afterwards);
            const CopyReport report = copied(is_stick ? data : static_cast<Storage&>(faulty),
                                             is_stick ? faulty : static_cast<Storage&>(outbox));
            has_failed = faulty.has_failed();
            faults_seen += has_failed;
            CHECK(report.faults.empty() != has_failed);
            CHECK(copied(data, outbox).faults.empty());
            CHECK(outbox.files().size() == 2);
            CHECK(outbox.files()[first].bytes == "plain");
            CHECK(outbox.files()[second].bytes == "sealed");
            CHECK(data.files() == before);
          }
        }
      }
    }
    CHECK(faults_seen > 30);
  }

  TEST_CASE("a real outbox gets the copies and nothing else, by names or by links") {
    for (const Publishing publishing : {Publishing::best, Publishing::by_rename}) {
      const tests::TemporaryFolder folder;
      std::filesystem::create_directory(folder.path("stick"));
      MemoryStorage data = two_batches();
      auto outbox = open_folder(folder.path("stick"), publishing);
      REQUIRE(outbox);
      CHECK(copied(data, **outbox) == CopyReport{.copied = 2});
      CHECK((*outbox)->list("").value() == std::vector{first, second});
      CHECK((*outbox)->modified(first).value() == autumn);
      CHECK(copied(data, **outbox) == CopyReport{.present = 2});
    }
  }

  TEST_CASE("an outbox that is not there is said in one sentence and not made") {
    const tests::TemporaryFolder folder;
    const auto outbox = open_outbox(folder.path("stick"));
    REQUIRE_FALSE(outbox);
    CHECK(outbox.faults().front().code == "outbox-missing");
    CHECK_FALSE(std::filesystem::exists(folder.path("stick")));
  }
}
