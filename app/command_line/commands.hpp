// The subcommands of `skills`, one file each. Every function adds its subcommand to `app`;
// when that is called, its callback sets `status`.
#pragma once

#include <CLI/CLI.hpp>

namespace app {

// Exit statuses of all programs.
inline constexpr int status_done = 0;
inline constexpr int status_refused = 1;  // the input has errors, or a policy refuses
inline constexpr int status_wrong_usage = 2;
inline constexpr int status_device_failed = 3;  // a file or device failed

void add_bank_command(CLI::App& app, int& status);
void add_campaign_command(CLI::App& app, int& status);
void add_keys_command(CLI::App& app, int& status);
void add_report_command(CLI::App& app, int& status);
void add_results_command(CLI::App& app, int& status);
void add_score_command(CLI::App& app, int& status);
void add_simulate_command(CLI::App& app, int& status);

}  // namespace app
