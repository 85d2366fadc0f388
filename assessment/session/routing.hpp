// Which item comes next: what the bank's conditions make of role and answers.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/bank/expression.hpp"
#include "assessment/session/session.hpp"

namespace assessment {

// The value of score(), percent() or level() over the items shown so far; none: there is none yet.
// Only scoring can tell, and scoring comes later: assessment/scoring/score_lookup has it ready-made.
using ScoreLookup =
    std::function<std::optional<Value>(const Session&, std::span<const std::size_t> shown, const Term&)>;

// Indices into QuestionBank::items of all items shown to this person, in page order. An item is shown when
// its own condition and those of its domain and section hold, asked of the items shown before it: answers to
// hidden items are kept, but have no say. Without `scores` (null) nothing has been scored.
std::vector<std::size_t> route(const QuestionBank& bank, const Session& session, const ScoreLookup& scores);

// The part of a route that a visit has gone along.
struct RouteSoFar {
  std::vector<std::size_t> shown{};  // indices into QuestionBank::items, in page order
  std::size_t decided = 0;           // how many of QuestionBank::page_order are shown or passed by
};

// Adds the next item that is shown to this person, and returns its index; none at the end of the route.
// Conditions only look back, so what was added stays right until an answer to one of `shown`, or the role,
// changes. From an empty one to the end it gives what route() gives, but each step costs one step.
std::optional<std::size_t> extend_route(const QuestionBank& bank, const Session& session,
                                        const ScoreLookup& scores, RouteSoFar& so_far);

// next_page for a visit that never goes back: moves `session` one page on; false at the end, where it stays.
// Precondition: the session stands on the last of `so_far`.
bool go_on(const QuestionBank& bank, Session& session, const ScoreLookup& scores, RouteSoFar& so_far);

// The session one page on: the next of the item's own pages (pages_of), else the next item; none after the
// last.
std::optional<Session> next_page(const QuestionBank& bank, Session session, const ScoreLookup& scores);

// The session one page back; none before the first.
std::optional<Session> previous_page(const QuestionBank& bank, Session session, const ScoreLookup& scores);

// True while the item is required and what its current page asks is not fully answered.
bool is_answer_missing(const QuestionBank& bank, const Session& session);

// The session on the first page of the route whose answer is required and missing; none: all are there.
std::optional<Session> first_missing(const QuestionBank& bank, Session session, const ScoreLookup& scores);

// The ids, sorted, of all items that not every role need be asked: those whose conditions depend on the
// role, directly or through items and domains that do. An answer to one of them can tell the role.
std::vector<std::string> role_specific_items(const QuestionBank& bank);

}  // namespace assessment
