#include "assessment/results/release.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "assessment/base/crypto.hpp"
#include "assessment/results/batch.hpp"
#include "assessment/results/kiosk_key.hpp"
#include "assessment/results/sealing.hpp"

namespace assessment {
namespace {

// Pending batches make the pool large, sealed ones most of all: more go turn by turn.
constexpr int most_at_once = 64;

std::string path_of(const PendingBatch& batch) {
  const bool is_plain = batch.form == BatchForm::plain;
  return "batches/" + batch.name + std::string(is_plain ? batch_suffix : sealed_suffix);
}

// Seals the pending batches to the campaign's trainers, where it has any.
Outcome seal_pending(std::vector<PendingBatch>& pending, const Campaign& campaign, Storage& storage) {
  if (campaign.trainer_keys.empty()) return Done{};
  const auto kiosk = open_kiosk_key(storage);
  if (!kiosk) return kiosk.faults();
  for (PendingBatch& batch : pending) {
    auto sealed = seal_batch(batch.bytes, *kiosk, campaign.trainer_keys);
    if (!sealed) return sealed.faults();
    wipe(batch.bytes);
    batch.bytes = *std::move(sealed);
    batch.form = BatchForm::sealed;
  }
  return Done{};
}

// How many whole batches the group may give while hold_back results stay.
int batches_due(const PoolGroup& group, const Campaign& campaign) {
  if (group.origin.campaign != campaign.id) return 0;
  const int waiting = static_cast<int>(group.records.size());
  return std::max(0, waiting - campaign.hold_back) / campaign.batch;
}

// Makes what is due pending.
void take_due(PoolContent& content, const Campaign& campaign, const Date& today, Random& random) {
  for (PoolGroup& group : content.groups) {
    const int room = most_at_once - static_cast<int>(content.pending.size());
    const int due = std::min(batches_due(group, campaign), room);
    if (due > 0) random.shuffle(group.records);
    for (int i = 0; i < due; ++i) take_batch(content, group, campaign.batch, campaign, today, random);
  }
}

}  // namespace

Expected<int> finish_pending(Pool& pool, Storage& storage, Random& random) {
  if (pool.content().pending.empty()) return 0;
  // Both generations must know of the batch before anyone can see it: were it known to one alone and
  // that one lost, its people would be counted again from the other.
  const auto settled = pool.settle();
  if (!settled) return settled.faults();
  for (const PendingBatch& batch : pool.content().pending) {
    const auto published =
        publish_once(storage, path_of(batch), batch.bytes, {Access::group_may_read, batch.modified});
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

  for (int released = *finished;;) {
    PoolContent next = pool.content();
    take_due(next, campaign, today, random);
    if (next.pending.empty()) return released;
    const auto published = publish_taken(pool, storage, std::move(next), campaign, today, random);
    if (!published) return published;
    released += *published;
  }
}

void take_batch(PoolContent& content, PoolGroup& group, int count, const Campaign& campaign,
                const Date& today, Random& random) {
  Batch batch;
  batch.records.assign(std::make_move_iterator(group.records.end() - count),
                       std::make_move_iterator(group.records.end()));
  group.records.erase(group.records.end() - count, group.records.end());
  const auto is_role_specific = [&](std::string_view item) {
    return std::ranges::binary_search(group.origin.role_specific_items, item);
  };
  group_small_roles(batch.records, campaign.role_minimum, is_role_specific);
  auto languages = take_languages(batch.records, campaign.role_minimum);

  batch.header = {.campaign = group.origin.campaign,
                  .site = group.origin.site,
                  .period = period_label(today, campaign.period),
                  .bank = group.origin.bank,
                  .kiosk = content.kiosk,
                  .sequence = content.sequence + 1,
                  .previous = content.previous,
                  .records = count,
                  .respondents = group.origin.respondents,
                  .languages = std::move(languages)};
  content.pending.push_back({.name = random.hex_name(),
                             .modified = period_start(today, campaign.period),
                             .bytes = to_lines(batch)});
  content.sequence = batch.header.sequence;
  content.previous = blake2b_hex(content.pending.back().bytes);
}

Expected<int> publish_taken(Pool& pool, Storage& storage, PoolContent content, const Campaign& campaign,
                            const Date& today, Random& random) {
  content.last_release = today;
  const auto sealed = seal_pending(content.pending, campaign, storage);
  if (!sealed) return sealed.faults();
  const auto decided = pool.replace(std::move(content), random);
  if (!decided) return decided.faults();
  return finish_pending(pool, storage, random);
}

}  // namespace assessment
