// The subcommands of `skills` about people's results and items, one file each.
#pragma once

#include <CLI/CLI.hpp>

namespace app {

void add_compare_command(CLI::App& app, int& status);
void add_items_command(CLI::App& app, int& status);

}  // namespace app
