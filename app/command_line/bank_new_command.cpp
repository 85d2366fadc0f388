// skills bank new: writes a small bank to start from.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "app/command_line/bank_commands.hpp"
#include "app/command_line/bank_template.hpp"
#include "app/command_line/output_file.hpp"
#include "app/command_line/refusals.hpp"
#include "assessment/bank/check.hpp"
#include "assessment/bank/fields.hpp"
#include "assessment/base/text.hpp"

namespace app {
namespace {

struct NewOptions {
  std::string id, out;
  std::vector<std::string> languages{template_languages().begin(), template_languages().end()};
};

// CLI11 wants what is wrong, or "".
std::string check_id(const std::string& id) {
  if (id == "null") return "'null' is no id: YAML takes the word for nothing";
  if (assessment::is_kebab_id(id)) return "";
  return fmt::format("'{}' is no id: lower-case letters and digits in words joined by '-', as in ward-basics",
                     id);
}

std::string check_language(const std::string& language) {
  const auto& known = template_languages();
  if (std::ranges::find(known, language) != known.end()) return "";
  std::string hint = assessment::did_you_mean(language, known);
  if (hint.empty()) hint = "; add others to the file by hand";
  return fmt::format("the new bank can be in {}, not in '{}'{}", fmt::join(known, " and "), language, hint);
}

int write_new_bank(const NewOptions& options) {
  const std::string path = options.out.empty() ? options.id + ".yaml" : options.out;
  std::vector<std::string> languages;
  for (const std::string& language : options.languages) {
    if (std::ranges::find(languages, language) == languages.end()) languages.push_back(language);
  }
  const auto bank_template = read_bank_template();
  if (!bank_template) return refuse(bank_template.faults());
  const std::string bank = fill_bank_template(*bank_template, options.id, languages);
  // What is handed out is as good as the checker says, whoever changed the template.
  const auto findings = assessment::check_bank(bank, path);
  if (has_error(findings.listed)) return refuse(findings.listed);
  const auto written = create_output_file(path, bank);
  if (!written) return refuse(written.faults());
  fmt::print("{0} is written. Open it in a text editor; after a change: skills bank check {0}\n", path);
  return status_done;
}

}  // namespace

void add_bank_new_command(CLI::App& bank, int& status) {
  CLI::App* command = bank.add_subcommand("new", "Write a small bank with notes, to start from");
  const auto options = std::make_shared<NewOptions>();
  command->add_option("ID", options->id, "The new bank's id: words joined by '-'")
      ->required()
      ->check(check_id);
  command->add_option("--out", options->out, "The file to write (ID.yaml); one that is there stays as it is");
  command->add_option("--languages", options->languages, "en,cy (default), en or cy; the first comes first")
      ->delimiter(',')
      ->check(check_language);
  command->callback([options, &status] { status = write_new_bank(*options); });
}

}  // namespace app
