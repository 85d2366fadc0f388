// Keys under `kiosk` whose values have a form of their own; for campaign.cpp.
#pragma once

#include <optional>
#include <string>

#include "assessment/bank/fields.hpp"
#include "assessment/results/campaign.hpp"

namespace assessment {

// "20:00-06:00", at least two hours: the kiosk looks for a release at least that often.
std::optional<QuietHours> read_quiet_hours(const Fields& kiosk);

// An Argon2id string; "": no such key.
std::string read_admin_pin(const Fields& kiosk);

// "primary", a number from 1, or the name of a monitor; "": primary.
std::string read_monitor(const Fields& kiosk);

}  // namespace assessment
