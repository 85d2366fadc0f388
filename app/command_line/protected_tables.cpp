#include "app/command_line/protected_tables.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/command_line/bank_files.hpp"
#include "app/command_line/ledger_file.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/input_file.hpp"

namespace app {

using assessment::Expected;

Expected<assessment::DisclosurePolicy> read_policy(const std::string& path) {
  if (path.empty()) return assessment::DisclosurePolicy{};
  const auto bytes = assessment::read_file(path, assessment::largest_yaml);
  if (!bytes) return bytes.faults();
  return assessment::parse_policy(*bytes, path);
}

Expected<std::vector<assessment::QuestionBank>> find_banks(const std::vector<std::string>& paths,
                                                           std::set<std::string> names) {
  std::vector<assessment::QuestionBank> banks;
  assessment::Diagnostics faults;
  for (const std::string& path : paths) {
    auto bank = read_bank_file(path);
    if (bank) {
      names.erase(assessment::bank_name(*bank));
      banks.push_back(std::move(*bank));
    } else {
      faults.insert(faults.end(), bank.faults().begin(), bank.faults().end());
    }
  }
  if (!faults.empty()) return faults;
  if (!names.empty()) std::ranges::move(find_shipped_banks(names), std::back_inserter(banks));
  return banks;
}

assessment::Respondents respondents_of(const assessment::AggregatedFiles& results) {
  return results.synthetic_files < results.files ? assessment::Respondents::people
                                                 : assessment::Respondents::synthetic;
}

Expected<assessment::DisclosedTables> disclose_with_ledger(const assessment::Aggregate& aggregate,
                                                           const assessment::DisclosureQuestion& question,
                                                           const assessment::DisclosurePolicy& policy,
                                                           const LedgerUse& use) {
  if (!policy.has_ledger || use.respondents == assessment::Respondents::synthetic) {
    assessment::Ledger forgotten;
    return assessment::disclose(aggregate, question, policy, forgotten);
  }
  return with_ledger(use.path, [&](assessment::Ledger& ledger) {
    return assessment::disclose(aggregate, question, policy, ledger);
  });
}

}  // namespace app
