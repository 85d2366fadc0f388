// The subcommands of `skills results`, one file each.
#pragma once

#include "app/command_line/commands.hpp"

namespace app {

void add_results_open_command(CLI::App& results, int& status);

}  // namespace app
