// skills-trainer: puts the parts together and decides nothing.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <utility>

#include "app/command_line/protected_tables.hpp"
#include "app/platform/automation.hpp"
#include "app/platform/background.hpp"
#include "app/platform/clock.hpp"
#include "app/platform/files.hpp"
#include "app/platform/folders.hpp"
#include "app/platform/trainer_loop.hpp"
#include "app/platform/window.hpp"
#include "app/trainer/desk.hpp"
#include "app/trainer/options.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/input_file.hpp"

namespace {

namespace platform = app::platform;
namespace trainer = app::trainer;

constexpr int refused = 1;
constexpr int wrong_usage = 2;
constexpr int device_failed = 3;
constexpr double seconds_between_looks = 2;  // at folders that may have changed
constexpr const char* languages[] = {"en", "cy"};

int fail(const assessment::Diagnostics& faults, int status) {
  for (const assessment::Diagnostic& fault : faults) fmt::print(stderr, "{}\n", to_text(fault));
  return status;
}

assessment::Expected<app::Strings> load_strings(const std::string& share) {
  std::vector<app::Catalogue> catalogues;
  for (const char* language : languages) {
    const std::string path = fmt::format("{}/assets/strings/trainer/{}.yaml", share, language);
    const auto bytes = assessment::read_file(path, assessment::largest_yaml);
    if (!bytes) return bytes.faults();
    auto catalogue = app::parse_catalogue(*bytes, path);
    if (!catalogue) return catalogue.faults();
    catalogues.push_back(std::move(catalogue).value());
  }
  return app::Strings(std::move(catalogues));
}

app::TrainerSetup setup_of(const trainer::Options& options) {
  app::TrainerSetup setup{.places = options.places, .folder = platform::home_folder()};
  setup.languages.assign(std::begin(languages), std::end(languages));
  setup.comfort.language = options.language;
  setup.comfort.text_size = options.text_size;
  setup.comfort.contrast = options.contrast;
  return setup;
}

// The background's thread alone touches the desk.
platform::TrainerWork work_of(trainer::Desk& desk, platform::Background& background) {
  return {
      .start =
          [&](const app::TrainerCommand& command) {
            if (std::holds_alternative<app::StopReading>(command)) return background.stop();
            background.start([&desk, command](const std::stop_token& stop, const platform::PostAction& post) {
              desk.carry_out(command, stop, post);
            });
          },
      .take_answers = [&] { return background.take(); }};
}

int run(const trainer::Options& options) {
  const auto share = platform::find_share_folder();
  if (!share) {
    fmt::print(stderr, "skills-trainer: its own files are missing; install it again\n");
    return device_failed;
  }
  const auto strings = load_strings(*share);
  if (!strings) return fail(strings.faults(), device_failed);
  const auto fonts = platform::find_fonts(*share);
  if (!fonts) return fail(fonts.faults(), device_failed);
  const auto policy = app::read_policy(options.policy);
  if (!policy) return fail(policy.faults(), refused);
  auto keys = app::read_trainer_keys(options.keys);
  if (!keys) return fail(keys.faults(), refused);

  trainer::Desk desk({.banks = options.banks,
                      .policy = *policy,
                      .ledger = options.ledger,
                      .keys = std::move(keys).value(),
                      .out = options.out.empty() ? platform::documents_folder() : options.out,
                      .languages = {std::begin(languages), std::end(languages)}});
  const platform::SystemClock system_clock;
  platform::SteppedClock stepped_clock(system_clock.today());
  const platform::Clock& clock =
      options.is_automated ? static_cast<const platform::Clock&>(stepped_clock) : system_clock;
  platform::Window window(options.window);
  platform::Background background(
      platform::wake_window,
      [&desk](const std::stop_token&, const platform::PostAction& post) { desk.look(post); },
      seconds_between_looks);
  platform::TrainerLoop loop(setup_of(options), *strings, *fonts, window, clock, work_of(desk, background));
  if (options.is_automated) {
    platform::Automation(loop, window, stepped_clock, nullptr).run();
  } else {
    loop.run();
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  try {
    const auto options = trainer::parse_options(count, words);
    if (const auto* exit = std::get_if<trainer::Exit>(&options)) return exit->status;
    return run(std::get<trainer::Options>(options));
  } catch (const CLI::ParseError& error) {  // one of --key and --trust without the other
    fmt::print(stderr, "{}\n", error.what());
    return wrong_usage;
  } catch (const std::exception& fault) {
    fmt::print(stderr, "skills-trainer: {}\n", fault.what());
    return device_failed;
  }
}
