// What stands between added-up results and a report: the rules, the ledger and the banks that name things.
// The command line and the dashboard go the same way, so that both publish the same.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/statistics/aggregate_files.hpp"
#include "assessment/statistics/disclosure.hpp"

namespace app {

// The rules of a policy file; the defaults without one. Codes: those of input_file.hpp and campaign.hpp.
assessment::Expected<assessment::DisclosurePolicy> read_policy(const std::string& path);

// The banks of `paths`, and for what they do not cover of `names` ("ID@VERSION") those that came with the
// program.
assessment::Expected<std::vector<assessment::QuestionBank>> find_banks(const std::vector<std::string>& paths,
                                                                       std::set<std::string> names);

// People, unless all files are of a program.
assessment::Respondents respondents_of(const assessment::AggregatedFiles& results);

struct LedgerUse {
  std::string path{};  // as with_ledger
  assessment::Respondents respondents = assessment::Respondents::people;
};

// disclose(), with what was given out before where the policy wants it remembered. Synthetic answers are
// nobody's, so nothing is remembered of them. Codes: those of disclose and with_ledger.
assessment::Expected<assessment::DisclosedTables> disclose_with_ledger(
    const assessment::Aggregate& aggregate, const assessment::DisclosureQuestion& question,
    const assessment::DisclosurePolicy& policy, const LedgerUse& ledger);

}  // namespace app
