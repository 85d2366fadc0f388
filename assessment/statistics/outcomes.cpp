#include "assessment/statistics/outcomes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace assessment {
namespace {

// The attained values a rule gives, from the lowest; empty for rules that give none.
std::span<const Attainment> attainments_of(RuleKind kind) {
  static constexpr Attainment all_of[] = {Attainment::not_attained, Attainment::attained};
  static constexpr Attainment groups[] = {Attainment::none, Attainment::partial, Attainment::attained};
  static constexpr Attainment mark[] = {Attainment::failed, Attainment::passed};
  if (kind == RuleKind::all_of) return all_of;
  if (kind == RuleKind::one_per_group) return groups;
  if (kind == RuleKind::pass_mark) return mark;
  return {};
}

}  // namespace

std::vector<std::string> outcomes_of(const QuestionBank& bank, const Domain& domain) {
  std::vector<std::string> ids;
  for (const Attainment attainment : attainments_of(domain.rule.kind)) ids.push_back(to_text(attainment));
  if (domain.rule.kind == RuleKind::capped_floor) {
    for (int step = 0; step <= domain.rule.cap; ++step) ids.push_back(fmt::to_string(step));
  }
  if (ids.empty()) {
    for (const Level& level : levels_of(bank, domain)) ids.push_back(level.id.text);
  }
  return ids;
}

std::optional<std::size_t> outcome_of(const Rule& rule, const MeasureScore& score) {
  const auto attainments = attainments_of(rule.kind);
  if (!attainments.empty()) {
    const auto found = std::ranges::find(attainments, score.attained.value_or(Attainment::undetermined));
    if (found == attainments.end()) return std::nullopt;
    return static_cast<std::size_t>(found - attainments.begin());
  }
  if (rule.kind != RuleKind::capped_floor) return score.level;
  if (!score.steps) return std::nullopt;
  return static_cast<std::size_t>(*score.steps);
}

}  // namespace assessment
