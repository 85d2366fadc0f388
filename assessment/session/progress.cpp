#include "assessment/session/progress.hpp"

#include <algorithm>

namespace assessment {
namespace {

// True when the term's value may still change while the items from `position` on are answered.
bool is_open(const QuestionBank& bank, const Term& term, std::size_t position) {
  const auto is_named = [&](std::size_t index) {
    const Item& item = bank.items[index];
    const bool is_by_domain = term.subject == Subject::percent || term.subject == Subject::level;
    return (is_by_domain ? bank.domains[item.domain].id.text : item.id.text) == term.name;
  };
  const auto here = std::ranges::find(bank.page_order, position);
  return std::any_of(here, bank.page_order.end(), is_named);
}

bool may_total_change(const QuestionBank& bank, std::size_t position) {
  const auto depends = [&](const Condition& condition) {
    return std::ranges::any_of(condition.terms(),
                               [&](const Term& term) { return is_open(bank, term, position); });
  };
  return std::ranges::any_of(bank.items, depends, &Item::show_if) ||
         std::ranges::any_of(bank.domains, depends, &Domain::only_if) ||
         std::ranges::any_of(bank.sections, depends, &Section::only_if);
}

}  // namespace

Progress progress(const QuestionBank& bank, const Session& session, const ScoreLookup& scores) {
  auto indices = route(bank, session, scores);
  std::erase_if(indices, [&](std::size_t index) {
    return index != session.position && is_note(bank.items[index]);  // it is no question
  });
  const auto here = std::ranges::find(indices, session.position);
  const auto answered = std::ranges::count_if(indices, [&](std::size_t index) {
    return complete_answer(bank, session, bank.items[index]) != nullptr;
  });
  return {.number = static_cast<int>(here - indices.begin()) + 1,
          .total = static_cast<int>(indices.size()) - (is_note(bank.items[session.position]) ? 1 : 0),
          .is_total_final = !may_total_change(bank, session.position),
          .answered = static_cast<int>(answered)};
}

}  // namespace assessment
