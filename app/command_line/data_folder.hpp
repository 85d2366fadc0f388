// The data folder of a kiosk, for the commands that work on one.
#pragma once

#include <memory>
#include <string>

#include "assessment/base/expected.hpp"
#include "assessment/base/random.hpp"
#include "assessment/results/campaign.hpp"
#include "assessment/results/pool.hpp"
#include "assessment/results/storage.hpp"

namespace app {

// Opens a data folder without locking it, for its batches, which never change: the kiosk may be running.
// None is ever made. Codes: "cannot-read", and those of storage.hpp.
assessment::Expected<std::unique_ptr<assessment::Storage>> open_batches(const std::string& folder);

// Opens and locks a data folder ("folder-in-use": the kiosk runs) with its pool, which must be there
// ("no-pool").
struct OpenPool {
  std::unique_ptr<assessment::Storage> storage{};
  assessment::Random random;
  assessment::Pool pool;
};
assessment::Expected<OpenPool> open_pool(const std::string& folder);

// The campaign of a file; "": that of a kiosk without a campaign file.
assessment::Expected<assessment::Campaign> read_campaign(const std::string& path);

}  // namespace app
