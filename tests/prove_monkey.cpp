// prove_monkey INPUTS: random input over all pages, on each kind of kiosk; prints "key value" lines.
// Exit status 1 when somebody got stuck, or something of a visit was left. A crash ends it as a crash does.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <set>

#include "tests/monkey.hpp"

int main(int argc, char** argv) {
  const std::int64_t inputs = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
  const auto playgrounds = tests::playgrounds();
  tests::MonkeyFindings all;
  for (const tests::Playground& playground : playgrounds) {
    const auto share = inputs / static_cast<std::int64_t>(playgrounds.size()) + 1;
    const auto found = tests::let_monkey_play(playground.setup, share, 2);
    all.inputs += found.inputs;
    all.visits += found.visits;
    all.ways_back += found.ways_back;
    all.pages.insert(found.pages.begin(), found.pages.end());
    all.dead_ends.insert(all.dead_ends.end(), found.dead_ends.begin(), found.dead_ends.end());
    all.residue.insert(all.residue.end(), found.residue.begin(), found.residue.end());
    for (const std::string& page : found.dead_ends)
      fmt::print(stderr, "{}: stuck on {}\n", playground.name, page);
    for (const std::string& what : found.residue) fmt::print(stderr, "{}: left {}\n", playground.name, what);
  }
  fmt::print("monkey.inputs {}\nmonkey.visits {}\nmonkey.ways_back {}\nmonkey.pages {}\n", all.inputs,
             all.visits, all.ways_back, all.pages.size());
  fmt::print("monkey.dead_ends {}\nmonkey.residue {}\n", all.dead_ends.size(), all.residue.size());
  return all.dead_ends.empty() && all.residue.empty() ? EXIT_SUCCESS : EXIT_FAILURE;
}
