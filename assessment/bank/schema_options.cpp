// Options: of scales, of items, of steps.
#include <algorithm>

#include "assessment/bank/schema_item_parts.hpp"

namespace assessment {
namespace {

const Rational highest_allowed_score = 1'000'000;

std::vector<std::string_view> option_keys(Worth worth) {
  switch (worth) {
    case Worth::by_score:
      return {"id", "label", "score", "not_applicable"};
    case Worth::by_either:
      return {"id", "label", "score", "correct", "not_applicable", "fixed"};
    case Worth::by_correct:
      return {"id", "label", "correct", "exclusive", "fixed"};
    case Worth::by_place:
      return {"id", "label"};
  }
  return {};
}

Option read_option(const Fields& fields, BankDraft& draft) {
  Option option;
  option.id = read_option_id(fields, draft);
  option.label = required_text(fields, "label", draft);
  if (const auto score = fields.optional("score")) {
    option.score = read_decimal(*score, 0, highest_allowed_score, draft.faults).value_or(0);
  }
  option.is_correct = read_flag(fields, "correct", draft);
  if (option.is_correct) option.score = 1;
  option.is_not_applicable = read_flag(fields, "not_applicable", draft);
  option.is_exclusive = read_flag(fields, "exclusive", draft);
  if (const auto fixed = fields.optional("fixed"))
    option.is_fixed_last = read_word(*fixed, "fixed", {"last"}, draft.faults).has_value();
  return option;
}

// What the whole list has to offer.
void check_list(Node list, Worth worth, const std::vector<Option>& options, BankDraft& draft) {
  if (options.size() < 2)
    draft.faults.push_back(list.error("too-few-options", "a choice needs at least two options"));
  if (worth == Worth::by_place) return;
  if (worth == Worth::by_either && std::ranges::count_if(options, &Option::is_correct) > 1) {
    draft.faults.push_back(
        list.error("too-many-correct", "only one option of a `single` item can be correct; use `multiple`"));
  }
  if (std::ranges::none_of(options, [](const Option& o) { return !o.is_not_applicable && o.score > 0; })) {
    draft.faults.push_back(list.error("nothing-scores", worth == Worth::by_correct
                                                            ? "none of the options is correct"
                                                            : "none of the options scores more than 0"));
  }
}

// Each option says its worth, and in one way only.
void check_worth(const Fields& fields, const Option& option, bool is_by_correct, BankDraft& draft) {
  const auto score = fields.optional("score");
  const auto correct = fields.optional("correct");
  if (score && correct)
    draft.faults.push_back(correct->error("two-worths", "an option has a `score` or is `correct`, not both"));
  if (option.is_not_applicable && (option.is_correct || score)) {
    draft.faults.push_back(fields.node().error("two-worths", "what is not applicable has no score"));
  }
  if (option.is_correct && option.is_exclusive) {
    draft.faults.push_back(
        fields.node().error("two-worths", "an exclusive option cannot be one of the correct ones"));
  }
  if (!is_by_correct && !score && !option.is_not_applicable && fields.is_map()) {
    Diagnostic missing = fields.node().error("missing-key", "the key 'score' is missing");
    missing.at = fields.first_key_at();
    draft.faults.push_back(std::move(missing));
  }
}

}  // namespace

OptionId read_option_id(const Fields& fields, BankDraft& draft) {
  const auto node = fields.required("id");
  if (!node) return {};
  const OptionId id{read_id(*node, draft.faults).value_or("")};
  if (id == not_sure_option) {
    draft.faults.push_back(node->error("reserved-id", "the id 'not_sure' is kept for `not_sure: true`"));
  }
  return id;
}

bool read_flag(const Fields& fields, std::string_view key, BankDraft& draft) {
  const auto node = fields.optional(key);
  return node && read_boolean(*node, draft.faults).value_or(false);
}

std::vector<Option> read_options(Node list, Worth worth, BankDraft& draft) {
  const auto elements = read_list(list, "options", draft.faults);
  std::vector<Fields> all_fields;
  std::vector<Option> options;
  UniqueIds ids("option");
  for (const Node& element : elements) {
    const Fields& fields = all_fields.emplace_back(element, option_keys(worth), draft.faults);
    options.push_back(read_option(fields, draft));
    ids.add(options.back().id.text, fields.optional("id").value_or(element), draft.faults);
  }
  if (elements.empty()) return options;
  const bool says_correct = std::ranges::any_of(options, &Option::is_correct);
  const bool is_by_correct = worth == Worth::by_correct || (worth == Worth::by_either && says_correct);
  for (std::size_t i = 0; i < options.size() && worth != Worth::by_place; ++i)
    check_worth(all_fields[i], options[i], is_by_correct, draft);
  check_list(list, worth, options, draft);
  return options;
}

}  // namespace assessment
