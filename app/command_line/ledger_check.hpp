// Whether statistics may stand beside what was given out before.
//
// `skills items` and `skills compare` publish figures of the same people as `skills report`. Those of a group
// that has changed by a few people since would tell about these few, so they are refused.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/command_line/result_options.hpp"

namespace app {

// The groups about whom statistics are asked for.
struct AskedGroups {
  std::optional<assessment::Dimension> by{};  // none: everyone of a bank is one group
  std::vector<std::string> values{};          // along `by`; empty: all
};

// Refuses ("changed-by-few", "told-by-others") what the ledger cannot allow, and else remembers the groups as
// given out. Nothing is refused or remembered where figures are exact, the policy wants no ledger, or all
// answers are synthetic. Further codes: those of aggregate_files, disclose and with_ledger.
assessment::Outcome check_ledger(const ResultOptions& options, const assessment::FigureRules& rules,
                                 const AskedGroups& asked);

}  // namespace app
