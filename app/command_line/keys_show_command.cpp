// skills keys show: the public half of a key, for others to trust.
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "app/command_line/key_files.hpp"
#include "app/command_line/keys_commands.hpp"
#include "app/command_line/output_file.hpp"
#include "app/command_line/refusals.hpp"
#include "assessment/base/key_text.hpp"
#include "assessment/results/kiosk_key.hpp"

namespace app {
namespace {

using assessment::Expected;
using assessment::PublicKey;

Expected<PublicKey> read_public_half(const std::string& path) {
  auto key = read_public_key_file(path);
  if (key || key.faults().front().code != "secret-key") return key;
  const auto secret = read_secret_key_file(path);
  if (!secret) return secret.faults();
  return secret->public_key();
}

int show_key(const std::string& place) {
  std::error_code error;
  const bool is_folder = std::filesystem::is_directory(place, error);
  const auto path = is_folder ? (std::filesystem::path(place) / assessment::kiosk_key_name).string() : place;
  const auto key = read_public_half(path);
  if (!key) {
    print(key.faults());
    if (is_folder) fmt::print(stderr, "A kiosk makes its key when it first starts with this data folder.\n");
    return status_of(key.faults());
  }
  const auto written = write_to_standard_output(assessment::to_text(*key) + "\n");
  if (written) return status_done;
  print(written.faults());
  return status_device_failed;
}

}  // namespace

void add_keys_show_command(CLI::App& keys, int& status) {
  CLI::App* show = keys.add_subcommand(
      "show", "Print the public half of a key: what others need to trust a kiosk or to seal to a trainer");
  const auto place = std::make_shared<std::string>();
  show->add_option("DIR|FILE", *place, "A kiosk's data folder, or a .key or .pub file")->required();
  show->callback([place, &status] { status = show_key(*place); });
}

}  // namespace app
