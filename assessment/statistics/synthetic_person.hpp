// Synthetic people: for trying out banks, and all that comes after an answer.
//
// Equal seeds give equal visits on every platform: only additions, multiplications, divisions and
// comparisons of doubles, in a fixed order, and no function whose last bit a library may choose.
#pragma once

#include <cstddef>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/base/random.hpp"
#include "assessment/session/routing.hpp"
#include "assessment/session/session.hpp"
#include "assessment/statistics/response_model.hpp"

namespace assessment {

// What a real person would take along to the kiosk, and what the kiosk is to find out.
struct SyntheticPerson {
  std::size_t role = 0;             // index into QuestionBank::roles
  std::size_t language = 0;         // index into QuestionBank::languages
  std::vector<double> standings{};  // by index of the domain; the mean of all people is 0
  bool admits_not_sure = false;     // says so where they do not know and may
  int pace = 1000;                  // time they take, in thousandths of the usual: 388 .. 1612

  bool operator==(const SyntheticPerson&) const = default;
};

struct SyntheticVisit {
  SyntheticPerson person{};
  Session session{};      // on its last page
  RouteSoFar on_route{};  // all items that were shown
};

// The day's part in one answer, beside a standing whose standard deviation is 1.1.
inline constexpr double usual_noise = 0.7;

// Visitors to one bank, which must outlive this.
//
// Their role is chance: the earlier a role stands in the bank, the more people it has. So is their language,
// each alike. They stand in a domain at ability + 0.5 * leaning, both Random::bell, the ability common to all
// domains. How they answer says response_model. Three in ten admit that they are not sure. One in ten of what
// is not required is passed over; what is required is always answered.
class SyntheticPeople {
 public:
  explicit SyntheticPeople(const QuestionBank& bank, double noise = usual_noise);

  SyntheticPerson person(Random& chance) const;

  // One person's whole visit, page by page along the route.
  SyntheticVisit visit(Random& chance) const;

  // What the person's answers to the item are worth on average, and, at noise 0, what that of their standing
  // is.
  Rational expected_points(const SyntheticPerson& person, const Item& item) const;
  Rational usual_points(const SyntheticPerson& person, const Item& item) const;

  // The option that the person's standing points to; empty where the item is no choice of a point.
  OptionId usual_point(const SyntheticPerson& person, const Item& item) const;

 private:
  void answer_page(Session& session, const SyntheticPerson& person, Random& chance) const;
  Rational points(const SyntheticPerson& person, const Item& item, double noise) const;

  const QuestionBank& bank_;
  double noise_;
  ScoreLookup scores_;
  std::vector<std::vector<ResponseModel>> models_;
};

// One visit to a bank by the usual people. For many, make SyntheticPeople once.
Session simulate_visit(const QuestionBank& bank, Random& chance);

}  // namespace assessment
