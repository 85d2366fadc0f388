#include "assessment/session/answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>

#include "assessment/bank/fields.hpp"
#include "assessment/base/text.hpp"

namespace assessment {
namespace {

RoleId read_role(const QuestionBank& bank, const Fields& fields) {
  if (bank.roles.size() == 1 && !fields.optional("role")) return bank.roles.front().id;
  const auto node = fields.required("role");
  if (!node) return bank.roles.front().id;
  std::vector<std::string_view> known;
  for (const Role& role : bank.roles) known.push_back(role.id.text);
  const auto word = read_word(*node, "role", known, fields.faults());
  return bank.roles[word.value_or(0)].id;
}

std::vector<std::string_view> names_of(std::span<const Option> options, bool has_not_sure) {
  std::vector<std::string_view> names;
  for (const Option& option : options) names.push_back(option.id.text);
  if (has_not_sure) names.push_back(not_sure_option.text);
  return names;
}

// The answer to one item, from its place in the file into the session.
class AnswerReader {
 public:
  AnswerReader(const QuestionBank& bank, const Item& item, Session& session, Diagnostics& faults)
      : bank_(bank), item_(item), session_(session), faults_(faults) {}

  void read(Node value) {
    const bool is_unsure = item_.has_not_sure && value.is_scalar() && value.text() == not_sure_option.text;
    if (is_note(item_)) {
      report(value, "wrong-type", fmt::format("'{}' is a note and takes no answer", item_.id.text));
    } else if (std::holds_alternative<TaskItem>(item_.type)) {
      read_steps(value);
    } else if (is_unsure) {
      session_ = choose(bank_, std::move(session_), item_.id, not_sure_option);
    } else if (std::holds_alternative<MatchItem>(item_.type)) {
      read_pairs(value);
    } else if (std::holds_alternative<NumberItem>(item_.type)) {
      read_number(value);
    } else if (takes_one_option(item_) && value.is_list()) {
      report(value, "wrong-type", fmt::format("'{}' takes one option, not a list", item_.id.text));
    } else {
      read_options(value);
    }
  }

 private:
  void report(Node at, const char* code, std::string text) {
    faults_.push_back(at.error(code, std::move(text)));
  }

  std::optional<OptionId> read_option(Node node, std::span<const Option> options, bool has_not_sure) {
    const auto names = names_of(options, has_not_sure);
    const auto word = read_word(node, "the answer", names, faults_);
    if (!word) return std::nullopt;
    return OptionId{std::string(names[*word])};
  }

  // A choice that would push another one out is a fault.
  void read_options(Node value) {
    const auto nodes = value.is_list() ? read_list(value, "options", faults_) : std::vector<Node>{value};
    for (const Node& node : nodes) {
      const auto option = read_option(node, options_of(bank_, item_), item_.has_not_sure);
      if (!option) continue;
      if (is_chosen(session_, item_, *option)) {
        report(node, "duplicate-id", fmt::format("'{}' is chosen twice", option->text));
        continue;
      }
      const Answer* before = answer_to(session_, item_);
      const std::size_t length = before ? before->chosen.size() : 0;
      session_ = choose(bank_, std::move(session_), item_.id, *option);
      if (answer_to(session_, item_)->chosen.size() <= length) {
        report(node, "exclusive-option",
               fmt::format("'{}' cannot be chosen beside the others", option->text));
      }
    }
    if (std::holds_alternative<OrderItem>(item_.type) && nodes.size() != options_of(bank_, item_).size()) {
      report(value, "wrong-length",
             fmt::format("'{}' wants all {} steps, in the person's order", item_.id.text,
                         options_of(bank_, item_).size()));
    }
  }

  void read_pairs(Node value) {
    const auto& match = std::get<MatchItem>(item_.type);
    const auto pairs = value.pairs();
    if (pairs.size() != match.lefts.size()) {
      report(value, "wrong-length",
             fmt::format("'{}' wants a map of all {} pairs, left id to right id", item_.id.text,
                         match.lefts.size()));
    }
    for (const Node::Pair& pair : pairs) {
      const auto left = read_option(pair.key, match.lefts, false);
      const auto right = read_option(pair.value, match.rights, false);
      if (!left || !right) continue;
      const Answer* before = answer_to(session_, item_);
      const std::size_t length = before ? before->joined.size() : 0;
      session_ = join(bank_, std::move(session_), item_.id, *left, *right);
      if (answer_to(session_, item_)->joined.size() <= length)
        report(pair.value, "duplicate-id", fmt::format("'{}' is joined twice", right->text));
    }
  }

  void read_number(Node value) {
    const int decimals = std::get<NumberItem>(item_.type).decimals;
    if (!read_decimal(value, 0, 999'999'999, faults_)) return;
    for (const char key : value.text()) session_ = type_key(bank_, std::move(session_), item_.id, key);
    if (answer_to(session_, item_)->typed == value.text()) return;
    report(value, "too-many-decimals", fmt::format("'{}' takes {} decimals", item_.id.text, decimals));
  }

  void read_steps(Node value) {
    const auto nodes = read_list(value, "step answers", faults_);
    if (nodes.size() != steps_of(item_)) {
      report(value, "wrong-length",
             fmt::format("'{}' wants a list of {} answers, one a step", item_.id.text, steps_of(item_)));
      return;
    }
    for (std::size_t step = 0; step < nodes.size(); ++step) {
      const auto option = read_option(nodes[step], options_of(bank_, item_, step), item_.has_not_sure);
      if (option) session_ = choose(bank_, std::move(session_), item_.id, *option, step);
    }
  }

  const QuestionBank& bank_;
  const Item& item_;
  Session& session_;
  Diagnostics& faults_;
};

constexpr std::string_view sure_suffix = ".sure";

// "ITEM.sure", of an item that asks how sure its answer is.
void read_sureness(const Item& item, Node value, Session& session, Diagnostics& faults) {
  std::vector<std::string_view> names;
  for (const OptionId& id : sureness_options) names.push_back(id.text);
  const auto word = read_word(value, "the answer", names, faults);
  if (word) session = say_sureness(std::move(session), item, sureness_options[*word]);
}

void read_entry(const QuestionBank& bank, const Node::Pair& pair, Session& session, Diagnostics& faults) {
  std::string_view name = pair.key.text();
  const bool is_sureness = name.ends_with(sure_suffix);
  if (is_sureness) name.remove_suffix(sure_suffix.size());
  const auto index = find_item(bank, ItemId{std::string(name)});
  if (index && (!is_sureness || bank.items[*index].asks_sureness)) {
    const Item& item = bank.items[*index];
    if (is_sureness) {
      read_sureness(item, pair.value, session, faults);
    } else {
      AnswerReader(bank, item, session, faults).read(pair.value);
    }
    return;
  }
  std::vector<std::string_view> known;
  for (const Item& item : bank.items) known.push_back(item.id.text);
  faults.push_back(pair.key.error("unknown-item", fmt::format("the bank has no item '{}'{}", pair.key.text(),
                                                              did_you_mean(pair.key.text(), known))));
}

void read_all(const QuestionBank& bank, Node map, Session& session, Diagnostics& faults) {
  if (!map.is_map()) faults.push_back(map.error("wrong-type", "expected a map from item to answer"));
  for (const Node::Pair& pair : map.pairs()) read_entry(bank, pair, session, faults);
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
