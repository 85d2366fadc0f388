#include "assessment/results/release.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "assessment/base/crypto.hpp"
#include "assessment/results/batch.hpp"

namespace assessment {
namespace {

std::string path_of(const PendingBatch& batch) {
  return "batches/" + batch.name + std::string(batch_suffix);
}

// Takes `count` records away from the end of `group` and makes a pending batch of them. Precondition:
// the group has been shuffled and holds as many.
PendingBatch make_pending(PoolContent& content, PoolGroup& group, const Campaign& campaign, const Date& today,
                          Random& random) {
  const auto count = static_cast<std::ptrdiff_t>(campaign.batch);
  Batch batch;
  batch.records.assign(std::make_move_iterator(group.records.end() - count),
                       std::make_move_iterator(group.records.end()));
  group.records.erase(group.records.end() - count, group.records.end());
  const auto is_role_specific = [&](std::string_view item) {
    return std::ranges::binary_search(group.origin.role_specific_items, item);
  };
  group_small_roles(batch.records, campaign.role_minimum, is_role_specific);

  batch.header = {.campaign = group.origin.campaign,
                  .site = group.origin.site,
                  .period = period_label(today, campaign.period),
                  .bank = group.origin.bank,
                  .kiosk = content.kiosk,
                  .sequence = content.sequence + 1,
                  .previous = content.previous,
                  .records = campaign.batch,
                  .respondents = group.origin.respondents};
  PendingBatch pending{random.hex_name(), period_start(today, campaign.period), to_lines(batch)};
  content.sequence = batch.header.sequence;
  content.previous = blake2b_hex(pending.bytes);
  return pending;
}

// How many whole batches the group may give while hold_back results stay.
int batches_due(const PoolGroup& group, const Campaign& campaign) {
  if (group.origin.campaign != campaign.id) return 0;
  const int waiting = static_cast<int>(group.records.size());
  return std::max(0, waiting - campaign.hold_back) / campaign.batch;
}

// A batch that an earlier attempt published is there already, with the same bytes. How far that attempt
// came is not known, and its name may not be on the disk: it is published again.
Outcome publish_once(Storage& storage, const PendingBatch& batch) {
  const std::string path = path_of(batch);
  const auto publish = [&] {
    return storage.publish(path, batch.bytes, {Access::group_may_read, batch.modified});
  };
  const auto published = publish();
  if (published || published.faults().front().code != "file-exists") return published;
  const auto present = storage.read(path);
  if (!present) return present.faults();
  if (*present != batch.bytes) return published;
  const auto removed = storage.remove(path);
  if (!removed) return removed;
  return publish();
}

}  // namespace

Expected<int> finish_pending(Pool& pool, Storage& storage, Random& random) {
  if (pool.content().pending.empty()) return 0;
  // Both generations must know of the batch before anyone can see it: were it known to one alone and
  // that one lost, its people would be counted again from the other.
  const auto settled = pool.settle();
  if (!settled) return settled.faults();
  for (const PendingBatch& batch : pool.content().pending) {
    const auto published = publish_once(storage, batch);
    if (!published) return published.faults();
  }
  PoolContent next = pool.content();
  const int count = static_cast<int>(next.pending.size());
  next.pending.clear();
  const auto left = pool.replace(std::move(next), random);
  if (!left) return left.faults();
  return count;
}

Expected<int> release_if_due(Pool& pool, Storage& storage, const Campaign& campaign, const Date& today,
                             Random& random) {
  const auto finished = finish_pending(pool, storage, random);
  if (!finished || pool.content().last_release == today) return finished;

  PoolContent next = pool.content();
  for (PoolGroup& group : next.groups) {
    const int due = batches_due(group, campaign);
    if (due > 0) random.shuffle(group.records);
    for (int i = 0; i < due; ++i) {
      next.pending.push_back(make_pending(next, group, campaign, today, random));
    }
  }
  if (next.pending.empty()) return finished;
  next.last_release = today;
  const auto decided = pool.replace(std::move(next), random);
  if (!decided) return decided.faults();
  const auto released = finish_pending(pool, storage, random);
  if (!released) return released;
  return *finished + *released;
}

}  // namespace assessment
