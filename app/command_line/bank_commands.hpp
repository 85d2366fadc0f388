// The subcommands of `skills bank`, one file each.
#pragma once

#include "app/command_line/commands.hpp"

namespace app {

void add_bank_check_command(CLI::App& bank, int& status);
void add_bank_diff_command(CLI::App& bank, int& status);
void add_bank_export_command(CLI::App& bank, int& status);
void add_bank_import_command(CLI::App& bank, int& status);
void add_bank_new_command(CLI::App& bank, int& status);
void add_bank_preview_command(CLI::App& bank, int& status);
void add_bank_sign_command(CLI::App& bank, int& status);
void add_bank_simulate_command(CLI::App& bank, int& status);
void add_bank_verify_command(CLI::App& bank, int& status);

}  // namespace app
