#include "assessment/session/routing.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <iterator>

namespace assessment {
namespace {

// Answers the conditions of one item from what was shown before it.
class TermLookup {
 public:
  TermLookup(const QuestionBank& bank, const Session& session, const ScoreLookup& scores,
             const std::vector<std::size_t>& shown)
      : bank_(bank), session_(session), scores_(scores), shown_(shown) {}

  std::optional<Value> operator()(const Term& term) const {
    switch (term.subject) {
      case Subject::role:
        return session_.role.text;
      case Subject::language:
        return session_.language;
      case Subject::answered:
        return shown_answer(term.name) != nullptr;
      case Subject::choice:
        return choice(term.name);
      case Subject::count:
        return count(term.name);
      case Subject::number:
        return number(term.name);
      case Subject::score:
      case Subject::percent:
      case Subject::level:
        return scores_ ? scores_(session_, shown_, term) : std::nullopt;
    }
    return std::nullopt;
  }

 private:
  // The complete answer to an item that was shown; null where it is hidden or has none.
  const Answer* shown_answer(const std::string& name) const {
    const auto is_it = [&](std::size_t index) { return bank_.items[index].id.text == name; };
    const auto index = std::ranges::find_if(shown_, is_it);
    return index == shown_.end() ? nullptr : complete_answer(bank_, session_, bank_.items[*index]);
  }

  std::optional<Value> choice(const std::string& name) const {
    const Answer* answer = shown_answer(name);
    if (!answer) return std::nullopt;
    return answer->chosen.front().text;
  }

  std::optional<Value> count(const std::string& name) const {
    const Answer* answer = shown_answer(name);
    if (!answer) return std::nullopt;
    return Rational(static_cast<unsigned long>(answer->chosen.size()));
  }

  std::optional<Value> number(const std::string& name) const {
    const Answer* answer = shown_answer(name);
    const auto value = answer ? number_of(*answer) : std::nullopt;
    if (!value) return std::nullopt;
    return *value;
  }

  const QuestionBank& bank_;
  const Session& session_;
  const ScoreLookup& scores_;
  const std::vector<std::size_t>& shown_;
};

Session at(Session session, std::size_t item, std::size_t step) {
  session.position = item;
  session.step = step;
  return session;
}

}  // namespace

std::optional<std::size_t> extend_route(const QuestionBank& bank, const Session& session,
                                        const ScoreLookup& scores, RouteSoFar& so_far) {
  const TermLookup terms(bank, session, scores, so_far.shown);
  const Condition::Lookup lookup = std::cref(terms);
  while (so_far.decided < bank.page_order.size()) {
    const std::size_t index = bank.page_order[so_far.decided++];
    const Item& item = bank.items[index];
    const bool is_shown = (!item.section || bank.sections[*item.section].only_if.is_true(lookup)) &&
                          bank.domains[item.domain].only_if.is_true(lookup) && item.show_if.is_true(lookup);
    if (!is_shown) continue;
    so_far.shown.push_back(index);
    return index;
  }
  return std::nullopt;
}

std::vector<std::size_t> route(const QuestionBank& bank, const Session& session, const ScoreLookup& scores) {
  RouteSoFar so_far;
  so_far.shown.reserve(bank.page_order.size());
  while (extend_route(bank, session, scores, so_far)) {
  }
  return std::move(so_far.shown);
}

bool go_on(const QuestionBank& bank, Session& session, const ScoreLookup& scores, RouteSoFar& so_far) {
  assert(!so_far.shown.empty() && so_far.shown.back() == session.position);
  if (session.step + 1 < pages_of(bank.items[session.position], session)) {
    ++session.step;
    return true;
  }
  const auto next = extend_route(bank, session, scores, so_far);
  if (!next) return false;
  session.position = *next;
  session.step = 0;
  return true;
}

std::optional<Session> next_page(const QuestionBank& bank, Session session, const ScoreLookup& scores) {
  if (session.step + 1 < pages_of(bank.items[session.position], session))
    return at(session, session.position, session.step + 1);
  const auto indices = route(bank, session, scores);
  const auto here = std::ranges::find(indices, session.position);
  if (here == indices.end() || std::next(here) == indices.end()) return std::nullopt;
  return at(std::move(session), *std::next(here), 0);
}

std::optional<Session> previous_page(const QuestionBank& bank, Session session, const ScoreLookup& scores) {
  if (session.step > 0) return at(session, session.position, session.step - 1);
  const auto indices = route(bank, session, scores);
  const auto here = std::ranges::find(indices, session.position);
  if (here == indices.begin() || here == indices.end()) return std::nullopt;
  const std::size_t before = *std::prev(here);
  const std::size_t last_step = pages_of(bank.items[before], session) - 1;
  return at(std::move(session), before, last_step);
}

bool is_answer_missing(const QuestionBank& bank, const Session& session) {
  const Item& item = bank.items[session.position];
  if (!item.is_required || is_note(item)) return false;
  if (is_on_sureness(bank, session)) return session.sureness[item.index].is_empty();
  if (!std::holds_alternative<TaskItem>(item.type)) return !complete_answer(bank, session, item);
  const Answer* answer = answer_to(session, item);
  return !answer || session.step >= answer->chosen.size() || answer->chosen[session.step].text.empty();
}

std::optional<Session> first_missing(const QuestionBank& bank, Session session, const ScoreLookup& scores) {
  for (const std::size_t index : route(bank, session, scores)) {
    const std::size_t pages = pages_of(bank.items[index], session);
    for (std::size_t step = 0; step < pages; ++step) {
      if (is_answer_missing(bank, at(session, index, step))) return at(std::move(session), index, step);
    }
  }
  return std::nullopt;
}

std::vector<std::string> role_specific_items(const QuestionBank& bank) {
  std::vector<std::string> names;  // of items, and of domains that hold one
  std::vector<std::string> items;
  const auto depends_on_role = [&](const Condition& condition) {
    return std::ranges::any_of(condition.terms(), [&](const Term& term) {
      return term.subject == Subject::role || std::ranges::find(names, term.name) != names.end();
    });
  };
  for (const std::size_t index : bank.page_order) {
    const Item& item = bank.items[index];
    const Domain& domain = bank.domains[item.domain];
    const Section* section = section_of(bank, index);
    if (!depends_on_role(item.show_if) && !depends_on_role(domain.only_if) &&
        !(section && depends_on_role(section->only_if))) {
      continue;
    }
    names.insert(names.end(), {item.id.text, domain.id.text});
    items.push_back(item.id.text);
  }
  std::ranges::sort(items);
  return items;
}

}  // namespace assessment
