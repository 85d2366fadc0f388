#include "assessment/scoring/score_lookup.hpp"

#include <algorithm>

#include "assessment/scoring/score.hpp"
#include "assessment/scoring/shown_items.hpp"

namespace assessment {
namespace {

std::optional<Value> item_score(const QuestionBank& bank, const Session& session,
                                std::span<const std::size_t> shown, const std::string& name) {
  const auto index =
      std::ranges::find_if(shown, [&](std::size_t i) { return bank.items[i].id.text == name; });
  const Answer* answer = index == shown.end() ? nullptr : complete_answer(bank, session, bank.items[*index]);
  if (!answer) return std::nullopt;
  const ItemScore score = score_answer(bank, bank.items[*index], *answer);
  if (!score.is_applicable) return std::nullopt;
  return score.points;
}

std::optional<Value> domain_score(const QuestionBank& bank, const Session& session,
                                  std::span<const std::size_t> shown, const Term& term) {
  const auto domain = std::ranges::find(bank.domains, DomainId{term.name}, &Domain::id);
  const auto index = static_cast<std::size_t>(domain - bank.domains.begin());
  MeasureScore measure = score_measure(bank, session, shown, index, Measure::self);
  if (measure.figures.asked == 0) measure = score_measure(bank, session, shown, index, Measure::knowledge);
  if (term.subject == Subject::percent) {
    if (!measure.figures.percent) return std::nullopt;
    return *measure.figures.percent;
  }
  if (!measure.level) return std::nullopt;
  return levels_of(bank, *domain)[*measure.level].id.text;
}

}  // namespace

ScoreLookup score_lookup(const QuestionBank& bank) {
  return [&bank](const Session& session, std::span<const std::size_t> shown, const Term& term) {
    if (term.subject == Subject::score) return item_score(bank, session, shown, term.name);
    return domain_score(bank, session, shown, term);
  };
}

}  // namespace assessment
