// Which item comes next.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/session/session.hpp"

namespace assessment {

// Indices into QuestionBank::items of all items shown to this person, in page order.
// Today every item is shown to everyone, in file order; conditions will narrow it.
std::vector<std::size_t> route(const QuestionBank& bank, const Session& session);

// The session one item on; none after the last.
std::optional<Session> next_item(const QuestionBank& bank, Session session);

// The session one item back; none before the first.
std::optional<Session> previous_item(const QuestionBank& bank, Session session);

// True while the current item is required and has no answer.
bool is_answer_missing(const QuestionBank& bank, const Session& session);

}  // namespace assessment
