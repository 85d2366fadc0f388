#include "app/command_line/trainer_keys.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <utility>

#include "app/command_line/key_files.hpp"
#include "app/command_line/refusals.hpp"
#include "assessment/base/crypto.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/base/key_text.hpp"

namespace app {
namespace {

using assessment::Diagnostics;
using assessment::Expected;
using assessment::PublicKey;

constexpr std::size_t largest_trust_file = 1024 * 1024;  // bytes

void append(Diagnostics& all, const Diagnostics& more) {
  all.insert(all.end(), more.begin(), more.end());
}

Expected<std::vector<PublicKey>> read_trust_file(const std::string& path) {
  auto text = assessment::read_file(path, largest_trust_file);
  if (!text) return text.faults();
  auto keys = assessment::parse_public_keys(*text, path);
  assessment::wipe(*text);  // it may be a secret key by mistake
  return keys;
}

}  // namespace

void add_trainer_key_options(CLI::App& command, TrainerKeyOptions& options) {
  command.add_option("--key", options.key, "Your secret key, NAME.key, which opens sealed batches")
      ->type_name("FILE");
  command
      .add_option("--trust", options.trusted,
                  "Public keys of kiosks whose sealed batches count, one a line; may be repeated")
      ->allow_extra_args(false)
      ->type_name("FILE");
}

Expected<std::optional<assessment::TrainerKeys>> read_trainer_keys(const TrainerKeyOptions& options) {
  if (options.key.empty() && options.trusted.empty()) return std::optional<assessment::TrainerKeys>();
  if (options.key.empty()) {
    throw CLI::ValidationError("--key",
                               "sealed batches open only with a trainer's secret key: give NAME.key of "
                               "'skills keys new'");
  }
  if (options.trusted.empty()) {
    throw CLI::ValidationError(
        "--trust",
        "anyone can seal a batch to your key, so only those of kiosks you trust count: have 'skills "
        "keys show DATA_FOLDER' run at each kiosk, put the lines it prints into one file, and give "
        "that file");
  }
  Diagnostics faults;
  auto key = read_secret_key_file(options.key);
  if (!key) {
    append(faults, key.faults());
  } else if (is_open_to_others(options.key)) {
    fmt::print(stderr, "{0}: warning: others can read this secret key; say: chmod 600 {0}\n", options.key);
  }
  std::vector<PublicKey> kiosks;
  for (const std::string& path : options.trusted) {
    const auto trusted = read_trust_file(path);
    if (trusted) {
      kiosks.insert(kiosks.end(), trusted->begin(), trusted->end());
    } else {
      append(faults, trusted.faults());
    }
  }
  if (!faults.empty()) return faults;
  return std::optional(assessment::TrainerKeys{*std::move(key), std::move(kiosks)});
}

}  // namespace app
