// skills bank import: makes a bank of the questions of another tool, and says what does not fit into one.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "app/command_line/bank_commands.hpp"
#include "app/command_line/output_file.hpp"
#include "app/command_line/refusals.hpp"
#include "assessment/bank/check.hpp"
#include "assessment/bank/exchange/bank_yaml.hpp"
#include "assessment/bank/exchange/exchange_ids.hpp"
#include "assessment/bank/exchange/import.hpp"
#include "assessment/bank/exchange/source_text.hpp"
#include "assessment/base/input_file.hpp"

namespace app {
namespace {

using assessment::Expected;
using assessment::ImportFormat;
using assessment::SourceFile;

struct ImportOptions {
  std::vector<std::string> paths;
  std::string from, out, language = "en";
};

const std::map<std::string, ImportFormat> import_formats{{"gift", ImportFormat::gift},
                                                         {"aiken", ImportFormat::aiken},
                                                         {"moodle-xml", ImportFormat::moodle_xml},
                                                         {"qti", ImportFormat::qti}};

// A folder stands for the .xml files in it, in the order of their names.
std::vector<std::string> files_of(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    std::vector<std::string> found;
    for (auto entry = std::filesystem::directory_iterator(path, error);
         !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
      if (entry->path().extension() == ".xml") found.push_back(entry->path().string());
    }
    std::ranges::sort(found);
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

Expected<std::vector<SourceFile>> read_sources(const ImportOptions& options) {
  const bool is_qti = options.from == "qti";
  const auto files = is_qti ? files_of(options.paths) : options.paths;
  if (files.empty() || (files.size() > 1 && !is_qti)) {
    return assessment::Diagnostic{.code = "wrong-files",
                                  .file = options.paths.front(),
                                  .text = files.empty() ? "there is no .xml file in this folder"
                                                        : "only --from qti takes more than one file"};
  }
  std::vector<SourceFile> sources;
  std::size_t all = 0;
  for (const std::string& file : files) {
    const auto bytes = assessment::read_file(file, assessment::largest_import);
    if (!bytes) return bytes.faults();
    all += bytes->size();
    if (all > assessment::largest_import) {
      return assessment::Diagnostic{
          .code = "too-large",
          .file = file,
          .text = fmt::format("more than {} bytes together with the files before it",
                              assessment::largest_import)};
    }
    sources.push_back({file, *bytes});
  }
  return sources;
}

int import_bank(const ImportOptions& options) {
  const auto sources = read_sources(options);
  if (!sources) return refuse(sources.faults());
  const auto words = assessment::import_words(options.language);
  const auto imported = assessment::import_questions(*sources, import_formats.at(options.from), words);
  if (!imported) return refuse(imported.faults());

  const std::string id = assessment::make_bank_id(std::filesystem::path(options.out).stem().string());
  const std::string yaml = assessment::to_bank_yaml(*imported, id, words);
  const auto written = create_output_file(options.out, yaml);
  if (!written) return refuse(written.faults());
  const auto findings = assessment::check_bank(yaml, options.out).listed;
  print(imported->losses);
  print(findings);
  fmt::print("{}: {} questions; {} remarks on what could not be carried over as it was\n", options.out,
             imported->questions.size(), imported->losses.size());
  return has_error(findings) ? status_of(findings) : status_done;
}

}  // namespace

void add_bank_import_command(CLI::App& bank, int& status) {
  CLI::App* import = bank.add_subcommand("import", "Make a bank of another tool's questions");
  const auto options = std::make_shared<ImportOptions>();
  import->add_option("FILE", options->paths, "The questions; with --from qti several files, or their folder")
      ->required();
  import->add_option("--from", options->from, "gift, aiken, moodle-xml or qti")
      ->required()
      ->check(CLI::IsMember({"gift", "aiken", "moodle-xml", "qti"}));
  import->add_option("--out", options->out, "The bank to write (YAML); an existing file is left as it is")
      ->required();
  import->add_option("--language", options->language, "The language the questions are in (en)");
  import->callback([options, &status] { status = import_bank(*options);
});
}  // namespace app

}  // namespace app
