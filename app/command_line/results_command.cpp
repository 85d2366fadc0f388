// skills results: all that is done with the files of batches.
#include "app/command_line/results_commands.hpp"

namespace app {

void add_results_command(CLI::App& app, int& status) {
  CLI::App* results = app.add_subcommand("results", "Handle the files of results")->require_subcommand(1);
  add_results_open_command(*results, status);
}

}  // namespace app
