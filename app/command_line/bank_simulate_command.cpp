// skills bank simulate: synthetic people with known levels try a bank out; no file is written.
#include <fmt/format.h>

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

#include "app/command_line/bank_commands.hpp"
#include "app/command_line/bank_files.hpp"
#include "app/command_line/bank_simulation_text.hpp"
#include "app/command_line/progress_line.hpp"
#include "app/command_line/refusals.hpp"
#include "assessment/statistics/bank_simulation.hpp"

namespace app {
namespace {

struct BankSimulateOptions {
  std::string bank, format = "table";
  assessment::BankSimulationPlan plan{};
};

int simulate(const BankSimulateOptions& options) {
  const auto bank = read_bank_file(options.bank);
  if (!bank) {
    print(bank.faults());
    return status_of(bank.faults());
  }
  assessment::BankSimulation simulation;
  {
    ProgressLine progress;
    simulation = assessment::simulate_bank(*bank, options.plan, [&](std::int64_t visits) {
      if (progress.is_due()) progress.show(fmt::format("{} of {} visits", visits, options.plan.respondents));
    });
  }
  const bool is_json = options.format == "json";
  fmt::print("{}", is_json ? to_json(*bank, simulation) : to_table(*bank, simulation));
  return status_done;
}

}  // namespace

void add_bank_simulate_command(CLI::App& bank, int& status) {
  CLI::App* command = bank.add_subcommand(
      "simulate",
      "Try a bank out on synthetic people: who is asked what, how long, how right the levels are");
  const auto options = std::make_shared<BankSimulateOptions>();
  command->add_option("BANK", options->bank, "The question bank (YAML)")->required();
  command->add_option("--respondents", options->plan.respondents, "How many people (1 to 10,000,000)")
      ->required()
      ->check(CLI::Range(1, 10'000'000));
  command
      ->add_option("--seed", options->plan.seed, "A number that fixes everything: equal seeds, equal bytes")
      ->required();
  command->add_option("--format", options->format, "table (default) or json")
      ->check(CLI::IsMember({"table", "json"}));
  command->callback([options, &status] { status = simulate(*options); });
}

}  // namespace app
