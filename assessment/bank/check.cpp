#include "assessment/bank/check.hpp"

#include "assessment/bank/lint.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/crypto.hpp"

namespace assessment {
namespace {

Diagnostics all_findings(std::string_view bytes, std::string file, const ReadPicture& read_picture) {
  const auto tree = read_yaml(bytes, std::move(file));
  if (!tree) return tree.faults();
  const auto bank = parse_bank(*tree, sha256_hex(bytes));
  if (!bank) return bank.faults();
  Diagnostics faults = read_picture ? check_pictures(*bank, *tree, read_picture) : Diagnostics{};
  return faults.empty() ? lint_bank(*bank, *tree) : faults;
}

}  // namespace

BankFindings check_bank(std::string_view bytes, std::string file, const ReadPicture& read_picture) {
  BankFindings findings{.listed = all_findings(bytes, std::move(file), read_picture)};
  if (findings.listed.size() > most_findings) {
    findings.left_out = findings.listed.size() - most_findings;
    findings.listed.resize(most_findings);
  }
  return findings;
}

}  // namespace assessment
