// skills campaign: all that is done with campaign files.
#include "app/command_line/campaign_commands.hpp"

namespace app {

void add_campaign_command(CLI::App& app, int& status) {
  CLI::App* campaign = app.add_subcommand("campaign", "Check campaign files")->require_subcommand(1);
  add_campaign_check_command(*campaign, status);
}

}  // namespace app
