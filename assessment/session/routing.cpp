#include "assessment/session/routing.hpp"

#include <algorithm>
#include <numeric>

namespace assessment {

std::vector<std::size_t> route(const QuestionBank& bank, const Session&) {
  std::vector<std::size_t> indices(bank.items.size());
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  return indices;
}

std::optional<Session> next_item(const QuestionBank& bank, Session session) {
  const auto indices = route(bank, session);
  const auto after = std::ranges::upper_bound(indices, session.position);
  if (after == indices.end()) return std::nullopt;
  session.position = *after;
  return session;
}

std::optional<Session> previous_item(const QuestionBank& bank, Session session) {
  const auto indices = route(bank, session);
  const auto here = std::ranges::lower_bound(indices, session.position);
  if (here == indices.begin()) return std::nullopt;
  session.position = *std::prev(here);
  return session;
}

bool is_answer_missing(const QuestionBank& bank, const Session& session) {
  const Item& item = bank.items[session.position];
  return item.is_required && !answer_to(session, item.id);
}

}  // namespace assessment
