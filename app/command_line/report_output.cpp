#include "app/command_line/report_output.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "app/command_line/output_file.hpp"
#include "app/command_line/terminal.hpp"
#include "assessment/reporting/csv.hpp"
#include "assessment/reporting/html.hpp"
#include "assessment/reporting/json.hpp"
#include "assessment/reporting/terminal.hpp"

namespace app {
namespace {

using assessment::Outcome;

// "needs.csv" and "dictionary": "needs.dictionary.csv", in the same folder.
std::string beside(const std::string& file, const std::string& part) {
  const std::filesystem::path path(file);
  const std::string name = path.stem().string() + "." + part + path.extension().string();
  return (path.parent_path() / name).string();
}

// "needs.html" in the first language, "needs.cy.html" in another.
std::string file_of_language(const ReportOutput& output, const std::string& language) {
  if (language == output.languages.front()) return output.out;
  return beside(output.out, language);
}

std::optional<assessment::OtherLanguage> other_language(const ReportOutput& output,
                                                        const std::string& language) {
  for (const std::string& other : output.languages) {
    if (other == language) continue;
    const std::filesystem::path path(file_of_language(output, other));
    return assessment::OtherLanguage{.language = other, .file = path.filename().string()};
  }
  return std::nullopt;
}

// CSV and JSON show groups alone.
assessment::Sections sections_of(const ReportOutput& output) {
  const bool is_for_programs = output.format == "csv" || output.format == "json";
  return is_for_programs ? assessment::Sections::left_out : assessment::Sections::made;
}

std::string render(const assessment::Report& report, const ReportOutput& output,
                   const std::string& language) {
  if (output.format == "csv")
    return output.is_wide ? assessment::render_wide_csv(report) : assessment::render_csv(report);
  if (output.format == "json") return assessment::render_json(report);
  if (output.format == "html") return assessment::render_html(report, other_language(output, language));
  return assessment::render_terminal(report, output.out.empty() ? output_width() : 100);
}

}  // namespace

void add_report_output_options(CLI::App& report, ReportOutput& output) {
  report.add_option("--format", output.format, "table (default), csv, json or html")
      ->check(CLI::IsMember({"table", "csv", "json", "html"}));
  report.add_flag("--wide", output.is_wide, "CSV with a line a group and a column a figure");
  report.add_option("--out", output.out, "Write to a file; CSV has its dictionary beside it");
  report
      .add_option("--language", output.languages,
                  "en (default) or cy; en,cy writes two HTML files that name each other")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"en", "cy"}));
}

void check_report_output(const ReportOutput& output) {
  if (output.is_wide && output.format != "csv") throw CLI::ValidationError("--wide", "needs '--format csv'");
  if (output.languages.size() < 2) return;
  if (output.format != "html" || output.out.empty())
    throw CLI::ValidationError("--language", "several languages need '--format html' and '--out FILE'");
  if (output.languages.size() > 2 || output.languages.front() == output.languages.back())
    throw CLI::ValidationError("--language", "name each language once");
}

Outcome write_report(const ReportContent& content, const ReportOutput& output) {
  for (const std::string& language : output.languages) {
    const auto report = assessment::build_report(content.tables, content.banks, content.source, language,
                                                 sections_of(output));
    const std::string bytes = render(report, output, language);
    const Outcome written = output.out.empty() ? write_to_standard_output(bytes)
                                               : write_output_file(file_of_language(output, language), bytes);
    if (!written) return written;
    if (output.format != "csv" || output.out.empty()) continue;
    const Outcome explained =
        write_output_file(beside(output.out, "dictionary"), assessment::render_csv_dictionary(report));
    if (!explained) return explained;
  }
  return assessment::Done{};
}

}  // namespace app
