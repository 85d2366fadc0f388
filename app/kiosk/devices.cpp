#include "app/kiosk/devices.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <utility>

#include "app/platform/log.hpp"

namespace app::kiosk {

std::unique_ptr<platform::Speech> open_voice(const Options& options, bool has_sound) {
  const bool is_asked = !options.is_automated || options.is_read_aloud == true;
  std::unique_ptr<platform::Speech> voice = std::make_unique<platform::NullSpeech>();
  using enum platform::Daemon;
  if (has_sound && is_asked)
    voice =
        platform::open_speech(platform::wake_window, options.is_automated ? as_it_is : started_if_need_be);
  if (options.is_automated) return std::make_unique<platform::RecordingSpeech>(std::move(voice));
  return voice;
}

void set_up_speech(Setup& setup, const platform::Speech& speech, bool has_sound) {
  setup.can_speak = has_sound && speech.is_available();
  if (!setup.can_speak) setup.comfort.is_read_aloud = false;
  setup.comfort.volume = speech.installed_volume();
  setup.comfort.rate = speech.installed_rate();
  if (has_sound && !speech.is_available()) {
    platform::log_to_standard_error(platform::Event::speech_missing);
  }
}

std::optional<platform::Printer> find_printer(const assessment::Campaign& campaign) {
  if (campaign.kiosk.printer.empty()) return std::nullopt;
  platform::Printer printer(campaign.kiosk.printer);
  if (!printer.is_there()) {
    platform::log_to_standard_error(platform::Event::printer_missing);
    return std::nullopt;
  }
  if (printer.keeps_jobs()) {
    platform::log_to_standard_error(platform::Event::printer_keeps_jobs);
    return std::nullopt;
  }
  return printer;
}

void set_up_glass(platform::Window& window, const assessment::KioskSettings& kiosk) {
  platform::Glass glass{.viewing_mm = static_cast<float>(kiosk.viewing_mm)};
  if (kiosk.screen_mm) glass.width_mm = static_cast<float>(kiosk.screen_mm->width_mm);
  window.set_glass(glass);
  if (can_be_large(window.screen())) return;
  fmt::print(
      stderr,
      "skills-kiosk: warning: this screen is too small to be read from {} mm: the largest text is lower "
      "than EN 301 549 asks for; use a larger screen, or set viewing_mm and screen_mm as they are\n",
      kiosk.viewing_mm);
}

}  // namespace app::kiosk
