// Options and inputs that the commands about people's results have in common.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/command_line/page_languages.hpp"
#include "app/command_line/trainer_keys.hpp"
#include "assessment/bank/bank.hpp"
#include "assessment/statistics/published_items.hpp"
#include "assessment/statistics/scored_files.hpp"

namespace app {

struct ResultOptions {
  std::vector<std::string> places{}, banks{};
  std::string policy{}, ledger{}, format = "table", out{};
  bool exact = false;
  Languages languages{"en"};
  TrainerKeyOptions keys{};
};

// Adds DIR|FILE, --bank, --policy, --exact, --ledger, --key, --trust, --format, --language and
// --out; `options` must outlive the command.
void add_result_options(CLI::App& command, ResultOptions& options);

// A bank is a bank wherever it stands: takes `.yaml` files out of the places.
void sort_out_banks(std::vector<std::string>& places, std::vector<std::string>& banks);

// The rules of --policy and --exact.
assessment::Expected<assessment::FigureRules> read_figure_rules(const ResultOptions& options);

// Finds banks for records: those of --bank, and those that came with the program.
class BankShelf {
 public:
  // Code: those of read_bank_file.
  static assessment::Expected<BankShelf> open(const std::vector<std::string>& paths);

  // The bank of this "ID@VERSION"; else one of the same id and major version; else null.
  const assessment::QuestionBank* find(const std::string& name);

 private:
  std::list<assessment::QuestionBank> banks_{};  // whose addresses stay
};

// The scores of all result files among the places. Code, beside score_files': "no-results".
assessment::Expected<assessment::ScoredFiles> read_scores(const ResultOptions& options, BankShelf& shelf,
                                                          assessment::ScoredFilesRequest request);

// What a command has to say in a language; `other` is the page of it in another.
using RenderResult = std::function<std::string(const std::string& language,
                                               const std::optional<assessment::OtherLanguage>& other)>;

// Writes it in every language, to --out or to standard output; gives the exit status.
int write_result(const ResultOptions& options, const RenderResult& render);

}  // namespace app
