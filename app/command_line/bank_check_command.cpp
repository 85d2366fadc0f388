// skills bank check: says all that is wrong, or unwise, in question banks.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/command_line/bank_commands.hpp"
#include "app/command_line/bank_files.hpp"
#include "app/command_line/output_file.hpp"
#include "app/command_line/refusals.hpp"
#include "assessment/bank/check.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/input_file.hpp"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

struct CheckOptions {
  std::vector<std::string> paths;
  std::string format = "text";
};

struct CheckedFile {
  std::string path{};
  assessment::BankFindings findings{};
};

CheckedFile check_file(const std::string& path) {
  const auto bytes = assessment::read_file(path, assessment::largest_yaml);
  if (!bytes) return {path, {.listed = bytes.faults()}};
  return {path, assessment::check_bank(*bytes, path, pictures_beside(path))};
}

void print_text(const CheckedFile& file) {
  const assessment::Diagnostics& listed = file.findings.listed;
  print(listed);
  if (file.findings.left_out == 0) return;
  using assessment::Severity;
  print({{.severity = has_error(listed) ? Severity::error : Severity::warning,
          .code = "more-findings",
          .file = file.path,
          .text = fmt::format("{} more are left out; mend these first", file.findings.left_out)}});
}

Json to_json(const CheckedFile& file) {
  Json json;
  json["file"] = file.path;
  json["findings"] = Json::array();
  for (const assessment::Diagnostic& finding : file.findings.listed) {
    const bool is_error = finding.severity == assessment::Severity::error;
    json["findings"].push_back({{"line", finding.at.line},
                                {"column", finding.at.column},
                                {"severity", is_error ? "error" : "warning"},
                                {"code", finding.code},
                                {"text", finding.text}});
  }
  json["left_out"] = file.findings.left_out;
  return json;
}

assessment::Outcome write_json(const std::vector<CheckedFile>& files) {
  Json json;
  json["files"] = Json::array();
  for (const CheckedFile& file : files) json["files"].push_back(to_json(file));
  // A file's name need not be UTF-8.
  return write_to_standard_output(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

int check_banks(const CheckOptions& options) {
  int worst = status_done;
  std::vector<CheckedFile> files;
  for (const std::string& path : options.paths) {
    files.push_back(check_file(path));
    const assessment::Diagnostics& listed = files.back().findings.listed;
    if (has_error(listed)) worst = std::max(worst, status_of(listed));
    if (options.format == "text") print_text(files.back());
  }
  if (options.format == "text") return worst;
  const auto written = write_json(files);
  if (written) return worst;
  print(written.faults());
  return status_device_failed;
}

}  // namespace

void add_bank_check_command(CLI::App& bank, int& status) {
  CLI::App* check =
      bank.add_subcommand("check", "Say all that is wrong in banks: FILE:LINE:COL: error: TEXT");
  const auto options = std::make_shared<CheckOptions>();
  check->add_option("FILE", options->paths, "Question banks (YAML)")->required();
  check->add_option("--format", options->format, "text (default), or json for editors")
      ->check(CLI::IsMember({"text", "json"}));
  check->callback([options, &status] { status = check_banks(*options); });
}

}  // namespace app
