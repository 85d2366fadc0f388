#include "assessment/statistics/bank_simulation.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "assessment/bank/working_time.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/statistics/cronbach_alpha.hpp"
#include "assessment/statistics/outcomes.hpp"

namespace assessment {
namespace {

// One measure of one domain while it is counted.
struct MeasureCount {
  SimulatedResult result{};
  AlphaSums alpha{0};
  std::vector<Rational> row{};  // of the present visit: what each item earned, weight applied
};

void count_outcome(SimulatedResult& result, std::optional<std::size_t> reported,
                   std::optional<std::size_t> true_one) {
  if (reported) ++result.outcomes[*reported].people;
  if (true_one) ++result.outcomes[*true_one].true_people;
  result.without_outcome += !reported;
  if (!reported || !true_one) return;
  ++result.compared;
  result.misclassified += *reported != *true_one;
}

void count_percent(Moments& moments, const std::optional<Rational>& percent) {
  if (!percent) return;
  const std::int64_t tenths = tenths_cut_off(*percent);
  ++moments.people;
  moments.sum += tenths;
  moments.sum_of_squares += tenths * tenths;
}

// How many people took how many seconds: as long as the longest visit, however many there are.
class TimeCount {
 public:
  void add(std::int64_t tenths) {
    const auto seconds = static_cast<std::size_t>((tenths + 9) / 10);
    if (seconds >= people_.size()) people_.resize(seconds + 1);
    ++people_[seconds];
    ++all_;
  }

  // The least number of seconds in which `percent` of the people are done. Precondition: there are some.
  std::int64_t needed_by(std::int64_t percent) const {
    std::int64_t done = 0, seconds = 0;
    for (const std::int64_t people : people_) {
      done += people;
      if (100 * done >= percent * all_) break;
      ++seconds;
    }
    return seconds;
  }

 private:
  std::vector<std::int64_t> people_;
  std::int64_t all_ = 0;
};

class VisitCounter {
 public:
  VisitCounter(const QuestionBank& bank, const SyntheticPeople& people) : bank_(bank), people_(people) {
    for (const std::string& language : bank.languages) times_.push_back(part_times(bank, language));
    for (const Item& item : bank.items) items_.push_back({.id = item.id});
    measures_.resize(bank.domains.size());
    for (const Item& item : bank.items) {
      if (!is_note(item)) ++measure_of(item).result.items;
    }
    for (std::size_t domain = 0; domain < bank.domains.size(); ++domain) {
      for (MeasureCount& measure : measures_[domain]) {
        measure.alpha = AlphaSums(static_cast<std::size_t>(measure.result.items));
        measure.result.outcomes = named(outcomes_of(bank, bank.domains[domain]));
      }
    }
    if (bank.overall == OverallRule::none) return;
    for (const Level& level : bank.levels) overall_.outcomes.push_back({.id = level.id.text});
  }

  void add(const SyntheticVisit& visit) {
    count_way(visit);
    ShownByDomain shown = shown_by_domain(bank_, visit.session, visit.on_route.shown);
    const Score reported = score(bank_, visit.session.role, shown);
    count_answers(shown);
    make_true(shown, visit.person);
    const Score true_score = score(bank_, visit.session.role, shown);
    for (std::size_t domain = 0; domain < shown.size(); ++domain) {
      const DomainScore& seen = reported.domains[domain];
      const DomainScore& meant = true_score.domains[domain];
      count_measure(domain, Measure::self, seen.self, meant.self);
      if (seen.knowledge) count_measure(domain, Measure::knowledge, *seen.knowledge, *meant.knowledge);
    }
    ++overall_.asked;
    count_percent(overall_.percent, reported.overall.percent);
    if (!overall_.outcomes.empty()) count_outcome(overall_, reported.overall.level, true_score.overall.level);
  }

  BankSimulation result(const BankSimulationPlan& plan) && {
    BankSimulation simulation{.plan = plan,
                              .time = {time_.needed_by(50), time_.needed_by(90)},
                              .length = length_,
                              .items = std::move(items_),
                              .overall = std::move(overall_)};
    for (std::size_t domain = 0; domain < measures_.size(); ++domain) {
      auto& [self, knowledge] = measures_[domain];
      simulation.domains.push_back(
          {bank_.domains[domain].id, finished(std::move(self)), finished(std::move(knowledge))});
    }
    return simulation;
  }

 private:
  static std::vector<SimulatedOutcome> named(const std::vector<std::string>& ids) {
    std::vector<SimulatedOutcome> outcomes;
    for (const std::string& id : ids) outcomes.push_back({.id = id});
    return outcomes;
  }

