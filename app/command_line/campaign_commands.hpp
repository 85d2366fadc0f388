// The subcommands of `skills campaign`, one file each.
#pragma once

#include "app/command_line/commands.hpp"

namespace app {

void add_campaign_check_command(CLI::App& campaign, int& status);

}  // namespace app
