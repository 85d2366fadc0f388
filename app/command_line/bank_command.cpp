// skills bank: all that is done with question banks.
#include "app/command_line/bank_commands.hpp"

namespace app {

void add_bank_command(CLI::App& app, int& status) {
  CLI::App* bank = app.add_subcommand("bank", "Work on question banks")->require_subcommand(1);
  add_bank_check_command(*bank, status);
  add_bank_diff_command(*bank, status);
  add_bank_export_command(*bank, status);
  add_bank_import_command(*bank, status);
  add_bank_new_command(*bank, status);
  add_bank_preview_command(*bank, status);
  add_bank_sign_command(*bank, status);
  add_bank_simulate_command(*bank, status);
  add_bank_verify_command(*bank, status);
}

}  // namespace app
