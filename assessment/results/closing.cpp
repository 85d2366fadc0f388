#include "assessment/results/closing.hpp"

#include <utility>

#include "assessment/results/release.hpp"

namespace assessment {

Expected<Closing> close_campaign(Pool& pool, Storage& storage, const Campaign& campaign, const Date& today,
                                 Random& random) {
  const auto finished = finish_pending(pool, storage, random);
  if (!finished) return finished.faults();

  Closing closing{.batches = *finished};
  PoolContent next = pool.content();
  for (PoolGroup& group : next.groups) {
    const int waiting = static_cast<int>(group.records.size());
    if (waiting == 0) continue;
    if (group.origin.campaign != campaign.id) {
      closing.of_others.push_back(group.origin);
    } else if (waiting < campaign.batch) {
      closing.too_few.push_back(group.origin);
    } else {
      random.shuffle(group.records);
      take_batch(next, group, waiting, campaign, today, random);
    }
  }
  if (next.pending.empty()) return closing;
  const auto released = publish_taken(pool, storage, std::move(next), campaign, today, random);
  if (!released) return released.faults();
  closing.batches += *released;
  return closing;
}

Outcome delete_waiting(Pool& pool, Storage& storage, Random& random) {
  if (pool.content().hand_over) {
    return Diagnostic{.code = "hand-over-unfinished",
                      .text =
                          "results are on their way to another kiosk: finish that with 'skills results "
                          "hand-over' first, as they may have arrived"};
  }
  const auto finished = finish_pending(pool, storage, random);
  if (!finished) return finished.faults();
  PoolContent next = pool.content();
  next.groups.clear();
  const auto deleted = pool.replace(std::move(next), random);
  if (!deleted) return deleted;
  return pool.settle();
}

}  // namespace assessment
