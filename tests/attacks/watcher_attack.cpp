#include "tests/attacks/watcher_attack.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "assessment/results/storage_memory.hpp"
#include "tests/attacks/ward.hpp"
#include "tests/result_samples.hpp"

namespace tests {

using namespace assessment;

namespace {

// The indices of the records that could be this visitor's.
std::vector<std::size_t> matches(const PublishedBatch& batch, const Visitor& visitor) {
  const bool is_named =
      std::ranges::find(batch.records, visitor.role, &ResultRecord::role) != batch.records.end();
  const std::string role = is_named ? visitor.role : grouped_role;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < batch.records.size(); ++i) {
    const ResultRecord& record = batch.records[i];
    if (record.role == role && record.overall_level == visitor.level) found.push_back(i);
  }
  return found;
}

// The batches of the first release after `visits` visits: [first, last).
std::pair<std::size_t, std::size_t> first_release(const Diary& diary, std::size_t visits) {
  const auto first = std::ranges::lower_bound(diary.batches, visits, {}, &PublishedBatch::after);
  if (first == diary.batches.end()) return {0, 0};
  const auto last = std::ranges::upper_bound(diary.batches, first->after, {}, &PublishedBatch::after);
  return {static_cast<std::size_t>(first - diary.batches.begin()),
          static_cast<std::size_t>(last - diary.batches.begin())};
}

// Ways to choose one of several records that match.
std::array<std::size_t, 4> choices(const PublishedBatch& batch, const std::vector<std::size_t>& found,
                                   Random& random) {
  const auto longest =
      std::ranges::max_element(found, {}, [&](std::size_t i) { return batch.lines[i].size(); });
  return {found.front(), found.back(), *longest, found[random.below(found.size())]};
}

}  // namespace

WatcherAttack attack_by_watching(int batch_size, std::size_t trials, std::uint64_t seed) {
  Campaign campaign = sample_campaign();
  campaign.batch = batch_size;
  MemoryStorage storage;
  const Diary diary = play(storage, campaign, trials, seed);
  Random random(seed, "watcher");
  WatcherAttack attack;
  std::array<std::size_t, 4> hits{};
  for (std::size_t visit = 0; visit < diary.visitors.size(); ++visit) {
    const auto [first, last] = first_release(diary, visit + 1);
    if (first == last) break;  // nothing has been published since
    ++attack.trials;
    const PublishedBatch& batch = diary.batches[first + random.below(last - first)];
    const Visitor& visitor = diary.visitors[visit];
    const auto found = matches(batch, visitor);
    if (found.empty()) continue;
    const bool is_right = std::ranges::find(batch.records, visitor.name, name_in) != batch.records.end();
    attack.right_batch += is_right;
    attack.allowed += is_right ? 1.0 / static_cast<double>(found.size()) : 0;
    const auto chosen = choices(batch, found, random);
    for (std::size_t way = 0; way < chosen.size(); ++way)
      hits[way] += name_in(batch.records[chosen[way]]) == visitor.name;
  }
  const auto share = [&](double count) { return count / static_cast<double>(attack.trials); };
  attack.success = share(static_cast<double>(*std::ranges::max_element(hits)));
  attack.allowed = share(attack.allowed);
  attack.right_batch = share(attack.right_batch);
  return attack;
}

}  // namespace tests
