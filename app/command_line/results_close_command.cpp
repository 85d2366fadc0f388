// skills results close: the end of a campaign.
#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "app/command_line/data_folder.hpp"
#include "app/command_line/ledger_file.hpp"
#include "app/command_line/refusals.hpp"
#include "app/command_line/results_commands.hpp"
#include "assessment/results/closing.hpp"

namespace app {
namespace {

struct CloseOptions {
  std::string data, campaign;
};

void print_waiting(const assessment::Closing& closing, int batch) {
  for (const auto& origin : closing.too_few) {
    fmt::print(
        stderr,
        "warning: fewer than {} results of campaign {}, site {}, bank {} stay in the pool, as so few would "
        "not be hidden among each other: give them to another kiosk with 'skills results hand-over', or "
        "delete them with 'skills results delete'\n",
        batch, origin.campaign, origin.site, bank_name(origin.bank));
  }
  for (const auto& origin : closing.of_others) {
    fmt::print(
        stderr,
        "warning: results of campaign {}, site {}, bank {} stay in the pool: close that campaign with its "
        "own --campaign FILE\n",
        origin.campaign, origin.site, bank_name(origin.bank));
  }
}

int close_kiosk(const CloseOptions& options) {
  const auto campaign = read_campaign(options.campaign);
  if (!campaign) return refuse(campaign.faults());
  auto opened = open_pool(options.data);
  if (!opened) return refuse(opened.faults());
  const auto closing =
      assessment::close_campaign(opened->pool, *opened->storage, *campaign, today(), opened->random);
  if (!closing) return refuse(closing.faults());
  fmt::print("{} batches released to {}/batches\n", closing->batches, options.data);
  print_waiting(*closing, campaign->batch);
  // Who is about to wipe the disk must not take silence for an empty pool.
  return closing->too_few.empty() && closing->of_others.empty() ? status_done : status_refused;
}

}  // namespace

void add_results_close_command(CLI::App& results, int& status) {
  CLI::App* command = results.add_subcommand(
      "close", "End a campaign: release all that is left as a batch, where that is enough people");
  command->footer("Exit status 1 when results stay in the pool.");
  const auto options = std::make_shared<CloseOptions>();
  command->add_option("--data", options->data, "The kiosk's data folder; the kiosk must not be running")
      ->required()
      ->type_name("DIR");
  command->add_option("--campaign", options->campaign, "The campaign (YAML); without it, the demonstration")
      ->type_name("FILE");
  command->callback([options, &status] { status = close_kiosk(*options); });
}

}  // namespace app
