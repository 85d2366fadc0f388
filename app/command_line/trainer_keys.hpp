// --key and --trust: with what a trainer opens sealed batches.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "assessment/base/expected.hpp"
#include "assessment/results/sealing.hpp"

namespace app {

struct TrainerKeyOptions {
  std::string key{};
  std::vector<std::string> trusted{};
};

// Adds both options; `options` must outlive the command.
void add_trainer_key_options(CLI::App& command, TrainerKeyOptions& options);

// The keys of these files; none when neither option was given. Warns of a secret key that others can read.
// One option without the other is wrong usage (CLI::ValidationError), and says how to come by the other.
// Codes: those of key_files.hpp, input_file.hpp and key_text.hpp.
assessment::Expected<std::optional<assessment::TrainerKeys>> read_trainer_keys(
    const TrainerKeyOptions& options);

}  // namespace app
