// A site's own logo and letters, from the files that its campaign names.
//
// Neither may stop people: what cannot be used is told, and the organisation's name and the kiosk's own
// letters stand in for it.
#pragma once

#include <optional>
#include <string>

#include "app/platform/fonts.hpp"
#include "app/platform/png.hpp"
#include "assessment/results/campaign.hpp"

namespace app::kiosk {

// The name of the logo among the pictures; no picture of a bank can have it.
inline constexpr const char* logo_picture = ":logo";

struct SiteLook {
  std::optional<platform::Pixels> logo{};
  std::optional<platform::FontFiles> font{};  // without a fallback
  assessment::Diagnostics warnings{};
};

// `campaign_file`: what the paths in `campaign` are relative to.
SiteLook load_site_look(const assessment::Campaign& campaign, const std::string& campaign_file);

}  // namespace app::kiosk
