// skills results: all that is done with pools, batches and archives.
#include "app/command_line/results_commands.hpp"

namespace app {

void add_results_command(CLI::App& app, int& status) {
  CLI::App* results =
      app.add_subcommand("results", "Check, merge and move the results of kiosks")->require_subcommand(1);
  add_results_close_command(*results, status);
  add_results_copy_command(*results, status);
  add_results_delete_command(*results, status);
  add_results_hand_over_command(*results, status);
  add_results_merge_command(*results, status);
  add_results_open_command(*results, status);
  add_results_verify_command(*results, status);
}

}  // namespace app
