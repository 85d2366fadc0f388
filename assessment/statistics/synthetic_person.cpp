#include "assessment/statistics/synthetic_person.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

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

// Whether the person knows the answer, and if not, whether they say so.
enum class Knowing { right, wrong, says_not_sure };

Knowing know(const Item& item, double ability, Random& chance) {
  if (happens(probability_to_know(ability), chance)) return Knowing::right;
  return item.has_not_sure && happens(not_sure_rate, chance) ? Knowing::says_not_sure : Knowing::wrong;
}

Session place_in_order(const QuestionBank& bank, Session session, const Item& item, bool is_right,
                       Random& chance) {
  auto ids = ids_where(options_of(bank, item), [](const Option&) { return true; });
  if (!is_right) chance.shuffle(ids);
  for (const OptionId& id : ids) session = choose(bank, std::move(session), item.id, id);
  return session;
}

Session join_pairs(const QuestionBank& bank, Session session, const Item& item, bool is_right,
                   Random& chance) {
  const auto& match = std::get<MatchItem>(item.type);
  auto rights = ids_where(match.rights, [](const Option&) { return true; });
  if (!is_right) chance.shuffle(rights);
  for (std::size_t i = 0; i < rights.size(); ++i) {
    session = join(bank, std::move(session), item.id, match.lefts[i].id, rights[i]);
  }
  return session;
}

// Right is the lower end of what is accepted, wrong one more than any upper end.
Session type_number(const QuestionBank& bank, Session session, const Item& item, bool is_right) {
  const auto& number = std::get<NumberItem>(item.type);
  Rational value = number.accept.front().from;
  if (!is_right) {
    for (const Interval& interval : number.accept) value = std::max(value, Rational(interval.to + 1));
  }
  for (const char key : to_decimal(value)) session = type_key(bank, std::move(session), item.id, key);
  return session;
}

Session answer_in_parts(const QuestionBank& bank, Session session, const Item& item, double ability,
                        Random& chance) {
  const Knowing knowing = know(item, ability, chance);
  if (knowing == Knowing::says_not_sure) return choose(bank, std::move(session), item.id, not_sure_option);
  const bool is_right = knowing == Knowing::right;
  if (std::holds_alternative<OrderItem>(item.type))
    return place_in_order(bank, std::move(session), item, is_right, chance);
  if (std::holds_alternative<MatchItem>(item.type))
    return join_pairs(bank, std::move(session), item, is_right, chance);
  return type_number(bank, std::move(session), item, is_right);
}

bool is_in_parts(const Item& item) {
  return std::holds_alternative<OrderItem>(item.type) || std::holds_alternative<MatchItem>(item.type) ||
         std::holds_alternative<NumberItem>(item.type);
}

// Answers what the session's page asks.
Session answer_page(const QuestionBank& bank, Session session, const Person& person, Random& chance) {
  const Item& item = bank.items[session.position];
  if (is_note(item)) return session;
  if (is_on_sureness(bank, session))
    return say_sureness(std::move(session), item.id,
                        sureness_options[chance.below(std::size(sureness_options))]);
  if (!item.is_required && happens(pass_over_rate, chance)) return session;
  const double tendency = person.in(item.domain) + noise_share * chance.bell();
  if (is_in_parts(item)) return answer_in_parts(bank, std::move(session), item, tendency, chance);
  const std::size_t step = session.step;
  const auto options = options_of(bank, item, step);
  std::vector<OptionId> chosen;
  if (std::holds_alternative<MultipleItem>(item.type)) {
    chosen = answer_multiple(item, options, tendency, chance);
  } else if (std::ranges::any_of(options, &Option::is_correct)) {
    chosen = {answer_single(item, options, tendency, chance)};
  } else {
    chosen = {rate_oneself(options, tendency, chance)};
  }
  for (const OptionId& option : chosen) session = choose(bank, std::move(session), item.id, option, step);
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

}  // namespace

Session simulate_visit(const QuestionBank& bank, Random& chance) {
  const Role& role = any_role(bank, chance);
  Person person{.ability = chance.bell()};
  for (std::size_t i = 0; i < bank.domains.size(); ++i) person.leanings.push_back(chance.bell());

  Session session = start_session(bank, role.id, chance.next());
  while (true) {
    session = answer_page(bank, std::move(session), person, chance);
    auto next = next_page(bank, session, score_lookup(bank));
    if (!next) return session;
    session = std::move(*next);
  }
}

}  // namespace assessment
