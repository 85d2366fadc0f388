#include "assessment/scoring/score.hpp"

#include <algorithm>

#include "assessment/scoring/attainment_rule.hpp"
#include "assessment/scoring/ordinal_rule.hpp"
#include "assessment/scoring/percent_rule.hpp"
#include "assessment/scoring/score_lookup.hpp"
#include "assessment/scoring/shown_items.hpp"
#include "assessment/scoring/sum_rule.hpp"
#include "assessment/session/routing.hpp"

namespace assessment {
namespace {

MeasureScore apply_rule(const RuleInput& input) {
  switch (input.rule.kind) {
    case RuleKind::percent:
      return score_percent(input);
    case RuleKind::percent_of_groups:
      return score_percent_of_groups(input);
    case RuleKind::sum:
      return score_sum(input);
    case RuleKind::all_of:
      return score_all_of(input);
    case RuleKind::one_per_group:
      return score_one_per_group(input);
    case RuleKind::pass_mark:
      return score_pass_mark(input);
    case RuleKind::ordinal:
      return score_ordinal(input);
    case RuleKind::capped_floor:
      return score_capped_floor(input);
  }
  return {};
}

std::optional<Agreement> agreement(const MeasureScore& self, const MeasureScore& knowledge) {
  if (!self.level || !knowledge.level) return std::nullopt;
  if (*self.level == *knowledge.level) return Agreement::same;
  return *self.level > *knowledge.level ? Agreement::over : Agreement::under;
}

// Required minus reached level of the role's profile, in steps of the level list (R8).
std::optional<int> gap(const QuestionBank& bank, const RoleId& role, const DomainScore& score) {
  for (const ProfileEntry& entry : bank.profiles) {
    if (entry.role != role || entry.domain != score.id || !score.self.level) continue;
    return static_cast<int>(entry.level) - static_cast<int>(*score.self.level);
  }
  return std::nullopt;
}

DomainScore score_domain(const QuestionBank& bank, const RoleId& role, const Domain& domain,
                         const std::array<ShownItems, 2>& shown) {
  const auto& [self, knowledge] = shown;
  DomainScore result{.id = domain.id, .self = apply_rule({bank, domain.rule, self})};
  result.gap = gap(bank, role, result);
  if (knowledge.empty()) return result;
  result.knowledge = apply_rule({bank, domain.rule, knowledge});
  result.agreement = agreement(result.self, *result.knowledge);
  return result;
}

// The figures the overall result speaks of: the self-ratings, or, in a bank that has none, the knowledge.
std::vector<const Figures*> overall_figures(const std::vector<DomainScore>& domains) {
  const bool has_self =
      std::ranges::any_of(domains, [](const DomainScore& d) { return d.self.figures.asked > 0; });
  std::vector<const Figures*> figures;
  for (const DomainScore& domain : domains) {
    const MeasureScore* measure = has_self ? &domain.self : domain.knowledge ? &*domain.knowledge : nullptr;
    if (measure && measure->figures.percent) figures.push_back(&measure->figures);
  }
  return figures;
}

std::optional<Rational> overall_percent(OverallRule rule, const std::vector<const Figures*>& figures) {
  if (figures.empty() || rule == OverallRule::none) return std::nullopt;
  Rational sum = 0, points = 0, possible = 0, lowest = 100;
  for (const Figures* figure : figures) {
    sum += *figure->percent;
    points += figure->points;
    possible += figure->points_possible;
    lowest = std::min(lowest, *figure->percent);
  }
  if (rule == OverallRule::pooled) return 100 * points / possible;
  if (rule == OverallRule::lowest_domain) return lowest;
  return sum / static_cast<unsigned long>(figures.size());
}

}  // namespace

MeasureScore score_measure(const QuestionBank& bank, const Session& session,
                           std::span<const std::size_t> shown, std::size_t domain, Measure measure) {
  const ShownItems items = shown_items(bank, session, shown, domain, measure);
  return apply_rule({bank, bank.domains[domain].rule, items});
}

Score score(const QuestionBank& bank, const Session& session) {
  return score(bank, session, route(bank, session, score_lookup(bank)));
}

Score score(const QuestionBank& bank, const Session& session, std::span<const std::size_t> shown) {
  return score(bank, session.role, shown_by_domain(bank, session, shown));
}

Score score(const QuestionBank& bank, const RoleId& role, const ShownByDomain& shown) {
  Score result;
  result.domains.reserve(bank.domains.size());
  for (std::size_t domain = 0; domain < bank.domains.size(); ++domain) {
    result.domains.push_back(score_domain(bank, role, bank.domains[domain], shown[domain]));
  }
  const auto figures = overall_figures(result.domains);
  result.overall.percent = overall_percent(bank.overall, figures);
  if (result.overall.percent) result.overall.level = level_of(bank.levels, *result.overall.percent);
  result.overall.scored_domains = static_cast<int>(figures.size());
  result.overall.all_domains = static_cast<int>(bank.domains.size());
  return result;
}

}  // namespace assessment
