// How far a visit has come.
#pragma once

#include "assessment/bank/bank.hpp"
#include "assessment/session/routing.hpp"
#include "assessment/session/session.hpp"

namespace assessment {

struct Progress {
  int number = 0;              // of the current item on the route, from 1
  int total = 0;               // items on the route
  bool is_total_final = true;  // no answer still to come can change the total
  int answered = 0;            // of these, with an answer

  bool operator==(const Progress&) const = default;
};

Progress progress(const QuestionBank& bank, const Session& session, const ScoreLookup& scores);

}  // namespace assessment
