// A visitor without sense: presses anything, strikes any key, waits for any time. What they may never do is
// break the kiosk, get stuck in it, or leave something of theirs for the next person.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "app/core/model.hpp"

namespace tests {

struct MonkeyFindings {
  std::int64_t inputs = 0;               // presses, keys, turns of the wheel, waits
  std::int64_t visits = 0;               // that ended in a wipe
  std::int64_t ways_back = 0;            // how often the first page was looked for, from wherever it was
  std::set<std::string> pages{};         // ids of the pages that were seen
  std::vector<std::string> dead_ends{};  // ids of the pages that nobody found out of
  std::vector<std::string> residue{};    // what of a visit was still there after it
};

// At least `inputs` random inputs, then back to the first page; the same for the same `seed`. The world
// answers as it likes: results are saved or not, pages printed or not, PINs right or wrong.
// Precondition: `setup` has a bank and is no preview.
MonkeyFindings let_monkey_play(const app::Setup& setup, std::int64_t inputs, std::uint64_t seed);

struct Playground {
  const char* name;
  app::Setup setup;
};

// A kiosk with all that there is, one with several banks, and one with nobody to look after it.
std::vector<Playground> playgrounds();

}  // namespace tests
