#include "assessment/results/record.hpp"

#include "assessment/session/routing.hpp"

namespace assessment {
namespace {

std::optional<int> tenths(const std::optional<Rational>& percent) {
  if (!percent) return std::nullopt;
  return tenths_cut_off(*percent);
}

std::optional<std::string> name(const std::optional<LevelId>& level) {
  if (!level) return std::nullopt;
  return level->text;
}

RecordedDomain record_domain(const DomainScore& domain) {
  const PercentScore& self = domain.self.figures;
  RecordedDomain recorded{.id = domain.id.text,
                          .percent_tenths = tenths(self.percent),
                          .level = name(domain.self.level),
                          .answered = self.answered,
                          .asked = self.asked};
  if (domain.knowledge) recorded.knowledge_tenths = tenths(domain.knowledge->figures.percent);
  return recorded;
}

RecordedAnswer record_answer(const Item& item, const Answer& answer) {
  if (!std::holds_alternative<MultipleItem>(item.type)) return answer.chosen.front().text;
  IdList ids;
  for (const OptionId& id : answer.chosen) ids.push_back(id.text);
  return ids;
}

}  // namespace

ResultRecord make_record(const QuestionBank& bank, const Session& session, const Score& score) {
  ResultRecord record{.bank = bank_name(bank), .role = session.role.text};
  for (const DomainScore& domain : score.domains) record.domains.push_back(record_domain(domain));
  record.overall_tenths = tenths(score.overall.percent);
  record.overall_level = name(score.overall.level);
  for (const std::size_t index : route(bank, session)) {
    const Item& item = bank.items[index];
    if (const Answer* answer = answer_to(session, item.id)) {
      record.answers.emplace_back(item.id.text, record_answer(item, *answer));
    }
  }
  return record;
}

}  // namespace assessment
