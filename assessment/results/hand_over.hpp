// From pool to pool: what too few people left behind at one kiosk joins the results of another.
//
// The file is a sealed one (sealing.hpp), signed by the kiosk that gives and sealed to the one that
// takes; its content is the line "skills-hand-over/1" and the groups as the pool keeps them (pool_text.hpp).
//
// Codes of faults, frozen: those of storage.hpp, sealing.hpp and kiosk_key.hpp; "nothing-waits",
// "hand-over-unfinished", "hand-over-repeated", "not-a-hand-over".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/base/crypto.hpp"
#include "assessment/base/expected.hpp"
#include "assessment/base/random.hpp"
#include "assessment/results/pool.hpp"
#include "assessment/results/storage.hpp"

namespace assessment {

// Gives everyone who waits in the pool away: publishes them as `name` in `folder`, sealed to `receiver`.
//
// First they go into the pool as a pending hand-over, then into the file, and only when that is on the disk
// does the pool forget them. After a fault or a crash anywhere, the same call goes on with the same
// bytes; "hand-over-unfinished" when it names another receiver, as the first file may be on its way.
// Batches that a release left pending are no part of it. `storage` is that of the pool.
Outcome hand_over(Pool& pool, Storage& storage, const PublicKey& receiver, Storage& folder,
                  const std::string& name, Random& random);

// Takes in what another kiosk gave: its people join the group of the same campaign, site and bank, or wait as
// a group of their own. Gives the origins of these groups. Each hand-over is taken once, also after a crash
// ("hand-over-repeated"). Success: both generations hold them. `givers` are the kiosks whose signature
// counts; `file` is for diagnostics.
Expected<std::vector<PoolOrigin>> take_over(Pool& pool, Storage& storage, std::string_view bytes,
                                            const std::string& file, const std::vector<PublicKey>& givers,
                                            Random& random);

}  // namespace assessment
