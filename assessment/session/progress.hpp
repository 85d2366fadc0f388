// How far a visit has come.
#pragma once

#include "assessment/bank/bank.hpp"
#include "assessment/session/routing.hpp"
#include "assessment/session/session.hpp"

namespace assessment {

struct Progress {
  int number = 0;              // of the current question on the route, from 1; of a note the next one's
  int total = 0;               // questions on the route; notes are none
  bool is_total_final = true;  // no answer still to come can change the total
  int answered = 0;            // of these, with an answer

  bool operator==(const Progress&) const = default;
};

Progress progress(const QuestionBank& bank, const Session& session, const ScoreLookup& scores);

}  // namespace assessment
