#include "assessment/scoring/measure_score.hpp"

namespace assessment {

std::string to_text(Attainment attainment) {
  switch (attainment) {
    case Attainment::attained:
      return "attained";
    case Attainment::partial:
      return "partial";
    case Attainment::not_attained:
      return "not_attained";
    case Attainment::none:
      return "none";
    case Attainment::undetermined:
      return "undetermined";
    case Attainment::passed:
      return "passed";
    case Attainment::failed:
      return "failed";
  }
  return "";
}

Figures count_items(const ShownItems& items) {
  Figures figures;
  for (const ShownItem& shown : items) {
    ++figures.asked;
    figures.not_applicable += shown.standing == Standing::not_applicable;
    if (shown.standing != Standing::scored) continue;
    ++figures.answered;
    figures.points += shown.item->weight * shown.points;
    figures.points_possible += shown.item->weight * shown.highest;
  }
  return figures;
}

bool has_enough_answers(const Rule& rule, const Figures& figures) {
  // Multiplied, not divided: half of five items asks for three answers, never for two.
  return figures.answered > 0 && figures.answered >= rule.minimum_answered * figures.asked;
}

std::size_t level_of(const std::vector<Level>& levels, const Rational& value) {
  std::size_t reached = 0;
  while (reached + 1 < levels.size() && value >= levels[reached + 1].from) ++reached;
  return reached;
}

}  // namespace assessment
