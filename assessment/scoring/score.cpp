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
std::optional<int> gap(const QuestionBank& bank, const Session& session, const DomainScore& score) {
  for (const ProfileEntry& entry : bank.profiles) {
    if (entry.role != session.role || entry.domain != score.id || !score.self.level) continue;
    return static_cast<int>(entry.level) - static_cast<int>(*score.self.level);
  }
  return std::nullopt;
}

DomainScore score_domain(const QuestionBank& bank, const Session& session, std::span<const std::size_t> shown,
                         std::size_t domain) {
  DomainScore result{.id = bank.domains[domain].id,
                     .self = score_measure(bank, session, shown, domain, Measure::self)};
  result.gap = gap(bank, session, result);
  const MeasureScore knowledge = score_measure(bank, session, shown, domain, Measure::knowledge);
  if (knowledge.figures.asked == 0) return result;
  result.agreement = agreement(result.self, knowledge);
  result.knowledge = knowledge;
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
  const auto shown = route(bank, session, score_lookup(bank));
  Score result;
  for (std::size_t domain = 0; domain < bank.domains.size(); ++domain) {
    result.domains.push_back(score_domain(bank, session, shown, domain));
  }
  const auto figures = overall_figures(result.domains);
  result.overall.percent = overall_percent(bank.overall, figures);
  if (result.overall.percent) result.overall.level = level_of(bank.levels, *result.overall.percent);
  result.overall.scored_domains = static_cast<int>(figures.size());
  result.overall.all_domains = static_cast<int>(bank.domains.size());
  return result;
}

}  // namespace assessment
