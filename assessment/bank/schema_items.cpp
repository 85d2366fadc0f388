// Scales, items and their options.
#include <fmt/format.h>

#include <algorithm>

#include "assessment/bank/schema_parts.hpp"

namespace assessment {
namespace {

const Rational highest_allowed_score = 1'000'000;
constexpr int highest_weight = 1000;

// How the options of one list say what they are worth.
enum class Worth {
  by_score,    // a scale: every point a score, or not applicable
  by_either,   // single: a score each, or `correct` on one
  by_correct,  // multiple: `correct` on some
};

std::vector<std::string_view> option_keys(Worth worth) {
  switch (worth) {
    case Worth::by_score:
      return {"id", "label", "score", "not_applicable"};
    case Worth::by_either:
      return {"id", "label", "score", "correct", "not_applicable"};
    case Worth::by_correct:
      return {"id", "label", "correct", "exclusive"};
  }
  return {};
}

bool read_flag(const Fields& fields, std::string_view key, BankDraft& draft) {
  const auto node = fields.optional(key);
  return node && read_boolean(*node, draft.faults).value_or(false);
}

Option read_option(const Fields& fields, BankDraft& draft) {
  Option option;
  if (const auto id = fields.required("id")) {
    option.id.text = read_id(*id, draft.faults).value_or("");
    if (option.id == not_sure_option) {
      draft.faults.push_back(id->error("reserved-id", "the id 'not_sure' is kept for `not_sure: true`"));
    }
  }
  option.label = required_text(fields, "label", draft);
  if (const auto score = fields.optional("score")) {
    option.score = read_decimal(*score, 0, highest_allowed_score, draft.faults).value_or(0);
  }
  option.is_correct = read_flag(fields, "correct", draft);
  if (option.is_correct) option.score = 1;
  option.is_not_applicable = read_flag(fields, "not_applicable", draft);
  option.is_exclusive = read_flag(fields, "exclusive", draft);
  return option;
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

  const auto correct = std::ranges::count_if(options, &Option::is_correct);
  const bool is_by_correct = worth == Worth::by_correct || (worth == Worth::by_either && correct > 0);
  for (std::size_t i = 0; i < options.size(); ++i)
    check_worth(all_fields[i], options[i], is_by_correct, draft);

  if (elements.empty()) return options;
  if (options.size() < 2)
    draft.faults.push_back(list.error("too-few-options", "a choice needs at least two options"));
  if (worth == Worth::by_either && correct > 1) {
    draft.faults.push_back(
        list.error("too-many-correct", "only one option of a `single` item can be correct; use `multiple`"));
  }
  if (std::ranges::none_of(options, [](const Option& o) { return !o.is_not_applicable && o.score > 0; })) {
    draft.faults.push_back(list.error("nothing-scores", worth == Worth::by_correct
                                                            ? "none of the options is correct"
                                                            : "none of the options scores more than 0"));
  }
  return options;
}

ItemType read_rating(const Fields& fields, BankDraft& draft) {
  const auto node = fields.required("scale");
  const auto id = node ? read_id(*node, draft.faults) : std::nullopt;
  if (!id) return RatingItem{};
  const auto& scales = draft.bank.scales;
  const auto found = std::ranges::find(scales, ScaleId{*id}, &Scale::id);
  if (found != scales.end()) return RatingItem{static_cast<std::size_t>(found - scales.begin())};
  std::vector<std::string_view> known;
  for (const Scale& scale : scales) known.push_back(scale.id.text);
  draft.faults.push_back(
      node->error("unknown-scale", fmt::format("there is no scale '{}'{}", *id, did_you_mean(*id, known))));
  return RatingItem{};
}

ItemType read_multiple(const Fields& fields, BankDraft& draft) {
  MultipleItem multiple;
  if (const auto options = fields.required("options"))
    multiple.options = read_options(*options, Worth::by_correct, draft);
  if (const auto credit = fields.optional("credit")) {
    const auto word = read_word(*credit, "credit", {"all", "partial"}, draft.faults);
    multiple.credit = word == 1U ? Credit::partial : Credit::all;
  }
  return multiple;
}

ItemType read_single(const Fields& fields, BankDraft& draft) {
  SingleItem single;
  if (const auto options = fields.required("options"))
    single.options = read_options(*options, Worth::by_either, draft);
  return single;
}

struct TypeReader {
  std::string_view word;
  std::vector<std::string_view> keys;  // beside those of every item
  ItemType (*read)(const Fields&, BankDraft&);
};

const std::vector<TypeReader>& type_readers() {
  static const std::vector<TypeReader> readers{
      {"rating", {"scale"}, read_rating},
      {"single", {"options"}, read_single},
      {"multiple", {"options", "credit"}, read_multiple},
  };
  return readers;
}

// The reader of the item's `type`; a missing or unknown one is reported by read_item's Fields.
const TypeReader* find_type_reader(Node item) {
  for (const Node::Pair& pair : item.pairs()) {
    if (pair.key.text() != "type") continue;
    const auto found = std::ranges::find(type_readers(), pair.value.text(), &TypeReader::word);
    return found == type_readers().end() ? nullptr : &*found;
  }
  return nullptr;
}

std::vector<std::string_view> item_keys(const TypeReader* reader) {
  std::vector<std::string_view> keys{"id",       "type",     "prompt",   "hint",   "why",
                                     "required", "not_sure", "measures", "weight", "error",
                                     "feedback", "tags",     "group",    "show_if"};
  if (reader) {
    keys.insert(keys.end(), reader->keys.begin(), reader->keys.end());
  } else {  // the type is what is wrong; its keys are not
    keys.insert(keys.end(), {"scale", "options", "credit"});
  }
  return keys;
}

void read_type(const Fields& fields, const TypeReader* reader, Item& item, BankDraft& draft) {
  if (reader) {
    item.type = reader->read(fields, draft);
    return;
  }
  const auto node = fields.required("type");
  if (!node) return;
  std::vector<std::string_view> words;
  for (const TypeReader& known : type_readers()) words.push_back(known.word);
  read_word(*node, "type", words, draft.faults);
}

void read_settings(const Fields& fields, Item& item, BankDraft& draft) {
  if (const auto node = fields.optional("required"))
    item.is_required = read_boolean(*node, draft.faults).value_or(true);
  item.has_not_sure = read_flag(fields, "not_sure", draft);
  if (const auto node = fields.optional("measures")) {
    item.measure = read_word(*node, "measures", {"self", "knowledge"}, draft.faults) == 1U
                       ? Measure::knowledge
                       : Measure::self;
  }
  if (const auto node = fields.optional("weight")) {
    item.weight = static_cast<int>(read_integer(*node, 1, highest_weight, draft.faults).value_or(1));
  }
  if (const auto node = fields.optional("group")) item.group = read_id(*node, draft.faults).value_or("");
  if (const auto node = fields.optional("tags")) {
    for (const Node& tag : read_list(*node, "tags", draft.faults)) {
      item.tags.push_back(read_text(tag, "a tag", draft.faults).value_or(""));
    }
  }
}

Item read_item(Node node, std::size_t domain, UniqueIds& ids, BankDraft& draft) {
  const TypeReader* reader = find_type_reader(node);
  const Fields fields(node, item_keys(reader), draft.faults);
  Item item;
  item.domain = domain;
  if (const auto id = fields.required("id")) {
    item.id.text = read_id(*id, draft.faults).value_or("");
    ids.add(item.id.text, *id, draft.faults);
  }
  item.prompt = required_text(fields, "prompt", draft);
  item.hint = optional_text(fields, "hint", draft);
  item.why = optional_text(fields, "why", draft);
  item.error = optional_text(fields, "error", draft);
  item.feedback = optional_text(fields, "feedback", draft);
  read_settings(fields, item, draft);
  read_type(fields, reader, item, draft);
  return item;
}

}  // namespace

std::vector<Scale> read_scales(Node node, BankDraft& draft) {
  std::vector<Scale> scales;
  if (!node.is_map())
    draft.faults.push_back(node.error("wrong-type", "expected a map from scale id to its points"));
  for (const Node::Pair& pair : node.pairs()) {
    Scale scale;
    scale.id.text = read_id(pair.key, draft.faults).value_or("");
    scale.points = read_options(pair.value, Worth::by_score, draft);
    scales.push_back(std::move(scale));
  }
  return scales;
}

void read_items(Node list, std::size_t domain, UniqueIds& ids, BankDraft& draft) {
  for (const Node& node : read_list(list, "items", draft.faults)) {
    draft.bank.items.push_back(read_item(node, domain, ids, draft));
    draft.item_nodes.push_back(node);
  }
}

}  // namespace assessment
