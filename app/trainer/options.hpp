// The command line of skills-trainer.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/command_line/trainer_keys.hpp"
#include "app/core/action.hpp"
#include "app/platform/window.hpp"

namespace app::trainer {

struct Options {
  std::vector<std::string> places{}, banks{};
  std::string policy{}, ledger{};  // files; empty: the defaults
  std::string out{};               // folder that figures are saved in; empty: the user's documents
  TrainerKeyOptions keys{};
  platform::WindowSize window{1280, 800};
  std::string language{"en"};
  int text_size = 100;
  Contrast contrast = Contrast::normal;
  bool is_automated = false;
};

// The program is to end now, with this status: --help, --version or wrong usage.
struct Exit {
  int status = 0;
};

// Says on standard error what is wrong with the command line.
std::variant<Options, Exit> parse_options(int count, const char* const* words);

}  // namespace app::trainer
