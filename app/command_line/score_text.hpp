// A score as `skills score` prints it.
#pragma once

#include <string>

#include "assessment/bank/bank.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/session/session.hpp"

namespace app {

// One line of JSON; the fields are described in docs/scoring.md.
std::string to_json(const assessment::QuestionBank& bank, const assessment::Session& session,
                    const assessment::Score& score);

// The same for people, in the bank's first language.
std::string to_text(const assessment::QuestionBank& bank, const assessment::Score& score);

}  // namespace app
