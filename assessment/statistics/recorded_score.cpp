#include "assessment/statistics/recorded_score.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "assessment/base/overloaded.hpp"
#include "assessment/session/session.hpp"

namespace assessment {
namespace {

bool is_option(const QuestionBank& bank, const Item& item, const std::string& id, std::size_t step = 0) {
  return find_option(bank, item, OptionId{id}, step) != nullptr;
}

bool all_differ(const IdList& ids) {
  return std::set<std::string>(ids.begin(), ids.end()).size() == ids.size();
}

// True for a choice that the item's type can have.
bool is_choice(const QuestionBank& bank, const Item& item, const IdList& ids) {
  const auto is_of_item = [&](const std::string& id) { return is_option(bank, item, id); };
  if (std::holds_alternative<MultipleItem>(item.type))
    return all_differ(ids) && std::all_of(ids.begin(), ids.end(), is_of_item);
  if (std::holds_alternative<OrderItem>(item.type)) {
    return ids.size() == options_of(bank, item).size() && all_differ(ids) &&
           std::all_of(ids.begin(), ids.end(), is_of_item);
  }
  if (!std::holds_alternative<TaskItem>(item.type) || ids.size() != steps_of(item)) return false;
  for (std::size_t step = 0; step < ids.size(); ++step) {
    const bool is_unsure = item.has_not_sure && ids[step] == not_sure_option.text;
    if (!is_unsure && !is_option(bank, item, ids[step], step)) return false;
  }
  return true;
}

bool has_id(const std::vector<Option>& options, const std::string& id) {
  return std::find_if(options.begin(), options.end(),
                      [&](const Option& option) { return option.id.text == id; }) != options.end();
}

std::optional<Answer> to_answer(const QuestionBank& bank, const Item& item, const std::string& id) {
  const bool is_unsure = item.has_not_sure && id == not_sure_option.text;
  if (!is_unsure && !(takes_one_option(item) && is_option(bank, item, id))) return std::nullopt;
  return Answer{.chosen = {OptionId{id}}};
}

std::optional<Answer> to_answer(const QuestionBank& bank, const Item& item, const IdList& ids) {
  if (!is_choice(bank, item, ids)) return std::nullopt;
  Answer answer;
  for (const std::string& id : ids) answer.chosen.push_back(OptionId{id});
  return answer;
}

std::optional<Answer> to_answer(const Item& item, const IdMap& pairs) {
  const auto* match = std::get_if<MatchItem>(&item.type);
  if (!match || pairs.size() != match->lefts.size()) return std::nullopt;
  Answer answer;
  for (const auto& [left, right] : pairs) {
    if (!has_id(match->lefts, left) || !has_id(match->rights, right)) return std::nullopt;
    answer.joined.push_back({OptionId{left}, OptionId{right}});
  }
  return answer;
}

std::optional<Answer> to_answer(const Item& item, const RecordedNumber& number) {
  if (!std::holds_alternative<NumberItem>(item.type)) return std::nullopt;
  Answer answer{.typed = number.decimal};
  if (!number_of(answer)) return std::nullopt;
  return answer;
}

}  // namespace

std::optional<ItemScore> score_recorded(const QuestionBank& bank, const Item& item,
                                        const RecordedAnswer& recorded) {
  const auto answer = std::visit(Overloaded{
                                     [&](const std::string& id) { return to_answer(bank, item, id); },
                                     [&](const IdList& ids) { return to_answer(bank, item, ids); },
                                     [&](const IdMap& pairs) { return to_answer(item, pairs); },
                                     [&](const RecordedNumber& number) { return to_answer(item, number); },
                                     [](bool) { return std::optional<Answer>(); },
                                 },
                                 recorded);
  if (!answer) return std::nullopt;
  return score_answer(bank, item, *answer);
}

}  // namespace assessment
