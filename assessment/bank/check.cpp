#include "assessment/bank/check.hpp"

#include "assessment/bank/lint.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/crypto.hpp"

namespace assessment {
namespace {

Diagnostics all_findings(std::string_view bytes, std::string file) {
  const auto tree = read_yaml(bytes, std::move(file));
  if (!tree) return tree.faults();
  const auto bank = parse_bank(*tree, sha256_hex(bytes));
  if (!bank) return bank.faults();
  return lint_bank(*bank, *tree);
}

}  // namespace

BankFindings check_bank(std::string_view bytes, std::string file) {
  BankFindings findings{.listed = all_findings(bytes, std::move(file))};
  if (findings.listed.size() > most_findings) {
    findings.left_out = findings.listed.size() - most_findings;
    findings.listed.resize(most_findings);
  }
  return findings;
}

}  // namespace assessment
