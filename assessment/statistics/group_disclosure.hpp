// One group's figures: what of them may be shown once the group itself may.
#pragma once

#include <optional>

#include "assessment/statistics/counting_rules.hpp"

namespace assessment {

struct ProtectedGroup {
  DisclosedGroup group{};
  Suppressed suppressed{};  // cells that are withheld
};

// What a reader knows at best of the size of a group from its own figures: rounded, and the sum of each row.
Bounds known_size(const GroupFigures& figures, const PublishedFigure& people, const CountingRules& rules);

// The figures of a group whose size is known to be within `size`. None: its cells cannot be protected, so
// nothing of the group may be shown. Precondition: `people` is shown and is rules.group_size(figures.people).
std::optional<ProtectedGroup> disclose_group(const GroupKey& key, const GroupFigures& figures,
                                             const PublishedFigure& people, Bounds size,
                                             const CountingRules& rules);

}  // namespace assessment
