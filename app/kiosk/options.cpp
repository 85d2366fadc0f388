#include "app/kiosk/options.hpp"

#include <CLI/CLI.hpp>
#include <map>

namespace app::kiosk {

namespace {

constexpr int wrong_usage = 2;

struct Words {
  std::string window{}, contrast{}, speech{};
  bool is_full_screen = false, is_preview = false, is_locked_down = false;
};

void declare(CLI::App& program, Options& options, Words& words, int& text_size, std::uint64_t& seed) {
  program.set_version_flag("--version", std::string(KIOSK_VERSION));
  program.add_option("--campaign", options.campaign, "What the site decides about its kiosk")
      ->type_name("FILE");
  program.add_option("--bank", options.bank, "The questions, in place of the campaign's")->type_name("FILE");
  program.add_option("--data", options.data, "Where results wait, in place of the user's own folder")
      ->type_name("DIR");
  auto* window =
      program.add_option("--window", words.window, "Run in a window of this many pixels")->type_name("WxH");
  program.add_flag("--fullscreen", words.is_full_screen, "Fill the screen (as without --window)")
      ->excludes(window);
  program.add_option("--language", options.language, "Language to begin with, such as en or cy")
      ->type_name("TAG");
  program.add_option("--text-size", text_size, "Percent: 100, 125, 150 or 200")
      ->check(CLI::IsMember({100, 125, 150, 200}));
  program.add_option("--contrast", words.contrast, "normal or high")
      ->check(CLI::IsMember({"normal", "high"}));
  program.add_option("--speech", words.speech, "Read aloud from the start of each visit: on or off")
      ->check(CLI::IsMember({"on", "off"}));
  program.add_flag("--preview", words.is_preview,
                   "Show a bank to its author: follows the file, keeps nothing");
  auto* automation =
      program.add_flag("--automation", options.is_automated,
                       "Take JSON commands from standard input, for tests and assistive tools");
  program.add_flag("--lock-down", words.is_locked_down, "Leave no way out of the kiosk");
  program.add_option("--seed", seed, "Repeat the same chances; with --automation")
      ->type_name("N")
      ->needs(automation);
}

Exit refuse(const CLI::App& program, const std::string& text) {
  return {program.exit(CLI::ValidationError(text, wrong_usage)) == 0 ? 0 : wrong_usage};
}

}  // namespace

std::variant<Options, Exit> parse_options(int count, const char* const* words_given) {
  CLI::App program("Anonymous digital-skills self-assessment on a shared terminal.", "skills-kiosk");
  Options options;
  Words words;
  int text_size = 100;
  std::uint64_t seed = 0;
  declare(program, options, words, text_size, seed);
  try {
    program.parse(count, words_given);
  } catch (const CLI::ParseError& error) {
    return Exit{program.exit(error) == 0 ? 0 : wrong_usage};
  }
  if (!words.speech.empty()) options.is_read_aloud = words.speech == "on";
  options.is_preview = words.is_preview;
  if (options.is_preview && options.bank.empty())
    return refuse(program, "--preview: name the bank to look at with --bank FILE");
  if (options.is_preview && !options.campaign.empty())
    return refuse(program, "--preview: shows a bank by itself; leave --campaign out");
  options.is_locked_down = words.is_locked_down;
  if (options.is_locked_down && (options.is_automated || options.is_preview || !words.window.empty()))
    return refuse(program,
                  "--lock-down: fills the screen and lets nobody out; leave --automation, --preview and "
                  "--window away");
  if (!words.window.empty()) {
    options.window = platform::parse_window_size(words.window);
    if (!options.window)
      return refuse(program, "--window: write width and height in pixels, such as 1280x720");
  }
  if (program.count("--text-size") > 0) options.text_size = text_size;
  if (program.count("--seed") > 0) options.seed = seed;
  if (!words.contrast.empty())
    options.contrast = words.contrast == "high" ? Contrast::high : Contrast::normal;
  return options;
}

}  // namespace app::kiosk
