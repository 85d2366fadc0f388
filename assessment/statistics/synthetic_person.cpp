#include "assessment/statistics/synthetic_person.hpp"

#include <iterator>
#include <utility>

#include "assessment/scoring/score_lookup.hpp"

namespace assessment {
namespace {

// How synthetic people are; nothing here claims to describe real ones.
constexpr double leaning_share = 0.5;    // a domain's part beside ability
constexpr double pass_over_rate = 0.1;   // of items that are not required
constexpr double admitting_share = 0.3;  // of people
constexpr double pace_spread = 0.25;     // standard deviation

bool happens(double probability, Random& chance) {
  return chance.unit() < probability;
}

// Of n roles the first is n times as common as the last: so a simulation has groups of all sizes.
std::size_t any_role(const QuestionBank& bank, Random& chance) {
  std::uint64_t weight = bank.roles.size();
  std::uint64_t place = chance.below(weight * (weight + 1) / 2);
  std::size_t role = 0;
  for (; place >= weight; ++role) place -= weight--;
  return role;
}

// The thousandths of the usual time: mean 1000, triangular, so within 1 -+ 0.25 * 2.45.
int any_pace(Random& chance) {
  constexpr double half_width = 2.449489742783178;  // the root of 6
  const double first = chance.unit();
  const double second = chance.unit();
  return static_cast<int>(1000 * (1 + pace_spread * half_width * (first + second - 1)));
}

// Does with the item's page what a person does to answer so.
void enter(const QuestionBank& bank, Session& session, const Item& item, const Answer& answer) {
  const std::size_t step = session.step;
  for (const OptionId& option : answer.chosen) session = choose(bank, std::move(session), item, option, step);
  for (const Join& pair : answer.joined)
    session = join(bank, std::move(session), item.id, pair.left, pair.right);
  for (const char key : answer.typed) session = type_key(bank, std::move(session), item.id, key);
}

}  // namespace

SyntheticPeople::SyntheticPeople(const QuestionBank& bank, double noise)
    : bank_(bank), noise_(noise), scores_(score_lookup(bank)), models_(make_response_models(bank)) {}

SyntheticPerson SyntheticPeople::person(Random& chance) const {
  SyntheticPerson person{.role = any_role(bank_, chance)};
  person.language = static_cast<std::size_t>(chance.below(bank_.languages.size()));
  const double ability = chance.bell();
  person.standings.reserve(bank_.domains.size());
  for (std::size_t i = 0; i < bank_.domains.size(); ++i)
    person.standings.push_back(ability + leaning_share * chance.bell());
  person.admits_not_sure = happens(admitting_share, chance);
  person.pace = any_pace(chance);
  return person;
}

SyntheticVisit SyntheticPeople::visit(Random& chance) const {
  SyntheticVisit visit{.person = person(chance)};
  Session& session = visit.session;
  session = start_session(bank_, bank_.roles[visit.person.role].id, chance.next());
  session.language = bank_.languages[visit.person.language];
  visit.on_route.shown.reserve(bank_.items.size());
  session.position = extend_route(bank_, session, scores_, visit.on_route).value();
  do {
    answer_page(session, visit.person, chance);
  } while (go_on(bank_, session, scores_, visit.on_route));
  return visit;
}

void SyntheticPeople::answer_page(Session& session, const SyntheticPerson& person, Random& chance) const {
  const Item& item = bank_.items[session.position];
  if (is_on_sureness(bank_, session)) {
    const OptionId& sure = sureness_options[chance.below(std::size(sureness_options))];
    session = say_sureness(std::move(session), item, sure);
    return;
  }
  if (!item.is_required && happens(pass_over_rate, chance)) return;
  const Respondent respondent{person.standings[item.domain], noise_, person.admits_not_sure};
  const Answer answer = any_answer(models_[item.index][session.step], respondent, chance);
  enter(bank_, session, item, answer);
}

Rational SyntheticPeople::points(const SyntheticPerson& person, const Item& item, double noise) const {
  const Respondent respondent{person.standings[item.domain], noise, person.admits_not_sure};
  Rational sum = 0;
  for (const ResponseModel& model : models_[item.index])
    sum += assessment::expected_points(model, respondent);
  return sum;
}

Rational SyntheticPeople::expected_points(const SyntheticPerson& person, const Item& item) const {
  return points(person, item, noise_);
}

Rational SyntheticPeople::usual_points(const SyntheticPerson& person, const Item& item) const {
  return points(person, item, 0);
}

OptionId SyntheticPeople::usual_point(const SyntheticPerson& person, const Item& item) const {
  return point_of_standing(models_[item.index].front(), person.standings[item.domain]);
}

Session simulate_visit(const QuestionBank& bank, Random& chance) {
  return SyntheticPeople(bank).visit(chance).session;
}

}  // namespace assessment
