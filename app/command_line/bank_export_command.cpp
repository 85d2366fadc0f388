// skills bank export: writes a bank as other tools read it, and says what they cannot hold.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <system_error>

#include "app/command_line/bank_commands.hpp"
#include "app/command_line/output_file.hpp"
#include "app/command_line/refusals.hpp"
#include "assessment/bank/exchange/export.hpp"
#include "assessment/bank/schema.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/crypto.hpp"
#include "assessment/base/input_file.hpp"

namespace app {
namespace {

using assessment::ExportFormat;
using assessment::Outcome;

struct ExportOptions {
  std::string bank, to, language, out;
};

const std::map<std::string, ExportFormat> export_formats{{"qti3", ExportFormat::qti3},
                                                         {"gift", ExportFormat::gift},
                                                         {"csv", ExportFormat::csv},
                                                         {"printable-html", ExportFormat::printable_html}};

// Several files go into a folder that is new or empty.
Outcome write_folder(const std::string& folder, const assessment::ExportedBank& exported) {
  std::error_code error;
  std::filesystem::create_directory(folder, error);
  if (!std::filesystem::is_directory(folder, error) || !std::filesystem::is_empty(folder, error)) {
    return assessment::Diagnostic{.code = "already-there",
                                  .file = folder,
                                  .text = "cannot be made, or has files in it; name a new or empty folder"};
  }
  for (const auto& file : exported.files) {
    const auto written = create_output_file((std::filesystem::path(folder) / file.name).string(), file.bytes);
    if (!written) return written;
  }
  return assessment::Done{};
}

Outcome write(const ExportOptions& options, const assessment::ExportedBank& exported) {
  if (options.to == "qti3") return write_folder(options.out, exported);
  const std::string& bytes = exported.files.front().bytes;
  return options.out.empty() ? write_to_standard_output(bytes) : create_output_file(options.out, bytes);
}

int export_bank_file(const ExportOptions& options) {
  const auto bytes = assessment::read_file(options.bank, assessment::largest_yaml);
  if (!bytes) return refuse(bytes.faults());
  const auto tree = assessment::read_yaml(*bytes, options.bank);
  if (!tree) return refuse(tree.faults());
  const auto bank = assessment::parse_bank(*tree, assessment::sha256_hex(*bytes));
  if (!bank) return refuse(bank.faults());
  const std::string language = options.language.empty() ? bank->languages.front() : options.language;
  if (std::ranges::find(bank->languages, language) == bank->languages.end()) {
    return refuse({{.code = "unknown-language",
                    .file = options.bank,
                    .text = fmt::format("has no texts in '{}'; use {}", language,
                                        fmt::join(bank->languages, " or "))}});
  }
  const auto exported = assessment::export_bank(*bank, *tree, export_formats.at(options.to), language);
  const auto written = write(options, exported);
  if (!written) return refuse(written.faults());
  print(exported.losses);
  return status_done;
}

}  // namespace

void add_bank_export_command(CLI::App& bank, int& status) {
  CLI::App* command = bank.add_subcommand("export", "Write a bank as other tools read it");
  const auto options = std::make_shared<ExportOptions>();
  command->add_option("BANK", options->bank, "The question bank (YAML)")->required();
  command->add_option("--to", options->to, "qti3, gift, csv or printable-html")
      ->required()
      ->check(CLI::IsMember({"qti3", "gift", "csv", "printable-html"}));
  command->add_option("--language", options->language, "One of the bank's languages (its first)");
  command->add_option("--out", options->out,
                      "A new file, in place of standard output; for qti3 a new or empty folder");
  command->callback([options, &status] {
    if (options->to == "qti3" && options->out.empty()) throw CLI::RequiredError("--out FOLDER");
    status = export_bank_file(*options);
  });
}

}  // namespace app
