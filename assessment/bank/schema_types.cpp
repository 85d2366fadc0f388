// What each type of item has of its own.
#include <fmt/format.h>

#include <algorithm>

#include "assessment/bank/schema_item_parts.hpp"
#include "assessment/base/text.hpp"

namespace assessment {
namespace {

constexpr std::size_t most_to_order = 10;
constexpr std::size_t most_pairs = 8;
constexpr std::size_t most_steps = 10;
constexpr int most_decimals = 6;
const Rational highest_number = 1'000'000'000;
const Rational highest_step_score = 1'000'000;

// The word of an optional `credit` that is not `all`, which is what an absent one means.
Credit read_credit(const Fields& fields, std::string_view other, Credit meaning, BankDraft& draft) {
  const auto node = fields.optional("credit");
  const auto word =
      node ? read_word(*node, "credit", {"all", other}, draft.faults) : std::optional<std::size_t>{0};
  return word == 1U ? meaning : Credit::all;
}

// A list with as many entries as two hands can put right.
void check_length(Node list, std::string_view what, std::size_t length, std::size_t least, std::size_t most,
                  BankDraft& draft) {
  if (length == 0 || (length >= least && length <= most)) return;  // an empty list is reported already
  draft.faults.push_back(
      list.error("wrong-length", fmt::format("expected {} to {} {}, not {}", least, most, what, length)));
}

ItemType read_rating(const Fields& fields, BankDraft& draft) {
  const auto node = fields.required("scale");
  const auto id = node ? read_id(*node, draft.faults) : std::nullopt;
  const ItemType without_scale = SingleItem{};  // nothing may look it up; the bank is refused anyway
  if (!id) return without_scale;
  const auto& scales = draft.bank.scales;
  const auto found = std::ranges::find(scales, ScaleId{*id}, &Scale::id);
  if (found != scales.end()) return RatingItem{static_cast<std::size_t>(found - scales.begin())};
  std::vector<std::string_view> known;
  for (const Scale& scale : scales) known.push_back(scale.id.text);
  draft.faults.push_back(
      node->error("unknown-scale", fmt::format("there is no scale '{}'{}", *id, did_you_mean(*id, known))));
  return without_scale;
}

ItemType read_single(const Fields& fields, BankDraft& draft) {
  SingleItem single;
  if (const auto options = fields.required("options"))
    single.options = read_options(*options, Worth::by_either, draft);
  return single;
}

ItemType read_multiple(const Fields& fields, BankDraft& draft) {
  MultipleItem multiple;
  if (const auto options = fields.required("options"))
    multiple.options = read_options(*options, Worth::by_correct, draft);
  multiple.credit = read_credit(fields, "partial", Credit::partial, draft);
  return multiple;
}

ItemType read_order(const Fields& fields, BankDraft& draft) {
  OrderItem order;
  if (const auto options = fields.required("options")) {
    order.options = read_options(*options, Worth::by_place, draft);
    check_length(*options, "options", order.options.size(), 2, most_to_order, draft);
  }
  order.credit = read_credit(fields, "pairs", Credit::pairs, draft);
  return order;
}

// One side of a pair.
Option read_side(const Fields& pair, std::string_view key, UniqueIds& ids, BankDraft& draft) {
  const auto node = pair.required(key);
  if (!node) return {};
  const Fields fields(*node, {"id", "label"}, draft.faults);
  Option side;
  side.id = read_option_id(fields, draft);
  side.label = required_text(fields, "label", draft);
  ids.add(side.id.text, fields.optional("id").value_or(*node), draft.faults);
  return side;
}

ItemType read_match(const Fields& fields, BankDraft& draft) {
  MatchItem match;
  if (const auto pairs = fields.required("pairs")) {
    const auto elements = read_list(*pairs, "pairs", draft.faults);
    UniqueIds left_ids("left id"), right_ids("right id");
    for (const Node& element : elements) {
      const Fields pair(element, {"left", "right"}, draft.faults);
      match.lefts.push_back(read_side(pair, "left", left_ids, draft));
      match.rights.push_back(read_side(pair, "right", right_ids, draft));
    }
    check_length(*pairs, "pairs", elements.size(), 2, most_pairs, draft);
  }
  match.credit = read_credit(fields, "partial", Credit::partial, draft);
  return match;
}

Interval read_interval(Node node, BankDraft& draft) {
  const Fields fields(node, {"from", "to"}, draft.faults);
  const auto bound = [&](std::string_view key) {
    const auto at = fields.required(key);
    return at ? read_decimal(*at, 0, highest_number, draft.faults) : std::nullopt;
  };
  const auto from = bound("from"), to = bound("to");
  if (!from || !to) return {};
  if (*to < *from)
    draft.faults.push_back(fields.optional("to")->error("empty-range", "`to` is below `from`"));
  return {*from, *to};
}

ItemType read_number(const Fields& fields, BankDraft& draft) {
  NumberItem number;
  if (const auto accept = fields.required("accept")) {
    for (const Node& element : read_list(*accept, "accept", draft.faults)) {
      number.accept.push_back(read_interval(element, draft));
    }
  }
  if (const auto node = fields.optional("unit"))
    number.unit = read_text(*node, "a unit", draft.faults).value_or("");
  if (const auto node = fields.optional("decimals"))
    number.decimals = static_cast<int>(read_integer(*node, 0, most_decimals, draft.faults).value_or(0));
  return number;
}

ItemType read_hotspot(const Fields& fields, BankDraft& draft) {
  const auto node = fields.required("scene");
  if (!node) return HotspotItem{};
  SceneDraft read = read_scene(*node, draft);
  return HotspotItem{std::move(read.scene), std::move(read.options)};
}

// What the right answer of a step is worth; options with scores of their own say so themselves.
void weigh_step(const Fields& fields, TaskStep& step, BankDraft& draft) {
  const auto node = fields.optional("score");
  if (!node) return;
  const auto score = read_decimal(*node, ratio(1, 1'000'000), highest_step_score, draft.faults);
  if (std::ranges::none_of(step.options, &Option::is_correct)) {
    draft.faults.push_back(node->error("two-worths", "the options of this step have scores of their own"));
  }
  for (Option& option : step.options) {
    if (option.is_correct) option.score = score.value_or(1);
  }
}

TaskStep read_step(Node node, UniqueIds& ids, BankDraft& draft) {
  const Fields fields(node, {"id", "prompt", "scene", "options", "score"}, draft.faults);
  TaskStep step;
  if (const auto id = fields.required("id")) {
    step.id = read_id(*id, draft.faults).value_or("");
    ids.add(step.id, *id, draft.faults);
  }
  step.prompt = required_text(fields, "prompt", draft);
  const auto scene = fields.optional("scene");
  const auto options = fields.optional("options");
  if (scene && options) {
    draft.faults.push_back(options->error("two-answers", "a step has a `scene` or `options`, not both"));
  } else if (scene) {
    SceneDraft read = read_scene(*scene, draft);
    step.scene = std::move(read.scene);
    step.options = std::move(read.options);
  } else if (options) {
    step.options = read_options(*options, Worth::by_either, draft);
  } else {
    fields.required("scene");
  }
  weigh_step(fields, step, draft);
  return step;
}

ItemType read_task(const Fields& fields, BankDraft& draft) {
  TaskItem task;
  if (const auto steps = fields.required("steps")) {
    UniqueIds ids("step");
    for (const Node& element : read_list(*steps, "steps", draft.faults)) {
      task.steps.push_back(read_step(element, ids, draft));
    }
    check_length(*steps, "steps", task.steps.size(), 1, most_steps, draft);
  }
  return task;
}

ItemType read_note(const Fields&, BankDraft&) {
  return NoteItem{};
}

}  // namespace

const std::vector<TypeReader>& type_readers() {
  static const std::vector<TypeReader> readers{
      {"rating", {"scale"}, read_rating},
      {"single", {"options", "shuffle"}, read_single},
      {"multiple", {"options", "credit", "shuffle"}, read_multiple},
      {"order", {"options", "credit"}, read_order},
      {"match", {"pairs", "credit"}, read_match},
      {"number", {"accept", "unit", "decimals"}, read_number},
      {"hotspot", {"scene"}, read_hotspot},
      {"task", {"steps"}, read_task},
      {"note", {}, read_note},
  };
  return readers;
}

}  // namespace assessment
