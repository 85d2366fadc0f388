// How results leave the kiosk: a random batch at a time, at most once a day.
#pragma once

#include "assessment/base/expected.hpp"
#include "assessment/base/random.hpp"
#include "assessment/results/calendar.hpp"
#include "assessment/results/campaign.hpp"
#include "assessment/results/pool.hpp"
#include "assessment/results/storage.hpp"

namespace assessment {

// Publishes to "batches/" of `storage` what the campaign's rules allow on `today`, and gives the
// number of batches published, pending ones included.
//
// Due are groups of this campaign with at least batch + hold_back results, on a day other than that
// of the last release, whichever is later. As many batches leave as keep hold_back results behind;
// who leaves and in which order is chance.
//
// With trainer_keys the batches are sealed to these by the storage's kiosk key.
//
// First the batches go into the pool as pending, then they are published, then they leave the pool:
// after a fault or a crash anywhere, the next call goes on, and nothing is lost or doubled.
// Call it at start-up and at quiet moments, never because a visit ended.
Expected<int> release_if_due(Pool& pool, Storage& storage, const Campaign& campaign, const Date& today,
                             Random& random);

// Publishes what an earlier release left pending; gives the number of batches.
Expected<int> finish_pending(Pool& pool, Storage& storage, Random& random);

// What releases and the end of a campaign have in common. take_batch moves the last `count` people of
// `group`, which is one of `content`'s and was shuffled, into a new pending batch, in plain lines as yet.
void take_batch(PoolContent& content, PoolGroup& group, int count, const Campaign& campaign,
                const Date& today, Random& random);

// Saves `content` with its pending batches, sealed where the campaign has trainer_keys, as decided on
// `today`; then publishes them and gives their number. Precondition: all pending ones are from take_batch.
Expected<int> publish_taken(Pool& pool, Storage& storage, PoolContent content, const Campaign& campaign,
                            const Date& today, Random& random);

}  // namespace assessment
