// A set of answers written down in a file: what `skills score` scores.
//
//   {role: clinical, answers: {lock_screen: alone, safe_places: [locked_room, own_drawer]}}
#pragma once

#include "assessment/bank/bank.hpp"
#include "assessment/bank/node.hpp"
#include "assessment/base/expected.hpp"
#include "assessment/session/session.hpp"

namespace assessment {

// The session in which these answers were given. Faults, all of them with their place: unknown
// keys, an unknown role, item or option, several options for an item that takes one, an exclusive
// option beside others. `role` may be left out where the bank has only one. Items may be missing.
Expected<Session> parse_answers(const QuestionBank& bank, const NodeTree& tree);

}  // namespace assessment
