// Random input over all pages, in small; tools/prove monkey does a million.
#include "tests/monkey.hpp"

#include <doctest/doctest.h>

#include "tests/printing.hpp"

namespace {

constexpr std::int64_t inputs = 6'700;  // of each of the three: 20,000 in all

tests::MonkeyFindings play_on(std::size_t playground) {
  const auto found = tests::let_monkey_play(tests::playgrounds()[playground].setup, inputs, 1);
  CHECK(found.dead_ends == std::vector<std::string>{});
  CHECK(found.residue == std::vector<std::string>{});
  CHECK(found.visits > 20);
  CHECK(found.ways_back >= inputs / 400);
  return found;
}

}  // namespace

TEST_SUITE("monkey") {
  TEST_CASE("random input finds no way to break a kiosk with all that there is, and none into a dead end") {
    const auto found = play_on(0);
    for (const std::string page : {"attract", "comfort", "privacy", "aloud", "role", "link", "question",
                                   "timeout", "away", "resume", "staff", "curtain"}) {
      CAPTURE(page);
      CHECK(found.pages.contains(page));
    }
  }

  TEST_CASE("random input finds nothing of one visit in the next where there are several banks") {
    play_on(1);
  }

  TEST_CASE("random input finds back to the first page where nobody watches and nothing times out") {
    play_on(2);
  }
}
