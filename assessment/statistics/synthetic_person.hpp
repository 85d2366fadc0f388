// Synthetic people: for trying out banks, and all that comes after an answer.
//
// Equal seeds give equal visits on every platform: only additions, multiplications and comparisons
// of doubles, in a fixed order, and no function whose last bit a library may choose.
#pragma once

#include "assessment/bank/bank.hpp"
#include "assessment/base/random.hpp"
#include "assessment/session/session.hpp"

namespace assessment {

// One person's whole visit, page by page along the route. Their role is chance; the earlier a role
// stands in the bank, the more people it has. They have an ability (Random::bell) and a leaning for each
// domain. A self-rating is the option that ability, leaning and a noise of the day point to among evenly
// spaced cut points; a knowledge question is right with a probability that grows with ability. Now and then
// they say "not applicable" or "not sure", or pass over what is not required; what is required is always
// answered.
Session simulate_visit(const QuestionBank& bank, Random& chance);

}  // namespace assessment
