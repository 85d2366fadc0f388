#include "tests/attacks/order_attack.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <stdexcept>
#include <thread>

#include "assessment/base/crypto.hpp"
#include "tests/attacks/ward.hpp"
#include "tests/result_samples.hpp"

namespace tests {

using namespace assessment;

namespace {

// The counts of permutations of n by their inversions; then |tau| = |1 - 4 inversions / (n (n - 1))|.
std::vector<double> inversions(std::size_t n) {
  std::vector<double> counts{1};
  for (std::size_t k = 2; k <= n; ++k) {
    std::vector<double> next(counts.size() + k - 1);
    for (std::size_t i = 0; i < counts.size(); ++i)
      for (std::size_t added = 0; added < k; ++added) next[i + added] += counts[i];
    counts = std::move(next);
  }
  return counts;
}

void set_chance(OrderAttack& attack, std::size_t n) {
  const auto counts = inversions(n);
  double all = 0, sum = 0, squares = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double tau = std::abs(1 - 4 * static_cast<double>(i) / static_cast<double>(n * (n - 1)));
    all += counts[i];
    sum += counts[i] * tau;
    squares += counts[i] * tau * tau;
  }
  attack.chance = sum / all;
  attack.spread = std::sqrt(squares / all - attack.chance * attack.chance);
}

using Measure = std::function<double(const PublishedBatch&, std::size_t)>;

// The first 8 bytes as a number: orders as the bytes do.
double leading(const std::string& bytes) {
  double number = 0;
  for (std::size_t i = 0; i < 8; ++i)
    number = 256 * number + (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0);
  return number;
}

const std::vector<std::pair<std::string, Measure>>& measures() {
  static const std::vector<std::pair<std::string, Measure>> all{
      {"place in the file", [](const PublishedBatch&, std::size_t i) { return static_cast<double>(i); }},
      {"length of the line",
       [](const PublishedBatch& batch, std::size_t i) { return static_cast<double>(batch.lines[i].size()); }},
      {"bytes of the answers",
       [](const PublishedBatch& batch, std::size_t i) {
         return leading(batch.lines[i].substr(batch.lines[i].find("\"lock\"") + 8));
       }},
      {"hash of the line",
       [](const PublishedBatch& batch, std::size_t i) { return leading(sha256_hex(batch.lines[i])); }},
      {"percentage",
       [](const PublishedBatch& batch, std::size_t i) {
         return static_cast<double>(batch.records[i].overall_tenths.value_or(0));
       }},
  };
  return all;
}

struct Traces {
  double inode = 0, changed = 0;
};

Traces traces_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) throw std::runtime_error("no " + path);
  return {static_cast<double>(status.st_ino), static_cast<double>(status.st_ctim.tv_sec % 1'000'000) * 1e9 +
                                                  static_cast<double>(status.st_ctim.tv_nsec)};
}

// A result as other programs keep it.
std::string write_single_file(const std::string& folder, Random& random) {
  const std::string path = folder + "/" + random.hex_name();
  std::ofstream(path) << "{}";
  const timespec zero[2] = {};
  ::utimensat(AT_FDCWD, path.c_str(), zero, 0);
  // People come minutes apart; some file systems count time in steps of 4 ms.
  std::this_thread::sleep_for(std::chrono::milliseconds(8));
  return path;
}

}  // namespace

double kendall_tau(const std::vector<double>& a, const std::vector<double>& b) {
  int agreement = 0, pairs = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const double product = (a[i] - a[j]) * (b[i] - b[j]);
      agreement += (product > 0) - (product < 0);
      ++pairs;
    }
  }
  return static_cast<double>(agreement) / pairs;
}

OrderAttack attack_order(std::size_t batches, std::uint64_t seed, const std::string& folder) {
  const auto storage = open_storage(folder).value();
  const Campaign campaign = sample_campaign();
  const Diary diary = play(*storage, campaign, 10 * batches + 20, seed);
  std::map<std::string, double> visited;
  for (std::size_t i = 0; i < diary.visitors.size(); ++i)
    visited[diary.visitors[i].name] = static_cast<double>(i);

  OrderAttack attack;
  set_chance(attack, static_cast<std::size_t>(campaign.batch));
  for (const auto& [name, measure] : measures()) attack.clues.push_back({name});
  for (const PublishedBatch& batch : diary.batches) {
    if (attack.batches == batches) break;
    ++attack.batches;
    std::vector<double> truth;
    for (const ResultRecord& record : batch.records) truth.push_back(visited.at(name_in(record)));
    for (std::size_t clue = 0; clue < attack.clues.size(); ++clue) {
      std::vector<double> guess;
      for (std::size_t i = 0; i < batch.records.size(); ++i)
        guess.push_back(measures()[clue].second(batch, i));
      const double tau = kendall_tau(guess, truth);
      attack.clues[clue].mean_tau += tau;
      attack.clues[clue].mean_size += std::abs(tau);
    }
  }
  for (Clue& clue : attack.clues) {
    clue.mean_tau /= static_cast<double>(attack.batches);
    clue.mean_size /= static_cast<double>(attack.batches);
  }
  return attack;
}

double attack_order_of_single_files(std::size_t groups, const std::string& folder) {
  Random random(1);
  double by_inode = 0, by_time = 0;
  for (std::size_t group = 0; group < groups; ++group) {
    std::vector<double> truth, inodes, times;
    for (int i = 0; i < 10; ++i) {
      const Traces traces = traces_of(write_single_file(folder, random));
      truth.push_back(i);
      inodes.push_back(traces.inode);
      times.push_back(traces.changed);
    }
    by_inode += kendall_tau(inodes, truth);
    by_time += kendall_tau(times, truth);
  }
  return std::max(by_inode, by_time) / static_cast<double>(groups);
}

}  // namespace tests
