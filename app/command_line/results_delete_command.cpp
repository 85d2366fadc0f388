// skills results delete: deletes what waits in a kiosk's pool.
#include <fmt/format.h>

#include <memory>
#include <string>

#include "app/command_line/data_folder.hpp"
#include "app/command_line/refusals.hpp"
#include "app/command_line/results_commands.hpp"
#include "assessment/results/closing.hpp"

namespace app {
namespace {

struct DeleteOptions {
  std::string data, confirmation;
};

int delete_results(const DeleteOptions& options) {
  auto opened = open_pool(options.data);
  if (!opened) return refuse(opened.faults());
  const auto deleted = assessment::delete_waiting(opened->pool, *opened->storage, opened->random);
  if (!deleted) return refuse(deleted.faults());
  fmt::print("the pool of {} is empty; its batches are as they were\n", options.data);
  return status_done;
}

std::string check_word(const std::string& word) {
  return word == "delete" ? "" : "write --confirm delete if the results are to be lost for ever";
}

}  // namespace

void add_results_delete_command(CLI::App& results, int& status) {
  CLI::App* command = results.add_subcommand(
      "delete", "Delete for ever all results that wait in a kiosk's pool; batches stay");
  const auto options = std::make_shared<DeleteOptions>();
  command->add_option("--data", options->data, "The kiosk's data folder; the kiosk must not be running")
      ->required()
      ->type_name("DIR");
  command->add_option("--confirm", options->confirmation, "The word delete")->required()->check(check_word);
  command->callback([options, &status] { status = delete_results(*options); });
}

}  // namespace app
