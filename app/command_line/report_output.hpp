// The forms a report is written in, and where to.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/command_line/page_languages.hpp"
#include "assessment/base/expected.hpp"
#include "assessment/reporting/report.hpp"

namespace app {

struct ReportOutput {
  std::string format = "table";  // table, csv, json, html
  bool is_wide = false;          // of csv
  std::string out{};             // a file; empty: standard output
  Languages languages{"en"};
};

void add_report_output_options(CLI::App& report, ReportOutput& output);

// Throws CLI::ValidationError where options do not go together.
void check_report_output(const ReportOutput& output);

// Protected figures, and what turns them into a report of any language.
struct ReportContent {
  assessment::DisclosedTables tables;
  std::vector<assessment::QuestionBank> banks;
  assessment::ReportSource source;
};

// Writes it in its form: as HTML one file a language, which name each other. Code: "cannot-write".
assessment::Outcome write_report(const ReportContent& content, const ReportOutput& output);

}  // namespace app
