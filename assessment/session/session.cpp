#include "assessment/session/session.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "assessment/session/routing.hpp"

namespace assessment {
namespace {

const Item& item_of(const QuestionBank& bank, const ItemId& id) {
  const auto index = find_item(bank, id);
  assert(index);
  return bank.items[*index];
}

bool clears_others(const QuestionBank& bank, const Item& item, const OptionId& id) {
  if (id == not_sure_option) return true;
  const Option* option = find_option(bank, item, id);
  return option && option->is_exclusive;
}

// Puts the ids back into the order of the bank, "not sure" last.
std::vector<OptionId> in_bank_order(const QuestionBank& bank, const Item& item,
                                    const std::vector<OptionId>& chosen) {
  std::vector<OptionId> ordered;
  const auto add_if_chosen = [&](const OptionId& id) {
    if (std::ranges::find(chosen, id) != chosen.end()) ordered.push_back(id);
  };
  for (const Option& option : options_of(bank, item)) add_if_chosen(option.id);
  add_if_chosen(not_sure_option);
  return ordered;
}

// Adds the option, or takes it away; what cannot stand beside it goes.
void toggle(const QuestionBank& bank, const Item& item, const OptionId& option, Answer& answer) {
  if (std::erase(answer.chosen, option) > 0) return;
  const bool is_alone = clears_others(bank, item, option);
  std::erase_if(answer.chosen,
                [&](const OptionId& other) { return is_alone || clears_others(bank, item, other); });
  answer.chosen.push_back(option);
}

void choose_in_step(std::size_t step, const OptionId& option, Answer& answer) {
  if (answer.chosen.size() <= step) answer.chosen.resize(step + 1);
  answer.chosen[step] = option;
}

Session with_answer(Session session, const Item& item, Answer answer) {
  session.answers[item.index] = std::move(answer);
  return session;
}

// What was answered so far without the "not sure" that any other answer clears.
Answer sure_answer(const Session& session, const Item& item) {
  const Answer& answer = session.answers[item.index];
  return answer.chosen == std::vector{not_sure_option} ? Answer{} : answer;
}

}  // namespace

Session start_session(const QuestionBank& bank, RoleId role, std::uint64_t seed) {
  Session session{.bank = bank_name(bank),
                  .role = std::move(role),
                  .language = bank.languages.front(),
                  .seed = seed,
                  .answers = std::vector<Answer>(bank.items.size()),
                  .sureness = std::vector<OptionId>(bank.items.size()),
                  .marks = std::vector<bool>(bank.items.size())};
  RouteSoFar nothing;
  session.position = extend_route(bank, session, nullptr, nothing).value();  // nothing is scored yet
  return session;
}

Session choose(const QuestionBank& bank, Session session, const ItemId& item, const OptionId& option,
               std::size_t step) {
  return choose(bank, std::move(session), item_of(bank, item), option, step);
}

Session choose(const QuestionBank& bank, Session session, const Item& item, const OptionId& option,
               std::size_t step) {
  assert(find_option(bank, item, option, step) || (item.has_not_sure && option == not_sure_option));

  Answer& answer = session.answers[item.index];
  if (std::holds_alternative<TaskItem>(item.type)) {
    choose_in_step(step, option, answer);
  } else if (std::holds_alternative<MultipleItem>(item.type)) {
    toggle(bank, item, option, answer);
    answer.chosen = in_bank_order(bank, item, answer.chosen);
  } else if (std::holds_alternative<OrderItem>(item.type) && option != not_sure_option) {
    answer = sure_answer(session, item);
    if (std::erase(answer.chosen, option) == 0) answer.chosen.push_back(option);
  } else {
    answer.chosen.assign(1, option);
    answer.joined.clear();
    answer.typed.clear();
  }
  return session;
}

Session move_placed(const QuestionBank& bank, Session session, const ItemId& item_id, const OptionId& option,
                    int by) {
  const Item& item = item_of(bank, item_id);
  assert(std::holds_alternative<OrderItem>(item.type) && (by == 1 || by == -1));
  Answer answer = sure_answer(session, item);
  const auto found = std::ranges::find(answer.chosen, option);
  const auto from = found - answer.chosen.begin();
  const auto to = from + by;
  if (found == answer.chosen.end() || to < 0 || to >= std::ssize(answer.chosen)) return session;
  std::swap(*found, answer.chosen[static_cast<std::size_t>(to)]);
  return with_answer(std::move(session), item, std::move(answer));
}

Session join(const QuestionBank& bank, Session session, const ItemId& item_id, const OptionId& left,
             const OptionId& right) {
  const Item& item = item_of(bank, item_id);
  const auto& match = std::get<MatchItem>(item.type);
  Answer answer = sure_answer(session, item);
  const bool is_undo = std::erase(answer.joined, Join{left, right}) > 0;
  std::erase_if(answer.joined, [&](const Join& other) { return other.left == left || other.right == right; });
  if (!is_undo) answer.joined.push_back({left, right});
  std::ranges::sort(answer.joined, {}, [&](const Join& pair) {
    return std::ranges::find(match.lefts, pair.left, &Option::id) - match.lefts.begin();
  });
  return with_answer(std::move(session), item, std::move(answer));
}

Session type_key(const QuestionBank& bank, Session session, const ItemId& item_id, char key) {
  constexpr std::size_t most_digits = 9;
  const Item& item = item_of(bank, item_id);
  const auto& number = std::get<NumberItem>(item.type);
  Answer answer = sure_answer(session, item);
  std::string& typed = answer.typed;
  const std::size_t point = typed.find('.');
  if (key == '<') {
    if (!typed.empty()) typed.pop_back();
  } else if (key == '.') {
    if (number.decimals > 0 && point == std::string::npos && !typed.empty()) typed += '.';
  } else if (typed == "0") {
    typed = key;  // no number begins with a superfluous zero
  } else if (point == std::string::npos ? typed.size() < most_digits
                                        : typed.size() - point <= static_cast<std::size_t>(number.decimals)) {
    typed += key;
  }
  return with_answer(std::move(session), item, std::move(answer));
}

Session say_sureness(Session session, const Item& item, const OptionId& sure) {
  assert(std::ranges::find(sureness_options, sure) != std::end(sureness_options));
  session.sureness[item.index] = sure;
  return session;
}

Session toggle_mark(Session session, const Item& item) {
  assert(!is_note(item));
  session.marks[item.index] = !session.marks[item.index];
  return session;
}

const Answer* answer_to(const Session& session, const Item& item) {
  const Answer& answer = session.answers[item.index];
  return answer.is_empty() ? nullptr : &answer;
}

const Answer* complete_answer(const QuestionBank& bank, const Session& session, const Item& item) {
  const Answer* answer = answer_to(session, item);
  if (!answer) return nullptr;
  if (const auto* task = std::get_if<TaskItem>(&item.type)) {
    const bool has_all =
        answer->chosen.size() == task->steps.size() &&
        std::ranges::none_of(answer->chosen, [](const OptionId& id) { return id.text.empty(); });
    return has_all ? answer : nullptr;
  }
  if (!answer->chosen.empty() && answer->chosen.front() == not_sure_option) return answer;
  bool is_complete = true;
  if (std::holds_alternative<OrderItem>(item.type)) {
    is_complete = answer->chosen.size() == options_of(bank, item).size();
  } else if (const auto* match = std::get_if<MatchItem>(&item.type)) {
    is_complete = answer->joined.size() == match->lefts.size();
  } else if (std::holds_alternative<NumberItem>(item.type)) {
    is_complete = number_of(*answer).has_value();
  }
  return is_complete ? answer : nullptr;
}

std::optional<Rational> number_of(const Answer& answer) {
  std::string_view digits = answer.typed;
  if (digits.ends_with('.')) digits.remove_suffix(1);
  return parse_decimal(digits);
}

std::size_t pages_of(const Item& item, const Session& session) {
  const Answer* answer = item.asks_sureness ? answer_to(session, item) : nullptr;
  const bool asks = answer && answer->chosen != std::vector{not_sure_option};
  return steps_of(item) + (asks ? 1 : 0);
}

bool is_on_sureness(const QuestionBank& bank, const Session& session) {
  return session.step == steps_of(bank.items[session.position]);
}

bool is_chosen(const Session& session, const Item& item, const OptionId& option) {
  const Answer* answer = answer_to(session, item);
  return answer && std::ranges::find(answer->chosen, option) != answer->chosen.end();
}

bool is_chosen_in_step(const Session& session, const Item& item, std::size_t step, const OptionId& option) {
  const Answer* answer = answer_to(session, item);
  return answer && step < answer->chosen.size() && answer->chosen[step] == option;
}

}  // namespace assessment
