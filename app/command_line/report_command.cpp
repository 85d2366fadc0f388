// skills report: what the workforce needs, without what any one person said.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/command_line/commands.hpp"
#include "app/command_line/ledger_file.hpp"
#include "app/command_line/progress_line.hpp"
#include "app/command_line/protected_tables.hpp"
#include "app/command_line/refusals.hpp"
#include "app/command_line/report_output.hpp"
#include "app/command_line/result_options.hpp"
#include "app/command_line/terminal.hpp"
#include "app/command_line/trainer_keys.hpp"
#include "assessment/base/text.hpp"
#include "assessment/results/result_files.hpp"
#include "assessment/statistics/aggregate_files.hpp"
#include "assessment/statistics/disclosure.hpp"

namespace app {
namespace {

using assessment::AggregateRequest;
using assessment::Diagnostic;
using assessment::Expected;

struct ReportOptions {
  std::vector<std::string> places, banks, by, where;
  std::string policy, ledger;
  ReportOutput output;
  bool exact = false, keep_going = false;
  unsigned threads = 0;  // 0: as many as the computer has processors
  TrainerKeyOptions keys;
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts{""};
  for (const char character : text) {
    if (character == separator) {
      parts.emplace_back();
    } else {
      parts.back() += character;
    }
  }
  return parts;
}

assessment::Grouping parse_grouping(const std::vector<std::string>& by) {
  assessment::Grouping grouping;
  for (const std::string& list : by) {
    for (const std::string& name : split(list, ',')) {
      const auto dimension = assessment::parse_dimension(name);
      if (dimension && std::ranges::count(grouping.dimensions, *dimension) == 0) {
        grouping.dimensions.push_back(*dimension);
      } else if (name == "item") {
        grouping.items = assessment::ItemCounting::on;
      } else if (!dimension && name != "domain") {  // domains stand in every report
        throw CLI::ValidationError("--by", fmt::format("'{}' is none of role, site, period, campaign, "
                                                       "bank_version, domain, item",
                                                       name));
      }
    }
  }
  return grouping;
}

assessment::RecordFilter parse_filter(const std::string& text) {
  const std::size_t equals = text.find('=');
  const auto dimension = assessment::parse_dimension(text.substr(0, equals));
  if (equals == std::string::npos || !dimension) {
    throw CLI::ValidationError("--where",
                               fmt::format("'{}' is not KEY=VALUE[,VALUE] with a KEY of role, site, "
                                           "period, campaign, bank_version",
                                           text));
  }
  // It will stand in the ledger, which nobody could read again with bytes in it that are no text.
  if (assessment::find_text_fault(text)) {
    throw CLI::ValidationError("--where", "a value holds bytes that are no text in UTF-8");
  }
  return {*dimension, split(text.substr(equals + 1), ',')};
}

AggregateRequest make_request(const ReportOptions& options) {
  AggregateRequest request{.grouping = parse_grouping(options.by)};
  for (const std::string& text : options.where) request.filter.push_back(parse_filter(text));
  if (options.keep_going) request.faulty_files = assessment::FaultyFiles::skip;
  return request;
}

// "240 MB, 410 MB/s, about 3 s left"
std::string to_text(const assessment::ReadingProgress& progress, double seconds) {
  const double megabytes = static_cast<double>(progress.bytes) / 1e6;
  std::string text = fmt::format("{:.0f} MB, {:.0f} MB/s", megabytes, megabytes / seconds);
  if (progress.share > 0) {
    text += fmt::format(", about {:.0f} s left", seconds * (1 - progress.share) / progress.share);
  }
  return text;
}

Expected<assessment::AggregatedFiles> read_results(const ReportOptions& options, AggregateRequest request) {
  auto files = assessment::list_result_files(options.places, request.keys);
  if (!files) return files.faults();
  if (files->empty()) return assessment::no_results_in(options.places);
  ProgressLine line;
  request.progress = [&](const assessment::ReadingProgress& progress) {
    if (line.is_due()) line.show(to_text(progress, line.seconds_since_start()));
  };
  request.threads = options.threads > 0 ? options.threads : processor_count();
  return assessment::aggregate_files(*std::move(files), request);
}

Expected<assessment::DisclosedTables> protect(const ReportOptions& options, const AggregateRequest& request,
                                              const assessment::DisclosurePolicy& policy,
                                              const assessment::AggregatedFiles& results) {
  if (options.exact)
    return assessment::disclose(results.aggregate, request.grouping, policy, assessment::Protection::off);
  const assessment::DisclosureQuestion question{.grouping = request.grouping,
                                                .filter = request.filter,
                                                .people = results.people,
                                                .today = to_text(today())};
  return disclose_with_ledger(results.aggregate, question, policy,
                              {.path = options.ledger, .respondents = respondents_of(results)});
}

Expected<ReportContent> read_content(const ReportOptions& options, const AggregateRequest& request) {
  const auto policy = read_policy(options.policy);
  if (!policy) return policy.faults();
  const auto results = read_results(options, request);
  if (!results) return results.faults();
  print(results->skipped);
  auto banks = find_banks(options.banks, results->banks);
  if (!banks) return banks.faults();
  auto tables = protect(options, request, *policy, *results);
  if (!tables) return tables.faults();

  std::set<std::string> skipped;
  for (const Diagnostic& fault : results->skipped) skipped.insert(fault.file);
  return ReportContent{.tables = *std::move(tables),
                       .banks = *std::move(banks),
                       .source = {.files = results->files,
                                  .synthetic_files = results->synthetic_files,
                                  .conditions = options.where,
                                  .skipped_files = skipped.size(),
                                  .made_on = to_text(today())}};
}

int run_report(const ReportOptions& options) {
  auto request = make_request(options);
  const auto keys = read_trainer_keys(options.keys);
  if (!keys) return refuse(keys.faults());
  if (*keys) request.keys = &**keys;
  const auto content = read_content(options, request);
  if (!content) return refuse(content.faults());
  const auto written = write_report(*content, options.output);
  if (!written) return refuse(written.faults());
  return status_done;
}

}  // namespace

void add_report_command(CLI::App& app, int& status) {
  CLI::App* report =
      app.add_subcommand("report", "Say what the workforce needs, by groups large enough to be safe");
  const auto options = std::make_shared<ReportOptions>();
  options->by = {"role"};
  report->add_option("DIR|FILE", options->places, "Folders of result files, and result files")->required();
  report->add_option("--bank", options->banks, "Question bank (YAML) for titles and labels; may be repeated")
      ->allow_extra_args(false);
  report
      ->add_option("--by", options->by,
                   "Groups: role (default), site, period, campaign, bank_version; domain; item")
      ->allow_extra_args(false);
  report->add_option("--where", options->where, "Only records with KEY=VALUE[,VALUE]; may be repeated")
      ->allow_extra_args(false);
  report->add_option("--policy", options->policy, "Disclosure rules (YAML) in place of the defaults");
  report->add_flag("--exact", options->exact, "Unprotected figures; the policy must say 'exact: true'");
  report->add_option("--ledger", options->ledger,
                     "What was given out before (in your state folder): keeps reports from being subtracted");
  report->add_flag("--keep-going", options->keep_going, "Leave out files with faults in them");
  report->add_option("--threads", options->threads, "Threads that read (as many as there are processors)")
      ->check(CLI::Range(1, 256));
  add_trainer_key_options(*report, options->keys);
  add_report_output_options(*report, options->output);
  report->callback([options, &status] {
    sort_out_banks(options->places, options->banks);
    if (options->places.empty()) throw CLI::RequiredError("DIR|FILE");
    check_report_output(options->output);
    status = run_report(*options);
  });
}

}  // namespace app
