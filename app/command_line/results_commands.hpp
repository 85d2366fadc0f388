// The subcommands of `skills results`, one file each.
#pragma once

#include "app/command_line/commands.hpp"

namespace app {

void add_results_close_command(CLI::App& results, int& status);
void add_results_copy_command(CLI::App& results, int& status);
void add_results_delete_command(CLI::App& results, int& status);
void add_results_hand_over_command(CLI::App& results, int& status);
void add_results_merge_command(CLI::App& results, int& status);
void add_results_open_command(CLI::App& results, int& status);
void add_results_verify_command(CLI::App& results, int& status);

}  // namespace app
