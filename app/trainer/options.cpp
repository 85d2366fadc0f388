#include "app/trainer/options.hpp"

#include <CLI/CLI.hpp>

namespace app::trainer {

namespace {

constexpr int wrong_usage = 2;

}  // namespace

std::variant<Options, Exit> parse_options(int count, const char* const* words) {
  Options options;
  std::string window, contrast;
  CLI::App program("Shows trainers what a workforce needs, from the result files of kiosks",
                   "skills-trainer");
  program.set_version_flag("--version", std::string("skills-trainer ") + KIOSK_VERSION);
  program.add_option("DIR", options.places, "Folders of result files, and result files");
  program.add_option("--bank", options.banks, "Question bank (YAML) for titles and labels; may be repeated")
      ->allow_extra_args(false)
      ->type_name("FILE");
  program.add_option("--policy", options.policy, "Disclosure rules (YAML) in place of the defaults")
      ->type_name("FILE");
  program
      .add_option("--ledger", options.ledger,
                  "What was given out before (in your state folder): keeps figures from being subtracted")
      ->type_name("FILE");
  add_trainer_key_options(program, options.keys);
  program.add_option("--out", options.out, "Folder that figures are saved in (your documents)")
      ->type_name("DIR");
  program.add_option("--window", window, "Size of the window in pixels (1280x800)")->type_name("WxH");
  program.add_option("--language", options.language, "Language to begin with")
      ->check(CLI::IsMember({"en", "cy"}));
  program.add_option("--text-size", options.text_size, "Percent: 100, 125, 150 or 200")
      ->check(CLI::IsMember({100, 125, 150, 200}));
  program.add_option("--contrast", contrast, "normal or high")->check(CLI::IsMember({"normal", "high"}));
  program.add_flag("--automation", options.is_automated, "Take JSON commands from standard input, for tests");
  try {
    program.parse(count, words);
    if (!window.empty()) {
      const auto size = platform::parse_window_size(window);
      if (!size) throw CLI::ValidationError("--window", "give the size as WIDTHxHEIGHT, such as 1280x800");
      options.window = *size;
    }
  } catch (const CLI::ParseError& error) {
    const bool is_question = error.get_exit_code() == 0;
    program.exit(error);
    return Exit{is_question ? 0 : wrong_usage};
  }
  if (contrast == "high") options.contrast = Contrast::high;
  return options;
}

}  // namespace app::trainer
