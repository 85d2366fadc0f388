#include "assessment/statistics/simulation.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "assessment/results/record.hpp"
#include "assessment/results/release.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/scoring/score_lookup.hpp"
#include "assessment/session/routing.hpp"

namespace assessment {
namespace {

// How synthetic people are; nothing here claims to describe real ones.
constexpr double leaning_share = 0.5;  // a domain's part beside ability
constexpr double noise_share = 0.7;    // the day's part in one answer
constexpr double outermost_cut = 1.5;  // cut points spread over -1.5 .. 1.5
constexpr double not_applicable_rate = 0.03;
constexpr double pass_over_rate = 0.1;                        // of items that are not required
constexpr double not_sure_rate = 0.3;                         // of those who do not know
constexpr double lowest_chance = 0.2, highest_chance = 0.95;  // of knowing the answer

struct Person {
  double ability = 0;
  std::vector<double> leanings{};  // by index of the domain

  double in(std::size_t domain) const { return ability + leaning_share * leanings[domain]; }
};

bool happens(double probability, Random& chance) {
  return chance.unit() < probability;
}

const OptionId& any_of(const std::vector<OptionId>& ids, Random& chance) {
  return ids[static_cast<std::size_t>(chance.below(ids.size()))];
}

template <class Wanted>
std::vector<OptionId> ids_where(std::span<const Option> options, Wanted wanted) {
  std::vector<OptionId> ids;
  for (const Option& option : options) {
    if (wanted(option)) ids.push_back(option.id);
  }
  return ids;
}

// The options that can be scored, from the least to the most; empty where none can.
std::vector<OptionId> ladder(std::span<const Option> options) {
  std::vector<const Option*> scored;
  for (const Option& option : options) {
    if (!option.is_not_applicable) scored.push_back(&option);
  }
  std::ranges::stable_sort(scored, [](const Option* a, const Option* b) { return a->score < b->score; });
  std::vector<OptionId> ids;
  for (const Option* option : scored) ids.push_back(option->id);
  return ids;
}

// With k options the k - 1 cut points lie at -1.5 + 3 i / k.
OptionId rate_oneself(std::span<const Option> options, double tendency, Random& chance) {
  const auto not_applicable =
      ids_where(options, [](const Option& option) { return option.is_not_applicable; });
  const auto steps = ladder(options);
  if (!not_applicable.empty() && (steps.empty() || happens(not_applicable_rate, chance))) {
    return any_of(not_applicable, chance);
  }
  const double count = static_cast<double>(steps.size());
  std::size_t step = 0;
  while (step + 1 < steps.size() &&
         (tendency + outermost_cut) * count > 2 * outermost_cut * static_cast<double>(step + 1)) {
    ++step;
  }
  return steps[step];
}

double probability_to_know(double ability) {
  return std::clamp(0.55 + 0.2 * ability, lowest_chance, highest_chance);
}

OptionId answer_single(const Item& item, std::span<const Option> options, double ability, Random& chance) {
  const auto is_right = [](const Option& option) { return option.is_correct; };
  const auto right = ids_where(options, is_right);
  if (!right.empty() && happens(probability_to_know(ability), chance)) return any_of(right, chance);
  if (item.has_not_sure && happens(not_sure_rate, chance)) return not_sure_option;
  const auto wrong = ids_where(options, [&](const Option& option) { return !is_right(option); });
  return wrong.empty() ? any_of(right, chance) : any_of(wrong, chance);
}

// Each right option is seen, and each wrong one seen through, by itself. Whoever picks nothing picks
// one option anyway, as the item wants an answer.
std::vector<OptionId> answer_multiple(const Item& item, std::span<const Option> options, double ability,
                                      Random& chance) {
  const double knows = probability_to_know(ability);
  if (item.has_not_sure && happens((1 - knows) * not_sure_rate, chance)) return {not_sure_option};
  std::vector<OptionId> chosen;
  for (const Option& option : options) {
    if (option.is_exclusive) continue;
    const bool is_seen = happens(knows, chance);
    if (is_seen == option.is_correct) chosen.push_back(option.id);
  }
  if (chosen.empty())
    chosen.push_back(any_of(ids_where(options, [](const Option&) { return true; }), chance));
  return chosen;
}

Session answer_item(const QuestionBank& bank, Session session, const Person& person, Random& chance) {
  const Item& item = bank.items[session.position];
  const auto options = options_of(bank, item);
  if (!item.is_required && happens(pass_over_rate, chance)) return session;
  const double tendency = person.in(item.domain) + noise_share * chance.bell();
  std::vector<OptionId> chosen;
  if (std::holds_alternative<MultipleItem>(item.type)) {
    chosen = answer_multiple(item, options, tendency, chance);
  } else if (std::ranges::any_of(options, &Option::is_correct)) {
    chosen = {answer_single(item, options, tendency, chance)};
  } else {
    chosen = {rate_oneself(options, tendency, chance)};
  }
  for (const OptionId& option : chosen) session = choose(bank, std::move(session), item.id, option);
  return session;
}

// Of n roles the first is n times as common as the last: so a simulation has groups of all sizes.
const Role& any_role(const QuestionBank& bank, Random& chance) {
  std::uint64_t weight = bank.roles.size();
  std::uint64_t place = chance.below(weight * (weight + 1) / 2);
  auto role = bank.roles.begin();
  for (; place >= weight; ++role) place -= weight--;
  return *role;
}

Seed stream_of(std::uint64_t seed, std::uint8_t stream) {
  Seed bytes{};
  for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<std::uint8_t>(seed >> (8 * i));
  bytes.back() = stream;
  return bytes;
}

bool exists(const Date& date) {
  return parse_date(to_text(date)).has_value();
}

}  // namespace

Session simulate_visit(const QuestionBank& bank, Random& chance) {
  const Role& role = any_role(bank, chance);
  Person person{.ability = chance.bell()};
  for (std::size_t i = 0; i < bank.domains.size(); ++i) person.leanings.push_back(chance.bell());

  Session session = start_session(bank, role.id, chance.next());
  while (true) {
    session = answer_item(bank, std::move(session), person, chance);
    auto next = next_item(bank, session, score_lookup(bank));
    if (!next) return session;
    session = std::move(*next);
  }
}

SimulationChance::SimulationChance(std::uint64_t seed)
    : people(stream_of(seed, 1)), kiosk(stream_of(seed, 2)) {}

Expected<SimulationSummary> simulate_days(const QuestionBank& bank, const Campaign& campaign,
                                          const SimulationPlan& plan, Pool& pool, Storage& storage,
                                          SimulationChance& chance,
                                          const std::function<void(int)>& report_visit) {
  const PoolOrigin origin = origin_of(campaign, bank, Respondents::synthetic);
  SimulationSummary summary;
  Date today = plan.start;
  while (true) {
    const auto released = release_if_due(pool, storage, campaign, today, chance.kiosk);
    if (!released) return released.faults();
    summary.batches += *released;
    if (summary.visits == plan.respondents) return summary;

    const int visitors = std::min(plan.visits_per_day, plan.respondents - summary.visits);
    for (int i = 0; i < visitors; ++i) {
      const Session session = simulate_visit(bank, chance.people);
      const auto added = pool.add(origin, make_record(bank, session, score(bank, session)), chance.kiosk);
      if (!added) return added.faults();
      report_visit(++summary.visits);
    }
    ++summary.days;
    today = day_after(today);
  }
}

Date day_after(const Date& date) {
  if (const Date next{date.year, date.month, date.day + 1}; exists(next)) return next;
  if (const Date next{date.year, date.month + 1, 1}; exists(next)) return next;
  return {date.year + 1, 1, 1};
}

}  // namespace assessment
