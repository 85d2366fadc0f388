// What stands beside the kiosk: its voice, its printer and its glass, as the campaign describes them.
#pragma once

#include <memory>
#include <optional>

#include "app/core/model.hpp"
#include "app/kiosk/options.hpp"
#include "app/platform/printer.hpp"
#include "app/platform/speech.hpp"
#include "app/platform/window.hpp"
#include "assessment/results/campaign.hpp"

namespace app::kiosk {

// With --automation a RecordingSpeech, above the real voice only where --speech on asks for it.
std::unique_ptr<platform::Speech> open_voice(const Options& options, bool has_sound);

// Whether there is a voice, and how loud and fast visits begin. Logs once where one is missing.
void set_up_speech(Setup& setup, const platform::Speech& speech, bool has_sound);

// None where the campaign names none, or where it cannot be used; says so in the log.
std::optional<platform::Printer> find_printer(const assessment::Campaign& campaign);

// Says on standard error when the screen is too small for the distance from which it is read.
void set_up_glass(platform::Window& window, const assessment::KioskSettings& kiosk);

}  // namespace app::kiosk
