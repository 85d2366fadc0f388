// How long saving a result takes, beside writing and syncing the same bytes twice.
//   save_result FOLDER PAIRS     FOLDER is new, on the disk to be measured
//
// A pair is `rounds` saves and as many bare writes, in turn. Prints the seconds of each pair: "SAVES BARE".
#define DOCTEST_CONFIG_IMPLEMENT  // the samples can be printed by a failed check
#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>

#include "assessment/results/pool.hpp"
#include "tests/result_samples.hpp"

using namespace assessment;

namespace {

constexpr int rounds = 50;

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void write_and_sync(const std::string& path, const std::string& bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const bool is_done =
      ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) && ::fsync(file) == 0;
  if (!is_done || ::close(file) != 0) throw std::runtime_error("cannot write " + path);
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    fmt::print(stderr, "save_result FOLDER PAIRS\n");
    return 2;
  }
  const std::string folder = words[1];
  const auto storage = open_storage(folder + "/data");
  if (!storage) throw std::runtime_error(to_text(storage.faults().front()));
  Random random(system_seed());
  Pool pool = tests::opened(**storage, random);
  // As many as wait at most, with the defaults; then one leaves for each that comes.
  tests::add_people(pool, 1, 14, random);
  const PoolContent content = pool.content();
  const std::string bytes = (*storage)->read("pool.a").value().value();

  for (int pair = 0; pair < std::stoi(words[2]); ++pair) {
    double saves = 0, bare = 0;
    for (int i = 0; i < rounds; ++i) {
      if (i % 10 == 0 && !pool.replace(content, random)) throw std::runtime_error("cannot save");
      const double start = seconds_now();
      if (!pool.add(tests::sample_origin(), tests::sample_record(99), random))
        throw std::runtime_error("cannot save");
      const double middle = seconds_now();
      write_and_sync(folder + "/bare.a", bytes);
      write_and_sync(folder + "/bare.b", bytes);
      saves += middle - start;
      bare += seconds_now() - middle;
    }
    fmt::print("{:.6f} {:.6f}\n", saves, bare);
  }
  return 0;
}
