// skills results verify: says all that is wrong in folders of results.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/command_line/output_file.hpp"
#include "app/command_line/refusals.hpp"
#include "app/command_line/results_commands.hpp"
#include "app/command_line/trainer_keys.hpp"
#include "assessment/results/verify.hpp"

namespace app {
namespace {

using assessment::VerifyReport;

struct VerifyOptions {
  std::vector<std::string> places;
  std::string format = "text";
  assessment::VerifyRules rules{};
  TrainerKeyOptions keys;
};

assessment::Outcome write_json(const VerifyReport& report) {
  using Json = nlohmann::ordered_json;
  Json json;
  json["batches"] = report.batches;
  json["archives"] = report.archives;
  json["sealed"] = report.sealed;
  json["records"] = report.records;
  json["findings"] = Json::array();
  for (const assessment::Diagnostic& finding : report.findings) {
    const bool is_error = finding.severity == assessment::Severity::error;
    json["findings"].push_back({{"file", finding.file},
                                {"line", finding.at.line},
                                {"column", finding.at.column},
                                {"severity", is_error ? "error" : "warning"},
                                {"code", finding.code},
                                {"text", finding.text}});
  }
  // A file's name need not be UTF-8.
  return write_to_standard_output(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

int verify(const VerifyOptions& options) {
  const auto keys = read_trainer_keys(options.keys);
  if (!keys) {
    print(keys.faults());
    return status_of(keys.faults());
  }
  const VerifyReport report =
      assessment::verify_results(options.places, options.rules, *keys ? &**keys : nullptr);
  const int status = has_error(report.findings) ? status_of(report.findings) : status_done;
  if (options.format == "text") {
    print(report.findings);
    return status;
  }
  const auto written = write_json(report);
  if (written) return status;
  print(written.faults());
  return status_device_failed;
}

}  // namespace

void add_results_verify_command(CLI::App& results, int& status) {
  CLI::App* command = results.add_subcommand(
      "verify", "Say all that is wrong in files of results, byte for byte: FILE:LINE:COL: error: TEXT");
  const auto options = std::make_shared<VerifyOptions>();
  command->add_option("DIR|FILE", options->places, "Folders of result files, and result files")->required();
  command->add_option("--batch-minimum", options->rules.batch_minimum, "The campaign's `batch` (10)")
      ->check(CLI::Range(5, 1000));
  command->add_option("--role-minimum", options->rules.role_minimum, "The campaign's `role_minimum` (3)")
      ->check(CLI::Range(2, 1000));
  add_trainer_key_options(*command, options->keys);
  command->add_option("--format", options->format, "text (default), or json")
      ->check(CLI::IsMember({"text", "json"}));
  command->callback([options, &status] { status = verify(*options); });
}

}  // namespace app
