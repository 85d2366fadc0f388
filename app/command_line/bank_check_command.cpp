// skills bank check: says all that is wrong, or unwise, in question banks.
#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "app/command_line/bank_commands.hpp"
#include "app/command_line/bank_files.hpp"
#include "app/command_line/input_file.hpp"
#include "assessment/bank/yaml_reader.hpp"

namespace app {
namespace {

// All findings about one bank: errors, or else warnings.
assessment::Diagnostics findings(const std::string& path) {
  const auto bytes = read_input_file(path, assessment::largest_yaml);
  if (!bytes) return bytes.faults();
  return find_bank_faults(*bytes, path);
}

int check_banks(const std::vector<std::string>& paths) {
  int worst = status_done;
  for (const std::string& path : paths) {
    const auto found = findings(path);
    print(found);
    if (has_error(found)) worst = std::max(worst, status_of(found));
  }
  return worst;
}

}  // namespace

void add_bank_check_command(CLI::App& bank, int& status) {
  CLI::App* check =
      bank.add_subcommand("check", "Say all that is wrong in banks: FILE:LINE:COL: error: TEXT");
  const auto paths = std::make_shared<std::vector<std::string>>();
  check->add_option("FILE", *paths, "Question banks (YAML)")->required();
  check->callback([paths, &status] { status = check_banks(*paths); });
}

}  // namespace app
