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

// Opens and locks a data folder that is there; none is ever made. Codes: "cannot-read", and those of
// storage.hpp ("folder-in-use": the kiosk runs).
assessment::Expected<std::unique_ptr<assessment::Storage>> open_data_folder(const std::string& folder);

// The same with its pool, which must be there too ("no-pool").
struct OpenPool {
  std::unique_ptr<assessment::Storage> storage{};
  assessment::Random random;
  assessment::Pool pool;
};
assessment::Expected<OpenPool> open_pool(const std::string& folder);

// The campaign of a file; "": that of a kiosk without a campaign file.
assessment::Expected<assessment::Campaign> read_campaign(const std::string& path);

// Today in UTC.
assessment::Date today();

}  // namespace app
