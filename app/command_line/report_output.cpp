#include "app/command_line/report_output.hpp"

#include "app/command_line/output_file.hpp"
#include "app/command_line/terminal.hpp"
#include "assessment/reporting/csv.hpp"
#include "assessment/reporting/html.hpp"
#include "assessment/reporting/json.hpp"
#include "assessment/reporting/terminal.hpp"

namespace app {
namespace {

using assessment::Outcome;

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
  if (output.format == "html")
    return assessment::render_html(report, other_language(output.languages, output.out, language));
  return assessment::render_terminal(report, output.out.empty() ? output_width() : 100);
}

}  // namespace

void add_report_output_options(CLI::App& report, ReportOutput& output) {
  report.add_option("--format", output.format, "table (default), csv, json or html")
      ->check(CLI::IsMember({"table", "csv", "json", "html"}));
  report.add_flag("--wide", output.is_wide, "CSV with a line a group and a column a figure");
  report.add_option("--out", output.out, "Write to a file; CSV has its dictionary beside it");
  add_language_option(report, output.languages);
}

void check_report_output(const ReportOutput& output) {
  if (output.is_wide && output.format != "csv") throw CLI::ValidationError("--wide", "needs '--format csv'");
  check_languages(output.languages, output.format, output.out);
}

Outcome write_report(const ReportContent& content, const ReportOutput& output) {
  for (const std::string& language : output.languages) {
    const auto report = assessment::build_report(content.tables, content.banks, content.source, language,
                                                 sections_of(output));
    const std::string bytes = render(report, output, language);
    const Outcome written =
        output.out.empty()
            ? write_to_standard_output(bytes)
            : write_output_file(file_of_language(output.languages, output.out, language), bytes);
    if (!written) return written;
    if (output.format != "csv" || output.out.empty()) continue;
    const Outcome explained =
        write_output_file(file_beside(output.out, "dictionary"), assessment::render_csv_dictionary(report));
    if (!explained) return explained;
  }
  return assessment::Done{};
}

}  // namespace app
