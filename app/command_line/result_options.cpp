#include "app/command_line/result_options.hpp"

#include <algorithm>
#include <iterator>

#include "app/command_line/bank_files.hpp"
#include "app/command_line/commands.hpp"
#include "app/command_line/output_file.hpp"
#include "app/command_line/refusals.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/results/result_files.hpp"

namespace app {

using assessment::Expected;

void add_result_options(CLI::App& command, ResultOptions& options) {
  command.add_option("DIR|FILE", options.places, "Folders of result files, and result files");
  command.add_option("--bank", options.banks, "Question bank (YAML) of the answers; may be repeated")
      ->allow_extra_args(false);
  command.add_option("--format", options.format, "table (default), json, csv or html")
      ->check(CLI::IsMember({"table", "json", "csv", "html"}));
  command.add_option("--policy", options.policy, "Disclosure rules (YAML) in place of the defaults");
  command.add_flag("--exact", options.exact, "Unprotected figures; the policy must say 'exact: true'");
  command.add_option("--ledger", options.ledger,
                     "What was given out before (in your state folder): keeps figures from being subtracted");
  add_trainer_key_options(command, options.keys);
  add_language_option(command, options.languages);
  command.add_option("--out", options.out, "Write to a file instead of standard output");
}

void sort_out_banks(std::vector<std::string>& places, std::vector<std::string>& banks) {
  const auto is_bank = [](const std::string& path) {
    return path.ends_with(".yaml") || path.ends_with(".yml");
  };
  std::ranges::copy_if(places, std::back_inserter(banks), is_bank);
  std::erase_if(places, is_bank);
}

Expected<assessment::FigureRules> read_figure_rules(const ResultOptions& options) {
  assessment::FigureRules rules;
  if (options.exact) rules.protection = assessment::Protection::off;
  if (options.policy.empty()) return rules;
  const auto bytes = assessment::read_file(options.policy, assessment::largest_yaml);
  if (!bytes) return bytes.faults();
  const auto policy = assessment::parse_policy(*bytes, options.policy);
  if (!policy) return policy.faults();
  rules.policy = *policy;
  return rules;
}

Expected<BankShelf> BankShelf::open(const std::vector<std::string>& paths) {
  BankShelf shelf;
  assessment::Diagnostics faults;
  for (const std::string& path : paths) {
    auto bank = read_bank_file(path);
    if (bank) {
      shelf.banks_.push_back(std::move(*bank));
    } else {
      faults.insert(faults.end(), bank.faults().begin(), bank.faults().end());
    }
  }
  if (!faults.empty()) return faults;
  return shelf;
}

const assessment::QuestionBank* BankShelf::find(const std::string& name) {
  const auto is_it = [&](const auto& bank) { return assessment::bank_name(bank) == name; };
  const auto is_like_it = [&](const auto& bank) {
    return assessment::series_of(assessment::bank_name(bank)) == assessment::series_of(name);
  };
  auto found = std::ranges::find_if(banks_, is_it);
  if (found == banks_.end()) found = std::ranges::find_if(banks_, is_like_it);
  if (found == banks_.end()) {
    for (auto& bank : find_shipped_banks({name})) found = banks_.insert(banks_.end(), std::move(bank));
  }
  return found == banks_.end() ? nullptr : &*found;
}

Expected<assessment::ScoredFiles> read_scores(const ResultOptions& options, BankShelf& shelf,
                                              assessment::ScoredFilesRequest request) {
  const auto keys = read_trainer_keys(options.keys);
  if (!keys) return keys.faults();
  if (*keys) request.keys = &**keys;
  request.find_bank = [&shelf](const std::string& name) { return shelf.find(name); };
  const auto files = assessment::find_result_files(options.places, request.keys);
  if (!files) return files.faults();
  if (files->empty()) return assessment::no_results_in(options.places);
  return assessment::score_files(*files, request);
}

int write_result(const ResultOptions& options, const RenderResult& render) {
  for (const std::string& language : options.languages) {
    const std::string bytes = render(language, other_language(options.languages, options.out, language));
    const auto written =
        options.out.empty()
            ? write_to_standard_output(bytes)
            : write_output_file(file_of_language(options.languages, options.out, language), bytes);
    if (!written) return refuse(written.faults());
  }
  return status_done;
}

}  // namespace app
