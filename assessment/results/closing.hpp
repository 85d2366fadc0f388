// The end of a campaign: what is left in the pool leaves as a batch, or waits for a decision.
#pragma once

#include <vector>

#include "assessment/base/expected.hpp"
#include "assessment/base/random.hpp"
#include "assessment/results/calendar.hpp"
#include "assessment/results/campaign.hpp"
#include "assessment/results/pool.hpp"
#include "assessment/results/storage.hpp"

namespace assessment {

struct Closing {
  int batches = 0;                      // published, those left pending by an earlier release too
  std::vector<PoolOrigin> too_few{};    // of this campaign: at least one person stays, fewer than its `batch`
  std::vector<PoolOrigin> of_others{};  // of other campaigns: their people stay, however many

  bool operator==(const Closing&) const = default;
};

// Releases all people of each group of the campaign as one batch, where they are at least its `batch`;
// nobody is held back. As with a release, a fault or crash anywhere is made up for by the next call, and
// a call with nothing to do changes nothing.
Expected<Closing> close_campaign(Pool& pool, Storage& storage, const Campaign& campaign, const Date& today,
                                 Random& random);

// Deletes everyone who waits in the pool, of all campaigns; what a release has left pending is published, not
// deleted. Success: neither generation holds them any more. The chain of batches stays, so that
// the kiosk can go on. Refused ("hand-over-unfinished") while results are on their way to another kiosk.
Outcome delete_waiting(Pool& pool, Storage& storage, Random& random);

}  // namespace assessment
