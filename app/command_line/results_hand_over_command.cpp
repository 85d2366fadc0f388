// skills results hand-over: the results that wait in one kiosk's pool join those of another.
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/command_line/data_folder.hpp"
#include "app/command_line/key_files.hpp"
#include "app/command_line/refusals.hpp"
#include "app/command_line/results_commands.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/results/hand_over.hpp"
#include "assessment/results/sealing.hpp"

namespace app {
namespace {

struct HandOverOptions {
  std::string data, to, out, from;
  std::vector<std::string> trusted;
};

int give(const HandOverOptions& options) {
  const auto receiver = read_public_key_file(options.to);
  if (!receiver) return refuse(receiver.faults());
  const std::filesystem::path out(options.out);
  const auto folder = assessment::open_folder(out.has_parent_path() ? out.parent_path().string() : ".");
  if (!folder) return refuse(folder.faults());
  auto opened = open_pool(options.data);
  if (!opened) return refuse(opened.faults());
  const auto given = assessment::hand_over(opened->pool, *opened->storage, *receiver, **folder,
                                           out.filename().string(), opened->random);
  if (!given) return refuse(given.faults());
  fmt::print(
      "The results that waited in {} are in {} and nowhere else: keep it until the other kiosk has taken it "
      "in.\n",
      options.data, options.out);
  return status_done;
}

int take(const HandOverOptions& options) {
  std::vector<assessment::PublicKey> givers;
  for (const std::string& path : options.trusted) {
    const auto key = read_public_key_file(path);
    if (!key) return refuse(key.faults());
    givers.push_back(*key);
  }
  const auto bytes = assessment::read_file(options.from, assessment::largest_sealed_file);
  if (!bytes) return refuse(bytes.faults());
  auto opened = open_pool(options.data);
  if (!opened) return refuse(opened.faults());
  const auto taken =
      assessment::take_over(opened->pool, *opened->storage, *bytes, options.from, givers, opened->random);
  if (!taken) return refuse(taken.faults());
  for (const auto& origin : *taken) {
    fmt::print("results of campaign {}, site {}, bank {} are now in the pool of {}\n", origin.campaign,
               origin.site, bank_name(origin.bank), options.data);
  }
  return status_done;
}

}  // namespace

void add_results_hand_over_command(CLI::App& results, int& status) {
  CLI::App* command = results.add_subcommand(
      "hand-over", "Give the results that wait in a kiosk's pool to another kiosk, or take such results in");
  const auto options = std::make_shared<HandOverOptions>();
  command->add_option("--data", options->data, "The kiosk's data folder; the kiosk must not be running")
      ->required()
      ->type_name("DIR");
  CLI::Option* to =
      command->add_option("--to", options->to, "Give: the public key of the kiosk that is to have them")
          ->type_name("FILE");
  CLI::Option* out = command->add_option("--out", options->out, "Give: the file to carry over, a new one")
                         ->type_name("FILE");
  CLI::Option* from = command->add_option("--from", options->from, "Take: the file that another kiosk gave")
                          ->type_name("FILE");
  CLI::Option* trust =
      command->add_option("--trust", options->trusted, "Take: public keys of kiosks that may have given it")
          ->type_name("FILE...");
  to->needs(out)->excludes(from);
  out->needs(to);
  from->needs(trust);
  trust->needs(from);
  command->callback([options, &status] {
    if (options->to.empty() == options->from.empty()) {
      throw CLI::ValidationError("hand-over", "give with --to and --out, or take with --from and --trust");
    }
    status = options->from.empty() ? give(*options) : take(*options);
  });
}

}  // namespace app
