#include "assessment/session/progress.hpp"

#include <algorithm>

#include "assessment/session/routing.hpp"

namespace assessment {

Progress progress(const QuestionBank& bank, const Session& session) {
  const auto indices = route(bank, session);
  const auto here = std::ranges::lower_bound(indices, session.position);
  const auto answered = std::ranges::count_if(
      indices, [&](std::size_t index) { return answer_to(session, bank.items[index].id) != nullptr; });
  return {.number = static_cast<int>(here - indices.begin()) + 1,
          .total = static_cast<int>(indices.size()),
          .answered = static_cast<int>(answered)};
}

}  // namespace assessment
