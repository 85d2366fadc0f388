// skills-kiosk: puts the parts together and decides nothing.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <optional>
#include <utility>

#include "app/kiosk/devices.hpp"
#include "app/kiosk/loading.hpp"
#include "app/kiosk/options.hpp"
#include "app/kiosk/preview.hpp"
#include "app/platform/automation.hpp"
#include "app/platform/clock.hpp"
#include "app/platform/commands.hpp"
#include "app/platform/files.hpp"
#include "app/platform/fonts.hpp"
#include "app/platform/log.hpp"
#include "app/platform/loop.hpp"
#include "app/platform/process_memory.hpp"
#include "app/platform/window.hpp"
#include "assessment/base/crypto.hpp"
#include "assessment/base/random.hpp"

namespace {

namespace kiosk = app::kiosk;
namespace platform = app::platform;

constexpr int wrong_usage = 2;
constexpr int device_failed = 3;

void print(const assessment::Diagnostics& faults) {
  for (const assessment::Diagnostic& fault : faults) fmt::print(stderr, "{}\n", to_text(fault));
}

int run(const kiosk::Options& options) {
  platform::refuse_dumps();
  if (!options.is_preview && !platform::lock_memory()) {
    platform::log_to_standard_error(platform::Event::memory_not_locked);
  }
  const auto share = platform::find_share_folder();
  if (!share) {
    fmt::print(stderr, "skills-kiosk: its own files are missing; install it again\n");
    return device_failed;
  }
  const auto strings = kiosk::load_strings(*share);
  const auto fonts = platform::find_fonts(*share);
  if (!strings) print(strings.faults());
  if (!fonts) print(fonts.faults());
  if (!strings || !fonts) return device_failed;

  kiosk::Assessment loaded = kiosk::load_assessment(options, *share, *strings);
  app::Setup& setup = loaded.setup;
  if (options.is_preview) {
    kiosk::make_preview(loaded, options);
  } else {
    print(loaded.faults);
  }
  if (std::ranges::find(setup.languages, setup.comfort.language) == setup.languages.end()) {
    if (setup.bank) {
      fmt::print(stderr, "--language: \"{}\" is not one of {}\n", setup.comfort.language,
                 fmt::join(setup.languages, ", "));
      return wrong_usage;
    }
    setup.comfort.language = setup.languages.front();
  }

  if (setup.is_locked_down && (options.is_automated || options.window)) {
    fmt::print(stderr, "{}: locks the kiosk down; leave --automation and --window away\n", options.campaign);
    return wrong_usage;
  }
  // Scripted hands do not tremble, and their clock stands still between two presses.
  if (options.is_automated) setup.double_strike = 0;

  auto random =
      options.seed ? assessment::Random(*options.seed) : assessment::Random(assessment::system_seed());
  std::optional<platform::Keeper> keeper;
  if (setup.bank && !options.is_preview) {  // a preview keeps nothing
    auto opened = platform::open_keeper(options.data.empty() ? platform::default_data_folder() : options.data,
                                        loaded.campaign, loaded.origins, random);
    if (opened) {
      keeper = std::move(opened).value();
    } else {
      print(opened.faults());
      setup.bank = nullptr;
    }
  }

  const bool has_sound = loaded.campaign.kiosk.sound != assessment::KioskSound::off;
  const auto speech = kiosk::open_voice(options, has_sound);
  kiosk::set_up_speech(setup, *speech, has_sound);

  platform::SystemClock system_clock;
  platform::SteppedClock stepped_clock(system_clock.today());
  const platform::Clock& clock =
      options.is_automated ? static_cast<const platform::Clock&>(stepped_clock) : system_clock;
  platform::Commands commands(std::move(keeper), clock, random);
  if (auto printer = kiosk::find_printer(loaded.campaign)) {
    setup.has_printer = true;
    commands.set_printer(*std::move(printer));
  }
  platform::Window window(options.window, loaded.campaign.kiosk.monitor);
  kiosk::set_up_glass(window, loaded.campaign.kiosk);
  if (loaded.font) loaded.font->fallback = fonts->regular;
  const platform::FontFiles& letters = loaded.font ? *loaded.font : *fonts;
  platform::Loop loop(setup, *strings, letters, loaded.pictures, window, clock, commands, *speech,
                      options.is_preview ? kiosk::watch_bank(loaded, options, *share, *strings) : nullptr);
  if (options.is_automated) {
    auto* record = dynamic_cast<platform::RecordingSpeech*>(speech.get());
    platform::Automation(loop, window, stepped_clock, record).run();
  } else {
    loop.run();
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  try {
    const auto options = kiosk::parse_options(count, words);
    if (const auto* exit = std::get_if<kiosk::Exit>(&options)) return exit->status;
    return run(std::get<kiosk::Options>(options));
  } catch (const std::exception& fault) {
    fmt::print(stderr, "skills-kiosk: {}\n", fault.what());
    return device_failed;
  }
}
