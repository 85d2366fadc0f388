// What conditions ask of scores, for session/routing, which comes before scoring.
#pragma once

#include "assessment/bank/bank.hpp"
#include "assessment/session/routing.hpp"

namespace assessment {

// score(ITEM): the points of its answer, none while it has none that counts. percent(DOMAIN) and
// level(DOMAIN): by the domain's rule over the items shown so far; the self-ratings, or, in a domain that
// has none, the knowledge. `bank` must outlive the result.
ScoreLookup score_lookup(const QuestionBank& bank);

}  // namespace assessment