  static std::optional<SimulatedResult> finished(MeasureCount measure) {
    if (measure.result.items == 0) return std::nullopt;
    measure.result.complete = measure.alpha.people();
    measure.result.alpha = measure.alpha.alpha();
    return std::move(measure.result);
  }

  MeasureCount& measure_of(const Item& item) {
    return measures_[item.domain][static_cast<std::size_t>(item.measure)];
  }

  // How long the way was, and what was on it.
  void count_way(const SyntheticVisit& visit) {
    const auto shown = static_cast<std::int64_t>(visit.on_route.shown.size());
    for (const std::size_t index : visit.on_route.shown) {
      SimulatedItem& item = items_[index];
      ++item.shown;
      const Answer* answer = complete_answer(bank_, visit.session, bank_.items[index]);
      if (!answer) continue;
      ++item.answered;
      item.not_sure += std::ranges::find(answer->chosen, not_sure_option) != answer->chosen.end();
    }
    const std::int64_t usual = time_of_way(bank_, times_[visit.person.language], visit.on_route.shown);
    time_.add(usual * visit.person.pace / 1000);
    length_.least = length_.sum == 0 ? shown : std::min(length_.least, shown);
    length_.most = std::max(length_.most, shown);
    length_.sum += shown;
  }

  void count_answers(const ShownByDomain& shown) {
    for (std::size_t domain = 0; domain < shown.size(); ++domain) {
      for (std::size_t measure = 0; measure < 2; ++measure)
        count_answers(measures_[domain][measure], shown[domain][measure]);
    }
  }

  void count_answers(MeasureCount& count, const ShownItems& shown) {
    if (shown.empty()) return;
    ++count.result.asked;
    count.row.clear();
    for (const ShownItem& entry : shown) {
      items_[entry.item->index].not_applicable += entry.standing == Standing::not_applicable;
      if (entry.standing == Standing::scored) count.row.push_back(entry.item->weight * entry.points);
    }
    if (std::ssize(count.row) == count.result.items) count.alpha.add(count.row);
  }

  // Puts in place of what each answer earned what the person's answers to it earn on average.
  void make_true(ShownByDomain& shown, const SyntheticPerson& person) const {
    for (std::size_t domain = 0; domain < shown.size(); ++domain) {
      const RuleKind rule = bank_.domains[domain].rule.kind;
      const bool asks_each = rule == RuleKind::all_of || rule == RuleKind::one_per_group;
      for (ShownItems& items : shown[domain]) {
        for (ShownItem& entry : items) {
          if (entry.standing != Standing::scored) continue;
          entry.points = asks_each ? people_.usual_points(person, *entry.item)
                                   : people_.expected_points(person, *entry.item);
          if (rule != RuleKind::ordinal) continue;
          const OptionId usual = people_.usual_point(person, *entry.item);
          if (!usual.is_empty()) entry.chosen = usual;
        }
      }
    }
  }

  void count_measure(std::size_t domain, Measure measure, const MeasureScore& reported,
                     const MeasureScore& true_score) {
    if (reported.figures.asked == 0) return;
    const Rule& rule = bank_.domains[domain].rule;
    SimulatedResult& result = measures_[domain][static_cast<std::size_t>(measure)].result;
    count_percent(result.percent, reported.figures.percent);
    count_outcome(result, outcome_of(rule, reported), outcome_of(rule, true_score));
  }

  const QuestionBank& bank_;
  const SyntheticPeople& people_;
  std::vector<PartTimes> times_;  // by language
  std::vector<SimulatedItem> items_;
  std::vector<std::array<MeasureCount, 2>> measures_;  // by domain and Measure
  SimulatedResult overall_;
  SimulatedLength length_;
  TimeCount time_;
};

}  // namespace

BankSimulation simulate_bank(const QuestionBank& bank, const BankSimulationPlan& plan,
                             const std::function<void(std::int64_t)>& report_visits) {
  assert(plan.respondents > 0);
  constexpr std::int64_t visits_a_report = 256;
  const SyntheticPeople people(bank, plan.noise);
  VisitCounter counter(bank, people);
  Random chance(plan.seed);
  for (std::int64_t visits = 1; visits <= plan.respondents; ++visits) {
    counter.add(people.visit(chance));
    if (visits % visits_a_report == 0) report_visits(visits);
  }
  return std::move(counter).result(plan);
}

}  // namespace assessment
