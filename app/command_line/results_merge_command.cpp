// skills results merge: batches and archives -> one archive.
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/command_line/refusals.hpp"
#include "app/command_line/results_commands.hpp"
#include "app/command_line/trainer_keys.hpp"
#include "assessment/results/batch.hpp"
#include "assessment/results/merge.hpp"

namespace app {
namespace {

struct MergeOptions {
  std::vector<std::string> places;
  std::string out;
  TrainerKeyOptions keys;
};

int merge(const MergeOptions& options) {
  const std::filesystem::path out(options.out);
  const auto keys = read_trainer_keys(options.keys);
  if (!keys) return refuse(keys.faults());
  const auto folder = assessment::open_folder(out.has_parent_path() ? out.parent_path().string() : ".");
  if (!folder) return refuse(folder.faults());
  const auto merged =
      assessment::merge_results(options.places, **folder, out.filename().string(), *keys ? &**keys : nullptr);
  if (!merged) return refuse(merged.faults());
  print(merged->gaps);
  fmt::print("{} records of {} batches in {}\n", merged->records, merged->batches, options.out);
  return status_done;
}

std::string check_out(const std::string& path) {
  if (path.ends_with(assessment::batch_suffix)) return "";
  return fmt::format("give the archive a name that ends in {}, by which it is found",
                     assessment::batch_suffix);
}

}  // namespace

void add_results_merge_command(CLI::App& results, int& status) {
  CLI::App* command = results.add_subcommand(
      "merge", "Make one archive of batches and archives, in an order that tells nothing of them");
  const auto options = std::make_shared<MergeOptions>();
  command->add_option("DIR|FILE", options->places, "Folders of result files, and result files")->required();
  add_trainer_key_options(*command, options->keys);
  command->add_option("--out", options->out, "The archive, a new file: NAME.results.jsonl")
      ->required()
      ->check(check_out);
  command->callback([options, &status] { status = merge(*options); });
}

}  // namespace app
