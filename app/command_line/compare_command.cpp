// skills compare: what changed between cohorts.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/command_line/ledger_check.hpp"
#include "app/command_line/refusals.hpp"
#include "app/command_line/result_options.hpp"
#include "app/command_line/terminal.hpp"
#include "app/command_line/trainer_commands.hpp"
#include "assessment/reporting/comparison_report.hpp"
#include "assessment/reporting/html.hpp"
#include "assessment/reporting/terminal.hpp"

namespace app {
namespace {

using assessment::CohortComparison;
using assessment::Expected;

struct CompareOptions {
  ResultOptions results;
  std::vector<std::string> cohorts;
  std::string by = "period";
};

std::string render(const CohortComparison& comparison, const ResultOptions& options,
                   const std::string& language, const std::optional<assessment::OtherLanguage>& other) {
  if (options.format == "csv") return render_csv(comparison);
  if (options.format == "json") return render_json(comparison);
  const assessment::Report report = to_report(comparison, language);
  if (options.format == "html") return render_html(report, other);
  return render_terminal(report, options.out.empty() ? output_width() : 100);
}

// Each once: a cohort beside itself says nothing.
void check_cohorts(const std::vector<std::string>& cohorts) {
  for (const std::string& cohort : cohorts) {
    if (std::ranges::count(cohorts, cohort) > 1)
      throw CLI::ValidationError("--cohorts", fmt::format("'{}' stands there twice", cohort));
  }
  if (cohorts.size() == 1) throw CLI::ValidationError("--cohorts", "a comparison needs two or more");
}

Expected<CohortComparison> compare(const CompareOptions& options, BankShelf& shelf) {
  const auto rules = read_figure_rules(options.results);
  if (!rules) return rules.faults();
  const auto by = assessment::parse_dimension(options.by).value();
  const auto scores = read_scores(options.results, shelf,
                                  {.by = by, .values = options.cohorts, .links = assessment::Links::keep});
  if (!scores) return scores.faults();
  auto comparison = compare_cohorts(*scores, by, options.cohorts, *rules);
  if (!comparison) return comparison;
  const auto checked = check_ledger(options.results, *rules, {.by = by, .values = options.cohorts});
  if (!checked) return checked.faults();
  return comparison;
}

int run(const CompareOptions& options) {
  auto shelf = BankShelf::open(options.results.banks);
  if (!shelf) return refuse(shelf.faults());
  const auto comparison = compare(options, *shelf);
  if (!comparison) return refuse(comparison.faults());
  return write_result(options.results, [&](const std::string& language, const auto& other) {
    return render(*comparison, options.results, language, other);
  });
}

}  // namespace

void add_compare_command(CLI::App& app, int& status) {
  CLI::App* compare = app.add_subcommand("compare", "Say what changed between campaigns, periods or sites");
  const auto options = std::make_shared<CompareOptions>();
  add_result_options(*compare, options->results);
  compare->add_option("--by", options->by, "What a cohort is: period (default), campaign or site")
      ->check(CLI::IsMember({"period", "campaign", "site"}));
  compare
      ->add_option("--cohorts", options->cohorts,
                   "A,B,... in the order of comparison; without it all that there are, ascending")
      ->delimiter(',')
      ->allow_extra_args(false);
  compare->callback([options, &status] {
    sort_out_banks(options->results.places, options->results.banks);
    if (options->results.places.empty()) throw CLI::RequiredError("DIR|FILE");
    check_cohorts(options->cohorts);
    check_languages(options->results.languages, options->results.format, options->results.out);
    status = run(*options);
  });
}

}  // namespace app
