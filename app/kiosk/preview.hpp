// What an author sees of a bank while writing it.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/core/action.hpp"
#include "app/kiosk/loading.hpp"

namespace app::kiosk {

// Turns what was loaded into a preview: findings beside the bank, no time-outs.
void make_preview(Assessment& loaded, const Options& options);

// Asks whether the bank's file was saved since the last call; if so it is loaded again, its pictures in place
// of those in `loaded`. Everything referred to outlives the function returned.
std::function<std::optional<BankChanged>()> watch_bank(Assessment& loaded, const Options& options,
                                                       const std::string& share, const Strings& strings);

}  // namespace app::kiosk
