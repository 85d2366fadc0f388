// skills results copy: the batches of a kiosk to a share or a stick.
#include <fmt/format.h>

#include <memory>
#include <set>
#include <string>

#include "app/command_line/data_folder.hpp"
#include "app/command_line/refusals.hpp"
#include "app/command_line/results_commands.hpp"
#include "assessment/results/outbox.hpp"

namespace app {
namespace {

struct CopyOptions {
  std::string data, to;
};

int copy(const CopyOptions& options) {
  const auto data = open_batches(options.data);
  if (!data) return refuse(data.faults());
  const auto outbox = assessment::open_outbox(options.to);
  if (!outbox) return refuse(outbox.faults());
  std::set<std::string> checked;
  const auto report = assessment::copy_batches(**data, **outbox, checked);
  fmt::print("{} batches copied to {}, {} were there\n", report.copied, options.to, report.present);
  return report.faults.empty() ? status_done : refuse(report.faults);
}

}  // namespace

void add_results_copy_command(CLI::App& results, int& status) {
  CLI::App* command =
      results.add_subcommand("copy", "Copy the batches of a kiosk to a share or a stick; may be repeated");
  const auto options = std::make_shared<CopyOptions>();
  command->add_option("--data", options->data, "The kiosk's data folder")->required()->type_name("DIR");
  command->add_option("--to", options->to, "A folder on the share or stick")->required()->type_name("FOLDER");
  command->callback([options, &status] { status = copy(*options); });
}

}  // namespace app
