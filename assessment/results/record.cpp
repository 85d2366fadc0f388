#include "assessment/results/record.hpp"

#include "assessment/scoring/score_lookup.hpp"
#include "assessment/session/routing.hpp"

namespace assessment {
namespace {

std::optional<int> tenths(const std::optional<Rational>& percent) {
  if (!percent) return std::nullopt;
  return tenths_cut_off(*percent);
}

std::optional<std::string> name(const std::vector<Level>& levels, const std::optional<std::size_t>& level) {
  if (!level) return std::nullopt;
  return levels[*level].id.text;
}

std::optional<Counts> counts_of(const MeasureScore& measure) {
  if (!measure.counts) return std::nullopt;
  Counts counts;
  for (const auto& [option, count] : *measure.counts) counts.emplace_back(option.text, count);
  return counts;
}

RecordedDomain record_domain(const QuestionBank& bank, const Domain& domain, const DomainScore& score) {
  const Figures& self = score.self.figures;
  // In a domain without self-ratings the rule's own fields speak of the knowledge.
  const MeasureScore& ruled = self.asked == 0 && score.knowledge ? *score.knowledge : score.self;
  RecordedDomain recorded{.id = domain.id.text,
                          .percent_tenths = tenths(self.percent),
                          .level = name(levels_of(bank, domain), score.self.level),
                          .answered = self.answered,
                          .asked = self.asked,
                          .steps = ruled.steps,
                          .counts = counts_of(ruled)};
  if (score.knowledge) recorded.knowledge_tenths = tenths(score.knowledge->figures.percent);
  if (ruled.attained) recorded.attained = to_text(*ruled.attained);
  return recorded;
}

RecordedAnswer record_answer(const Item& item, const Answer& answer) {
  const bool is_task = std::holds_alternative<TaskItem>(item.type);
  const bool is_unsure = !is_task && answer.chosen == std::vector{not_sure_option};
  if (takes_one_option(item) || is_unsure) return answer.chosen.front().text;
  if (const auto number = number_of(answer)) return RecordedNumber{to_decimal(*number)};
  if (!answer.joined.empty()) {
    IdMap pairs;
    for (const Join& join : answer.joined) pairs.emplace_back(join.left.text, join.right.text);
    return pairs;
  }
  IdList ids;
  for (const OptionId& id : answer.chosen) ids.push_back(id.text);
  return ids;
}

}  // namespace

std::string link_of(const LinkCode& code, const SecretKey& key) {
  std::string text = "skills-link/1";
  for (const std::uint8_t word : code.words) text += static_cast<char>(word);
  return keyed_blake2b_hex(text, key);
}

ResultRecord make_record(const QuestionBank& bank, const Session& session, const Score& score) {
  ResultRecord record{.bank = bank_name(bank), .role = session.role.text};
  for (std::size_t i = 0; i < score.domains.size(); ++i) {
    record.domains.push_back(record_domain(bank, bank.domains[i], score.domains[i]));
  }
  record.overall_tenths = tenths(score.overall.percent);
  record.overall_level = name(bank.levels, score.overall.level);
  for (const std::size_t index : route(bank, session, score_lookup(bank))) {
    const Item& item = bank.items[index];
    const Answer* answer = complete_answer(bank, session, item);
    if (answer) record.answers.emplace_back(item.id.text, record_answer(item, *answer));
    const OptionId& sure = session.sureness[item.index];
    if (answer && item.asks_sureness && !sure.is_empty() && pages_of(item, session) > steps_of(item)) {
      record.answers.emplace_back(item.id.text + ".sure", sure.text);
    }
    if (session.marks[item.index]) record.answers.emplace_back(item.id.text + ".flag", true);
  }
  return record;
}

}  // namespace assessment
