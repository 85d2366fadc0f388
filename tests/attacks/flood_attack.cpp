#include "tests/attacks/flood_attack.hpp"

#include <algorithm>
#include <string>

#include "assessment/results/release.hpp"
#include "assessment/results/storage_memory.hpp"
#include "tests/result_samples.hpp"

namespace tests {

using namespace assessment;

namespace {

// The attacker's records have numbers above that of the person, who comes after the honest ones.
bool is_isolated(const std::vector<BatchRecord>& records, int person) {
  const std::string name = "p" + std::to_string(person);
  bool is_there = false, is_alone = true;
  for (const BatchRecord& found : records) {
    const std::string who = person_of(found.record);
    is_there = is_there || who == name;
    is_alone = is_alone && std::stoi(who.substr(1)) >= person;
  }
  return is_there && is_alone;
}

}  // namespace

FloodAttack attack_by_flooding(std::size_t honest, std::size_t attacker, std::size_t trials,
                               std::uint64_t seed) {
  FloodAttack attack{.trials = trials};
  Random random(seed, "flood");
  const int person = static_cast<int>(honest) + 1;
  const int last = person + static_cast<int>(attacker);
  for (std::size_t trial = 0; trial < trials; ++trial) {
    MemoryStorage storage;
    Pool pool = opened(storage, random);
    PoolContent content = pool.content();
    content.groups = {{sample_origin(), {}}};
    for (int i = 1; i <= last; ++i) content.groups[0].records.push_back(sample_record(i));
    pool.replace(std::move(content), random).value();
    release_if_due(pool, storage, sample_campaign(), {2026, 11, 2}, random).value();
    const auto names = batch_names(storage);
    attack.isolated += std::ranges::any_of(names, [&](const std::string& name) {
      return is_isolated(records_in(storage.read("batches/" + name)->value()), person);
    });
  }
  attack.isolated /= static_cast<double>(trials);
  return attack;
}

}  // namespace tests
