// From files to what the kiosk runs on: campaign, bank and the texts of the interface.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/core/model.hpp"
#include "app/core/strings.hpp"
#include "app/kiosk/options.hpp"
#include "app/platform/fonts.hpp"
#include "app/platform/png.hpp"
#include "assessment/base/expected.hpp"
#include "assessment/results/campaign.hpp"
#include "assessment/results/pool.hpp"

namespace app::kiosk {

// English and Welsh, from the share folder; without them nothing can be said to anyone.
assessment::Expected<Strings> load_strings(const std::string& share);

struct Assessment {
  Setup setup{};  // its bank is null when campaign or bank are broken: out of order
  assessment::Campaign campaign{};
  std::vector<assessment::PoolOrigin> origins{};  // of the banks, for their results
  platform::PictureFiles pictures{};          // of the banks and the site; what cannot be shown is left out
  std::optional<platform::FontFiles> font{};  // the site's own, without a fallback
  assessment::Diagnostics faults{};           // everything wrong with the files, warnings included
};

Assessment load_assessment(const Options& options, const std::string& share, const Strings& strings);

}  // namespace app::kiosk
