// skills: the command line for authors, trainers and scripts.
#include <fmt/format.h>

#include <cstdio>
#include <exception>

#include "app/command_line/commands.hpp"
#include "app/command_line/trainer_commands.hpp"

namespace {

int run(int argc, char** argv) {
  CLI::App app("Skills Kiosk: question banks, scores, and reports that protect every person in them");
  app.name("skills");
  app.set_version_flag("--version", KIOSK_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit status: 0 done; 1 the input has errors or a policy refuses; 2 wrong usage; 3 a file or device "
      "failed.");

  int status = app::status_done;
  app::add_bank_command(app, status);
  app::add_campaign_command(app, status);
  app::add_compare_command(app, status);
  app::add_items_command(app, status);
  app::add_keys_command(app, status);
  app::add_report_command(app, status);
  app::add_results_command(app, status);
  app::add_score_command(app, status);
  app::add_simulate_command(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool is_question = error.get_exit_code() == 0;  // --help, --version
    app.exit(error);
    return is_question ? app::status_done : app::status_wrong_usage;
  }
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {  // no memory, no randomness: nothing a caller could mend
    fmt::print(stderr, "skills: {}\n", error.what());
    return app::status_device_failed;
  }
}
