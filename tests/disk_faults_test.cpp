// Power cuts, kills and errors at every call to the disk, on a disk that forgets what was not synced.
#include <doctest/doctest.h>

#include "tests/fault_matrix.hpp"
#include "tests/storage_contract.hpp"

using namespace assessment;
using tests::FaultTally;
using tests::LeftOut;
using tests::SimulatedDisk;

namespace {

// About 130 calls: two kinds of kill and six errors, short and lasting, at each.
void check_every_call(Publishing publishing) {
  const FaultTally tally = tests::try_every_call(1, publishing);
  CHECK(tally.kill_points > 200);
  CHECK(tally.errors > 1200);
  CHECK(tally.lost == 0);
  CHECK(tally.doubled == 0);
  CHECK(tally.small_batches == 0);
  CHECK(tally.broken_chains == 0);
  CHECK(tally.not_opened == 0);
}

}  // namespace

TEST_SUITE("disk faults") {
  TEST_CASE("storage on the simulated disk keeps the promises") {
    for (const Publishing publishing : {Publishing::best, Publishing::by_rename}) {
      auto storage = open_storage(std::make_shared<SimulatedDisk>(1), publishing);
      REQUIRE(storage);
      tests::check_contract(**storage);
    }
  }

  TEST_CASE("a power cut, a kill or an error at any call loses nothing and doubles nothing") {
    check_every_call(Publishing::best);
  }

  TEST_CASE("the same on a disk without unnamed files") {
    check_every_call(Publishing::by_rename);
  }

  TEST_CASE("a clock ten years ahead or behind stops no release and loses nobody") {
    tests::Books books;
    tests::SimulatedKiosk kiosk(1, books);
    kiosk.start();
    kiosk.visit();
    kiosk.visit();
    // Two are held back; five more make a batch each time.
    for (const Date& day : {Date{2026, 11, 2}, Date{2036, 11, 2}, Date{2016, 11, 2}, Date{2026, 11, 2}}) {
      for (int i = 0; i < 5; ++i) kiosk.visit();
      kiosk.release(day);
    }
    REQUIRE(kiosk.close_books());
    CHECK(books.saved() == 22);
    CHECK(books.batches() == 4);
    CHECK(books.faults() == 0);
  }

  TEST_CASE("without the sync of files people are lost") {
    CHECK(tests::try_every_call(1, Publishing::best, LeftOut::file_syncs).faults() > 0);
    CHECK(tests::try_every_call(1, Publishing::by_rename, LeftOut::file_syncs).faults() > 0);
  }

  TEST_CASE("without the sync of folders people are lost") {
    CHECK(tests::try_every_call(1, Publishing::best, LeftOut::folder_syncs).faults() > 0);
    CHECK(tests::try_every_call(1, Publishing::by_rename, LeftOut::folder_syncs).faults() > 0);
  }
}
