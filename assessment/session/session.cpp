#include "assessment/session/session.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "assessment/session/routing.hpp"

namespace assessment {
namespace {

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

}  // namespace

Session start_session(const QuestionBank& bank, RoleId role, std::uint64_t seed) {
  Session session{
      .bank = bank_name(bank), .role = std::move(role), .language = bank.languages.front(), .seed = seed};
  session.position = route(bank, session, nullptr).front();  // nothing is scored yet
  return session;
}

Session choose(const QuestionBank& bank, Session session, const ItemId& item_id, const OptionId& option) {
  const auto index = find_item(bank, item_id);
  assert(index);
  const Item& item = bank.items[*index];
  assert(find_option(bank, item, option) || (item.has_not_sure && option == not_sure_option));

  if (!std::holds_alternative<MultipleItem>(item.type)) {
    session.answers[item_id] = Answer{{option}};
    return session;
  }

  std::vector<OptionId> chosen = session.answers[item_id].chosen;
  if (std::erase(chosen, option) == 0) {
    const bool is_alone = clears_others(bank, item, option);
    std::erase_if(chosen,
                  [&](const OptionId& other) { return is_alone || clears_others(bank, item, other); });
    chosen.push_back(option);
  }
  if (chosen.empty()) {
    session.answers.erase(item_id);
  } else {
    session.answers[item_id] = Answer{in_bank_order(bank, item, chosen)};
  }
  return session;
}

const Answer* answer_to(const Session& session, const ItemId& item) {
  const auto found = session.answers.find(item);
  return found == session.answers.end() ? nullptr : &found->second;
}

std::vector<ShownOption> shown_options(const QuestionBank& bank, const Item& item) {
  std::vector<ShownOption> shown;
  for (const Option& option : options_of(bank, item)) {
    shown.push_back({option.id, &option, option.is_not_applicable || option.is_exclusive});
  }
  std::stable_partition(shown.begin(), shown.end(),
                        [](const ShownOption& option) { return !option.is_way_out; });
  if (item.has_not_sure) shown.push_back({not_sure_option, nullptr, true});
  return shown;
}

bool is_chosen(const Session& session, const ItemId& item, const OptionId& option) {
  const Answer* answer = answer_to(session, item);
  return answer && std::ranges::find(answer->chosen, option) != answer->chosen.end();
}

}  // namespace assessment
