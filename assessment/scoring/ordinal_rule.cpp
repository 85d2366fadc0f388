#include "assessment/scoring/ordinal_rule.hpp"

#include <algorithm>

namespace assessment {
namespace {

int& count_of(LevelCounts& counts, const OptionId& id) {
  const auto found = std::ranges::find(counts, id, &LevelCounts::value_type::first);
  if (found != counts.end()) return found->second;
  return counts.emplace_back(id, 0).second;
}

// The level at the middle of all that were chosen; of two middles the lower.
std::optional<std::size_t> lower_median(const std::vector<Level>& levels, const LevelCounts& counts,
                                        int answered) {
  int left = (answered + 1) / 2;
  for (std::size_t level = 0; level < levels.size(); ++level) {
    for (const auto& [option, count] : counts) {
      if (option.text == levels[level].id.text) left -= count;
    }
    if (left <= 0) return level;
  }
  return std::nullopt;
}

}  // namespace

MeasureScore score_ordinal(const RuleInput& input) {
  MeasureScore score{.figures = count_items(input.items)};
  LevelCounts counts;
  for (const ShownItem& shown : input.items) {
    for (const Option& option : options_of(input.bank, *shown.item)) {
      if (!option.is_not_applicable) count_of(counts, option.id);
    }
    if (shown.standing == Standing::scored) ++count_of(counts, shown.chosen);
  }
  if (has_enough_answers(input.rule, score.figures)) {
    score.level = lower_median(input.bank.levels, counts, score.figures.answered);
  }
  score.counts = std::move(counts);
  return score;
}

}  // namespace assessment
