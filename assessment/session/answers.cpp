#include "assessment/session/answers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/bank/fields.hpp"
#include "assessment/base/text.hpp"

namespace assessment {
namespace {

RoleId read_role(const QuestionBank& bank, const Fields& fields) {
  if (bank.roles.size() == 1 && !fields.optional("role")) return bank.roles.front().id;
  const auto node = fields.required("role");
  if (!node) return {};
  std::vector<std::string_view> known;
  for (const Role& role : bank.roles) known.push_back(role.id.text);
  const auto word = read_word(*node, "role", known, fields.faults());
  return word ? bank.roles[*word].id : RoleId{};
}

std::vector<std::string_view> option_names(const QuestionBank& bank, const Item& item) {
  std::vector<std::string_view> names;
  for (const Option& option : options_of(bank, item)) names.push_back(option.id.text);
  if (item.has_not_sure) names.push_back(not_sure_option.text);
  return names;
}

// Chooses what the file says was chosen; a choice that would push another one out is a fault.
void read_answer(const QuestionBank& bank, const Item& item, Node value, Session& session,
                 Diagnostics& faults) {
  const bool takes_several = std::holds_alternative<MultipleItem>(item.type);
  if (value.is_list() && !takes_several) {
    faults.push_back(
        value.error("wrong-type", fmt::format("'{}' takes one option, not a list", item.id.text)));
    return;
  }
  const auto nodes = value.is_list() ? read_list(value, "options", faults) : std::vector<Node>{value};
  for (const Node& node : nodes) {
    const auto names = option_names(bank, item);
    const auto word = read_word(node, "the answer", names, faults);
    if (!word) continue;
    const OptionId option{std::string(names[*word])};
    if (is_chosen(session, item.id, option)) {
      faults.push_back(node.error("duplicate-id", fmt::format("'{}' is chosen twice", option.text)));
      continue;
    }
    const std::size_t before = answer_to(session, item.id) ? answer_to(session, item.id)->chosen.size() : 0;
    session = choose(bank, std::move(session), item.id, option);
    if (answer_to(session, item.id)->chosen.size() <= before) {
      faults.push_back(node.error("exclusive-option",
                                  fmt::format("'{}' cannot be chosen beside the others", option.text)));
    }
  }
}

void read_all(const QuestionBank& bank, Node map, Session& session, Diagnostics& faults) {
  if (!map.is_map()) faults.push_back(map.error("wrong-type", "expected a map from item to answer"));
  for (const Node::Pair& pair : map.pairs()) {
    const auto index = find_item(bank, ItemId{std::string(pair.key.text())});
    if (index) {
      read_answer(bank, bank.items[*index], pair.value, session, faults);
      continue;
    }
    std::vector<std::string_view> known;
    for (const Item& item : bank.items) known.push_back(item.id.text);
    faults.push_back(pair.key.error(
        "unknown-item",
        fmt::format("the bank has no item '{}'{}", pair.key.text(), did_you_mean(pair.key.text(), known))));
  }
}

}  // namespace

Expected<Session> parse_answers(const QuestionBank& bank, const NodeTree& tree) {
  Diagnostics faults;
  const Fields fields(tree.root(), {"role", "answers"}, faults);
  Session session;
  if (fields.is_map()) {
    session = start_session(bank, read_role(bank, fields), 0);
    if (const auto answers = fields.required("answers")) read_all(bank, *answers, session, faults);
  }
  if (faults.empty()) return session;
  sort_by_position(faults);
  return faults;
}

}  // namespace assessment
