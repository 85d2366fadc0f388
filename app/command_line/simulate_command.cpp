// skills simulate: synthetic people play visits through the real engine, pool and release.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

#include "app/command_line/bank_files.hpp"
#include "app/command_line/commands.hpp"
#include "app/command_line/progress_line.hpp"
#include "app/command_line/refusals.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/results/storage_memory.hpp"
#include "assessment/statistics/simulation.hpp"

namespace app {
namespace {

using assessment::Expected;
using assessment::Pool;
using assessment::SimulationSummary;
using assessment::Storage;

struct SimulateOptions {
  std::string bank, campaign, data, start = "2026-10-01";
  int respondents = 0, visits_per_day = 10;
  std::uint64_t seed = 0;
  bool fast = false;
};

struct Played {
  SimulationSummary summary{};
  std::size_t waiting = 0;  // results left in the pool
};

Played describe(const SimulationSummary& summary, const Pool& pool) {
  Played played{summary};
  for (const auto& group : pool.content().groups) played.waiting += group.records.size();
  return played;
}

Expected<assessment::Campaign> read_campaign(const std::string& path) {
  if (path.empty()) return assessment::built_in_campaign();
  const auto bytes = assessment::read_file(path, assessment::largest_yaml);
  if (!bytes) return bytes.faults();
  return assessment::parse_campaign(*bytes, path);
}

Expected<Played> play(const SimulateOptions& options, const assessment::QuestionBank& bank,
                      const assessment::Campaign& campaign, Storage& pool_storage, Storage& batch_storage) {
  const assessment::SimulationPlan plan{.respondents = options.respondents,
                                        .visits_per_day = options.visits_per_day,
                                        .start = *assessment::parse_date(options.start)};
  assessment::SimulationChance chance(options.seed);
  auto pool = Pool::open(pool_storage, chance.kiosk);
  if (!pool) return pool.faults();
  ProgressLine progress;
  const auto show = [&](int visits) {
    if (progress.is_due()) progress.show(fmt::format("{} of {} visits", visits, options.respondents));
  };
  const auto summary = assessment::simulate_days(bank, campaign, plan, *pool, batch_storage, chance, show);
  if (!summary) return summary.faults();
  if (&pool_storage == &batch_storage) return describe(*summary, *pool);

  // The pool was kept in memory: one save puts it where a kiosk would have it.
  assessment::Random scratch(assessment::system_seed());
  auto kept = Pool::open(batch_storage, scratch);
  if (!kept) return kept.faults();
  const auto saved = kept->replace(pool->content(), scratch);
  if (!saved) return saved.faults();
  return describe(*summary, *kept);
}

// Synthetic answers must never join real ones, in the pool least of all.
assessment::Outcome refuse_used_folder(Storage& storage, const std::string& folder) {
  for (const char* place : {"", "batches"}) {
    const auto names = storage.list(place);
    if (!names) return names.faults();
    const auto is_content = [](const std::string& name) { return name != "lock"; };
    if (std::ranges::any_of(*names, is_content)) {
      return assessment::Diagnostic{.code = "folder-not-empty",
                                    .file = folder,
                                    .text =
                                        "holds results already; give --data a new or empty folder, so that "
                                        "synthetic answers never mix with real ones"};
    }
  }
  return assessment::Done{};
}

int run_simulate(const SimulateOptions& options) {
  const auto bank = read_bank_file(options.bank);
  if (!bank) return refuse(bank.faults());
  const auto campaign = read_campaign(options.campaign);
  if (!campaign) return refuse(campaign.faults());
  const auto storage = assessment::open_storage(options.data);
  if (!storage) return refuse(storage.faults());
  const auto unused = refuse_used_folder(**storage, options.data);
  if (!unused) return refuse(unused.faults());

  assessment::MemoryStorage memory;
  const auto played = play(options, *bank, *campaign, options.fast ? memory : **storage, **storage);
  if (!played) return refuse(played.faults());
  fmt::print("{} synthetic visits on {} days: {} batches in {}/batches, {} results wait in the pool\n",
             played->summary.visits, played->summary.days, played->summary.batches, options.data,
             played->waiting);
  return status_done;
}

std::string check_date(const std::string& text) {
  const auto date = assessment::parse_date(text);
  return date && date->year < 3000 ? "" : "not a day such as 2026-10-01";
}

}  // namespace

void add_simulate_command(CLI::App& app, int& status) {
  CLI::App* simulate = app.add_subcommand("simulate", "Play synthetic visits into a data folder");
  const auto options = std::make_shared<SimulateOptions>();
  simulate->add_option("--bank", options->bank, "The question bank (YAML)")->required();
  simulate->add_option("--campaign", options->campaign,
                       "A campaign file (YAML) whose rules and trainers count");
  simulate->add_option("--respondents", options->respondents, "How many people visit")
      ->required()
      ->check(CLI::Range(1, 100'000'000));
  simulate->add_option("--seed", options->seed, "A number that fixes everything: equal seeds, equal batches")
      ->required();
  simulate->add_option("--data", options->data, "A new or empty folder")->required();
  simulate->add_option("--visits-per-day", options->visits_per_day, "People a day (10)")
      ->check(CLI::Range(1, 1'000'000));
  simulate->add_option("--start", options->start, "The first day (2026-10-01)")->check(check_date);
  simulate->add_flag("--fast", options->fast, "Keep the pool in memory until the end");
  simulate->callback([options, &status] { status = run_simulate(*options); });
}

}  // namespace app
