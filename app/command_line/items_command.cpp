// skills items: how each item works, from results or from a table of scores.
#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/command_line/ledger_check.hpp"
#include "app/command_line/refusals.hpp"
#include "app/command_line/result_options.hpp"
#include "app/command_line/terminal.hpp"
#include "app/command_line/trainer_commands.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/reporting/html.hpp"
#include "assessment/reporting/item_report.hpp"
#include "assessment/reporting/terminal.hpp"
#include "assessment/results/result_files.hpp"
#include "assessment/statistics/score_matrix_csv.hpp"

namespace app {
namespace {

using assessment::Expected;
using assessment::ItemReport;

struct ItemsOptions {
  ResultOptions results;
  std::string matrix, highest;
};

using ItemReports = std::vector<ItemReport>;  // of the same figures, one a language

std::string render(const ItemReport& report, const ResultOptions& options,
                   const std::optional<assessment::OtherLanguage>& other) {
  if (options.format == "csv") return render_csv(report);
  if (options.format == "json") return render_json(report);
  if (options.format == "html") return render_html(to_report(report), other);
  return render_terminal(to_report(report), options.out.empty() ? output_width() : 100);
}

// As --highest has it; wrong usage where a score of the table is higher.
std::optional<assessment::Rational> highest_score(const ItemsOptions& options,
                                                  const assessment::ScoreMatrix& matrix) {
  if (options.highest.empty()) return std::nullopt;
  const auto highest = assessment::parse_decimal(options.highest);
  if (!highest || *highest <= 0)
    throw CLI::ValidationError("--highest", fmt::format("'{}' is not a number above 0", options.highest));
  for (std::size_t item = 0; item < matrix.items.size(); ++item) {
    for (const std::int32_t score : matrix.columns[item]) {
      if (score == assessment::no_score || assessment::Rational(score) <= *highest * matrix.parts) continue;
      throw CLI::ValidationError(
          "--highest", fmt::format("'{}' has a score above {}", matrix.items[item], options.highest));
    }
  }
  return highest;
}

Expected<ItemReports> report_matrix(const ItemsOptions& options) {
  const auto bytes = assessment::read_file(options.matrix);
  if (!bytes) return bytes.faults();
  const auto matrix = assessment::parse_score_matrix(*bytes, options.matrix);
  if (!matrix) return matrix.faults();
  const auto highest = highest_score(options, *matrix);
  ItemReports reports;
  for (const std::string& language : options.results.languages)
    reports.push_back(report_items(*matrix, highest, language));
  return reports;
}

Expected<ItemReports> report_results(const ItemsOptions& options) {
  const auto rules = read_figure_rules(options.results);
  if (!rules) return rules.faults();
  auto shelf = BankShelf::open(options.results.banks);
  if (!shelf) return shelf.faults();
  const auto scores = read_scores(options.results, *shelf, {});
  if (!scores) return scores.faults();
  ItemReports reports;
  for (const std::string& language : options.results.languages) {
    auto report = report_items(*scores, *rules, language);
    if (!report) return report.faults();
    reports.push_back(*std::move(report));
  }
  const auto checked = check_ledger(options.results, *rules, {});
  if (!checked) return checked.faults();
  return reports;
}

int run(const ItemsOptions& options) {
  const auto reports = options.matrix.empty() ? report_results(options) : report_matrix(options);
  if (!reports) return refuse(reports.faults());
  auto next = reports->begin();
  return write_result(options.results, [&](const std::string&, const auto& other) {
    return render(*next++, options.results, other);
  });
}

}  // namespace

void add_items_command(CLI::App& app, int& status) {
  CLI::App* items =
      app.add_subcommand("items", "Say how well each item works, from results or a table of scores");
  const auto options = std::make_shared<ItemsOptions>();
  add_result_options(*items, options->results);
  items->add_option(
      "--matrix", options->matrix,
      "Scores in a CSV file instead: the first line names the items, each other line is a person, an "
      "empty cell is a missing score");
  items->add_option("--highest", options->highest, "The highest score an item of --matrix can have");
  items->callback([options, &status] {
    sort_out_banks(options->results.places, options->results.banks);
    const bool is_of_matrix = !options->matrix.empty();
    const bool is_of_results = !options->results.places.empty();
    if (is_of_matrix && (is_of_results || !options->results.banks.empty()))
      throw CLI::ValidationError("--matrix", "takes the place of results and banks: give one or the other");
    if (!is_of_matrix && !is_of_results) throw CLI::RequiredError("DIR|FILE or --matrix");
    if (!is_of_matrix && !options->highest.empty())
      throw CLI::ValidationError("--highest", "is for --matrix; a bank says it by itself");
    check_languages(options->results.languages, options->results.format, options->results.out);
    status = run(*options);
  });
}

}  // namespace app
