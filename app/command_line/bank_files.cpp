#include "app/command_line/bank_files.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "app/command_line/terminal.hpp"
#include "assessment/bank/schema.hpp"
#include "assessment/bank/signature.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/input_file.hpp"

namespace app {
namespace {

// Whether this can be one of the banks "ID@VERSION"; quicker to say than what it holds.
bool holds_id(const std::string& yaml, const std::set<std::string>& names) {
  return std::ranges::any_of(names, [&](const std::string& name) {
    return yaml.find(name.substr(0, name.find('@'))) != std::string::npos;
  });
}

}  // namespace

std::filesystem::path share_folder() {
  return program_folder() / ".." / "share" / "skills-kiosk";
}

assessment::Expected<assessment::QuestionBank> read_bank_file(const std::string& path) {
  const auto bytes = assessment::read_file(path, assessment::largest_yaml);
  if (!bytes) return bytes.faults();
  return assessment::parse_bank(*bytes, path);
}

assessment::Expected<std::optional<std::string>> read_bank_signature(const std::string& bank) {
  const std::string path = assessment::signature_file(bank);
  std::error_code error;
  if (std::filesystem::status(path, error).type() == std::filesystem::file_type::not_found) {
    return std::optional<std::string>();
  }
  auto bytes = assessment::read_file(path, assessment::largest_signature);
  if (!bytes) return bytes.faults();
  return std::optional(std::move(bytes).value());
}

assessment::ReadPicture pictures_beside(const std::string& bank) {
  return [folder = std::filesystem::path(bank).parent_path()](const std::string& file) {
    return assessment::read_file((folder / file).string(), assessment::largest_picture);
  };
}

std::vector<assessment::QuestionBank> find_shipped_banks(const std::set<std::string>& names) {
  const auto folder = share_folder() / "question_banks";
  std::error_code error;
  std::vector<std::string> paths;
  for (auto entry = std::filesystem::directory_iterator(folder, error);
       !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    if (entry->path().extension() == ".yaml") paths.push_back(entry->path().string());
  }
  std::ranges::sort(paths);
  std::vector<assessment::QuestionBank> banks;
  for (const std::string& path : paths) {
    const auto bytes = assessment::read_file(path, assessment::largest_yaml);
    if (!bytes || !holds_id(*bytes, names)) continue;
    auto bank = assessment::parse_bank(*bytes, path);
    if (bank && names.contains(assessment::bank_name(*bank))) banks.push_back(std::move(*bank));
  }
  return banks;
}

}  // namespace app
