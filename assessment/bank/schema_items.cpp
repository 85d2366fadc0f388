// Scales and items.
#include <fmt/format.h>

#include <algorithm>

#include "assessment/bank/schema_item_parts.hpp"

namespace assessment {
namespace {

constexpr int highest_weight = 1000;

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
  std::vector<std::string_view> keys{"id", "type", "prompt", "hint", "image", "alt", "show_if", "tags"};
  if (reader && reader->word == "note") return keys;  // it asks nothing
  keys.insert(keys.end(), {"why", "required", "not_sure", "measures", "weight", "error", "feedback", "group",
                           "confidence", "irt"});
  const auto add = [&](const TypeReader& of) { keys.insert(keys.end(), of.keys.begin(), of.keys.end()); };
  if (reader) {
    add(*reader);
  } else {  // the type is what is wrong; its keys are not
    std::ranges::for_each(type_readers(), add);
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
  item.asks_sureness = read_flag(fields, "confidence", draft);
  if (item.asks_sureness && item.measure == Measure::self) {
    draft.faults.push_back(
        fields.optional("confidence")
            ->error("confidence-of-self",
                    "only a knowledge item asks how sure its answer is; add `measures: knowledge`"));
  }
  item.is_shuffled = read_flag(fields, "shuffle", draft);
  if (const auto node = fields.optional("irt"))
    draft.faults.push_back(not_supported_yet(*node, "the key 'irt'"));
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

// A PNG file that stands in the bank's own folder; its bytes are checked by check_pictures.
std::optional<Picture> read_picture(const Fields& fields, BankDraft& draft) {
  const auto node = fields.optional("image");
  const auto alt = fields.optional("alt");
  if (!node) {
    if (alt)
      draft.faults.push_back(
          alt->error("alt-without-image", "`alt` describes an `image`, and there is none"));
    return std::nullopt;
  }
  const std::string file = read_text(*node, "an image", draft.faults).value_or("");
  const bool is_plain = file.find_first_of("/\\") == std::string::npos && !file.starts_with('.');
  if (!file.empty() && (!is_plain || !file.ends_with(".png"))) {
    draft.faults.push_back(
        node->error("bad-image", "an image is the name of a PNG file in the bank's own folder: picture.png"));
  }
  return Picture{file, required_text(fields, "alt", draft)};
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
  item.image = read_picture(fields, draft);
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
