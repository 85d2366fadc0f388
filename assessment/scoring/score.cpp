#include "assessment/scoring/score.hpp"

#include <algorithm>

#include "assessment/scoring/levels.hpp"

namespace assessment {
namespace {

std::optional<LevelId> level_id(const QuestionBank& bank, const std::optional<Rational>& percent) {
  if (!percent) return std::nullopt;
  return bank.levels[level_of(bank.levels, *percent)].id;
}

MeasureScore score_measure(const QuestionBank& bank, const Session& session, std::size_t domain,
                           Measure measure) {
  MeasureScore result{.figures = score_percent(bank, session, domain, measure)};
  result.level = level_id(bank, result.figures.percent);
  return result;
}

std::optional<Agreement> agreement(const QuestionBank& bank, const MeasureScore& self,
                                   const MeasureScore& knowledge) {
  if (!self.figures.percent || !knowledge.figures.percent) return std::nullopt;
  const std::size_t rated = level_of(bank.levels, *self.figures.percent);
  const std::size_t known = level_of(bank.levels, *knowledge.figures.percent);
  if (rated == known) return Agreement::same;
  return rated > known ? Agreement::over : Agreement::under;
}

DomainScore score_domain(const QuestionBank& bank, const Session& session, std::size_t domain) {
  DomainScore result{.id = bank.domains[domain].id,
                     .self = score_measure(bank, session, domain, Measure::self)};
  const MeasureScore knowledge = score_measure(bank, session, domain, Measure::knowledge);
  if (knowledge.figures.asked == 0) return result;
  result.agreement = agreement(bank, result.self, knowledge);
  result.knowledge = knowledge;
  return result;
}

// The figures the overall result speaks of: the self-ratings, or, in a bank that has none, the knowledge.
std::vector<const PercentScore*> overall_figures(const std::vector<DomainScore>& domains) {
  const bool has_self =
      std::ranges::any_of(domains, [](const DomainScore& d) { return d.self.figures.asked > 0; });
  std::vector<const PercentScore*> figures;
  for (const DomainScore& domain : domains) {
    const MeasureScore* measure = has_self ? &domain.self : domain.knowledge ? &*domain.knowledge : nullptr;
    if (measure && measure->figures.percent) figures.push_back(&measure->figures);
  }
  return figures;
}

std::optional<Rational> overall_percent(OverallRule rule, const std::vector<const PercentScore*>& figures) {
  if (figures.empty() || rule == OverallRule::none) return std::nullopt;
  Rational sum = 0, points = 0, possible = 0, lowest = 100;
  for (const PercentScore* figure : figures) {
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

Score score(const QuestionBank& bank, const Session& session) {
  Score result;
  for (std::size_t domain = 0; domain < bank.domains.size(); ++domain) {
    result.domains.push_back(score_domain(bank, session, domain));
  }
  const auto figures = overall_figures(result.domains);
  result.overall.percent = overall_percent(bank.scoring.overall, figures);
  result.overall.level = level_id(bank, result.overall.percent);
  result.overall.scored_domains = static_cast<int>(figures.size());
  result.overall.all_domains = static_cast<int>(bank.domains.size());
  return result;
}

}  // namespace assessment
