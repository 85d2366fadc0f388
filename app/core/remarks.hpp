// What the results page may say about single answers, so that nothing else of them need be kept.
#pragma once

#include <vector>

#include "app/core/model.hpp"
#include "assessment/bank/bank.hpp"
#include "assessment/session/session.hpp"

namespace app {

// One for each knowledge item on the route that has `feedback` and a complete answer, in page order.
// "Partly" is any score between nothing and the highest.
std::vector<Remark> remarks_on(const assessment::QuestionBank& bank, const assessment::Session& session);

}  // namespace app
