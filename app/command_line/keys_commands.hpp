// The subcommands of `skills keys`, one file each.
#pragma once

#include "app/command_line/commands.hpp"

namespace app {

void add_keys_new_command(CLI::App& keys, int& status);
void add_keys_pin_command(CLI::App& keys, int& status);
void add_keys_show_command(CLI::App& keys, int& status);

}  // namespace app
