#include "app/command_line/bank_files.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "app/command_line/input_file.hpp"
#include "app/command_line/terminal.hpp"
#include "assessment/bank/lint.hpp"
#include "assessment/bank/schema.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/crypto.hpp"

namespace app {

assessment::Expected<assessment::QuestionBank> read_bank_file(const std::string& path) {
  const auto bytes = read_input_file(path, assessment::largest_yaml);
  if (!bytes) return bytes.faults();
  return assessment::parse_bank(*bytes, path);
}

assessment::Diagnostics find_bank_faults(std::string_view bytes, const std::string& path) {
  const auto tree = assessment::read_yaml(bytes, path);
  if (!tree) return tree.faults();
  const auto bank = assessment::parse_bank(*tree, assessment::sha256_hex(bytes));
  if (!bank) return bank.faults();
  return assessment::lint_bank(*bank, *tree);
}

std::vector<assessment::QuestionBank> find_shipped_banks(const std::set<std::string>& names) {
  const auto folder = program_folder() / ".." / "share" / "skills-kiosk" / "question_banks";
  std::error_code error;
  std::vector<std::string> paths;
  for (auto entry = std::filesystem::directory_iterator(folder, error);
       !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    if (entry->path().extension() == ".yaml") paths.push_back(entry->path().string());
  }
  std::ranges::sort(paths);
  std::vector<assessment::QuestionBank> banks;
  for (const std::string& path : paths) {
    auto bank = read_bank_file(path);
    if (bank && names.contains(assessment::bank_name(*bank))) banks.push_back(std::move(*bank));
  }
  return banks;
}

}  // namespace app
