#include "assessment/results/pool_text.hpp"

#include <fmt/format.h>

#include <array>
#include <span>
#include <utility>

#include "assessment/results/json_fields.hpp"
#include "assessment/results/record_reader.hpp"
#include "assessment/results/record_text.hpp"

namespace assessment {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::string_view pool_format = "skills-pool/1";

constexpr std::array<std::string_view, 10> pool_names{"format",    "number",       "kiosk",   "sequence",
                                                      "previous",  "last_release", "pending", "groups",
                                                      "hand_over", "taken_over"};
constexpr std::array<std::string_view, 2> hand_over_names{"to", "sealed"};
constexpr std::array<std::string_view, 4> pending_names{"name", "modified", "bytes", "sealed"};
constexpr std::array<std::string_view, 6> group_names{
    "campaign", "site", "bank", "synthetic", "role_specific_items", "records"};
constexpr std::array<std::string_view, 3> bank_names{"id", "version", "sha256"};
constexpr std::array<std::string_view, 6> record_names{"role",    "domains", "overall",
                                                       "answers", "link",    "language"};

void append_text_or_null(std::string& text, std::string_view name, const std::optional<std::string>& value) {
  append_json_key(text, name);
  if (value) {
    append_json_string(text, *value);
  } else {
    text += "null";
  }
}

// Appends `"name":[…]`, with each element written by `append`.
template <class List, class Append>
void append_list(std::string& text, std::string_view name, const List& list, Append append) {
  append_json_key(text, name);
  text += '[';
  for (const auto& element : list) {
    if (text.back() != '[') text += ',';
    append(element);
  }
  text += ']';
}

void append_sealed(std::string& text, std::string_view bytes) {
  append_text_field(text, "sealed",
                    to_hex(std::span(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size())));
}

void append_pending(std::string& text, const PendingBatch& batch) {
  text += '{';
  append_text_field(text, "name", batch.name);
  append_number_field(text, "modified", batch.modified);
  if (batch.form == BatchForm::plain) {
    append_text_field(text, "bytes", batch.bytes);
  } else {
    append_sealed(text, batch.bytes);
  }
  text += '}';
}

void append_group(std::string& text, const PoolGroup& group) {
  text += '{';
  append_text_field(text, "campaign", group.origin.campaign);
  append_text_field(text, "site", group.origin.site);
  append_json_key(text, "bank");
  text += '{';
  append_text_field(text, "id", group.origin.bank.id);
  append_text_field(text, "version", group.origin.bank.version);
  append_text_field(text, "sha256", group.origin.bank.sha256);
  text += '}';
  if (group.origin.respondents == Respondents::synthetic) {
    append_json_key(text, "synthetic");
    text += "true";
  }
  append_list(text, "role_specific_items", group.origin.role_specific_items,
              [&](const std::string& item) { append_json_string(text, item); });
  append_list(text, "records", group.records, [&](const ResultRecord& record) {
    text += '{';
    append_record_fields(text, record);
    if (record.language) append_text_field(text, "language", *record.language);
    text += '}';
  });
  text += '}';
}

// Hands each element of a list to `read`.
template <class Read>
void read_elements(JsonValue* value, JsonFault& fault, Read read) {
  ondemand::array elements;
  if (value == nullptr || fault.is_set()) return;
  fault.set(value->get_array().get(elements));
  if (fault.is_set()) return;
  for (auto element : elements) {
    JsonValue content;
    fault.set(element.get(content));
    if (!fault.is_set()) read(content);
    if (fault.is_set()) return;
  }
}

std::string read_sealed_bytes(JsonValue* value, JsonFault& fault) {
  const std::string digits = read_string(value, "sealed", fault);
  std::string bytes(digits.size() / 2, '\0');
  const std::span octets(reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size());
  if (!read_hex(digits, octets)) fault.set("bad-value", "sealed must be hexadecimal digits");
  return bytes;
}

PendingBatch read_pending(JsonValue& value, JsonFault& fault) {
  PendingBatch batch;
  JsonFields fields(value.get_object(), pending_names, fault);
  batch.name = read_string(fields.required("name"), "name", fault);
  batch.modified = read_whole_number(fields.required("modified"), 0, "modified", fault);
  if (JsonValue* sealed = fields.optional("sealed")) {
    batch.bytes = read_sealed_bytes(sealed, fault);
    batch.form = BatchForm::sealed;
  } else {
    batch.bytes = read_string(fields.required("bytes"), "bytes", fault);
  }
  fields.end();
  return batch;
}

PendingHandOver read_hand_over(JsonValue& value, JsonFault& fault) {
  PendingHandOver hand_over;
  JsonFields fields(value.get_object(), hand_over_names, fault);
  hand_over.to = read_string(fields.required("to"), "to", fault);
  hand_over.bytes = read_sealed_bytes(fields.required("sealed"), fault);
  fields.end();
  return hand_over;
}

BankReference read_bank(JsonValue* value, JsonFault& fault) {
  BankReference bank;
  if (value == nullptr || fault.is_set()) return bank;
  JsonFields fields(value->get_object(), bank_names, fault);
  bank.id = read_string(fields.required("id"), "id", fault);
  bank.version = read_string(fields.required("version"), "version", fault);
  bank.sha256 = read_string(fields.required("sha256"), "sha256", fault);
  fields.end();
  return bank;
}

PoolGroup read_group(JsonValue& value, JsonFault& fault) {
  PoolGroup group;
  JsonFields fields(value.get_object(), group_names, fault);
  group.origin.campaign = read_string(fields.required("campaign"), "campaign", fault);
  group.origin.site = read_string(fields.required("site"), "site", fault);
  group.origin.bank = read_bank(fields.required("bank"), fault);
  if (JsonValue* synthetic = fields.optional("synthetic")) {
    read_true(synthetic, "synthetic", fault);
    group.origin.respondents = Respondents::synthetic;
  }
  read_elements(fields.required("role_specific_items"), fault, [&](JsonValue& item) {
    group.origin.role_specific_items.push_back(read_string(&item, "an item", fault));
  });
  read_elements(fields.required("records"), fault, [&](JsonValue& element) {
    JsonFields record_fields(element.get_object(), record_names, fault);
    group.records.push_back(read_record_fields(record_fields, fault));
    group.records.back().bank = bank_name(group.origin.bank);
    if (JsonValue* language = record_fields.optional("language"))
      group.records.back().language = read_string(language, "language", fault);
    record_fields.end();
  });
  fields.end();
  return group;
}

std::optional<Date> read_last_release(JsonValue* value, JsonFault& fault) {
  const auto text = read_string_or_null(value, "last_release", fault);
  const auto date = text ? parse_date(*text) : std::nullopt;
  if (text && !date) fault.set("bad-value", "last_release must be a day");
  return date;
}

PoolSnapshot read_snapshot(ondemand::document& document, JsonFault& fault) {
  PoolSnapshot snapshot;
  PoolContent& content = snapshot.content;
  JsonFields fields(document.get_object(), pool_names, fault);
  const std::string format = read_string(fields.required("format"), "format", fault);
  if (format != pool_format) fault.set("bad-value", fmt::format("the format must be '{}'", pool_format));
  snapshot.number = read_whole_number(fields.required("number"), 1, "number", fault);
  content.kiosk = read_string(fields.required("kiosk"), "kiosk", fault);
  content.sequence = read_count(fields.required("sequence"), 0, "sequence", fault);
  content.previous = read_string_or_null(fields.required("previous"), "previous", fault);
  content.last_release = read_last_release(fields.required("last_release"), fault);
  read_elements(fields.required("pending"), fault,
                [&](JsonValue& batch) { content.pending.push_back(read_pending(batch, fault)); });
  read_elements(fields.required("groups"), fault,
                [&](JsonValue& group) { content.groups.push_back(read_group(group, fault)); });
  if (JsonValue* hand_over = fields.optional("hand_over"))
    content.hand_over = read_hand_over(*hand_over, fault);
  if (JsonValue* taken_over = fields.optional("taken_over")) {
    read_elements(taken_over, fault, [&](JsonValue& hash) {
      content.taken_over.push_back(read_hash(&hash, "a hand-over", fault));
    });
  }
  fields.end();
  return snapshot;
}

}  // namespace

std::string to_pool_text(const PoolContent& content, std::int64_t number) {
  std::string text = "{";
  append_text_field(text, "format", pool_format);
  append_number_field(text, "number", number);
  append_text_field(text, "kiosk", content.kiosk);
  append_number_field(text, "sequence", content.sequence);
  append_text_or_null(text, "previous", content.previous);
  append_text_or_null(text, "last_release",
                      content.last_release ? std::optional(to_text(*content.last_release)) : std::nullopt);
  append_list(text, "pending", content.pending,
              [&](const PendingBatch& batch) { append_pending(text, batch); });
  append_list(text, "groups", content.groups, [&](const PoolGroup& group) { append_group(text, group); });
  // Only where there are any, so that versions that know of neither can read most pools.
  if (content.hand_over) {
    append_json_key(text, "hand_over");
    text += '{';
    append_text_field(text, "to", content.hand_over->to);
    append_sealed(text, content.hand_over->bytes);
    text += '}';
  }
  if (!content.taken_over.empty()) {
    append_list(text, "taken_over", content.taken_over,
                [&](const std::string& hash) { append_json_string(text, hash); });
  }
  text += '}';
  return text;
}

Expected<PoolSnapshot> parse_pool_text(std::string_view text, const std::string& file) {
  JsonFault fault;
  const simdjson::padded_string padded(text);
  ondemand::parser parser;
  ondemand::document document;
  fault.set(parser.iterate(padded).get(document));
  PoolSnapshot snapshot;
  if (!fault.is_set()) snapshot = read_snapshot(document, fault);
  if (fault.is_set()) {
    return Diagnostic{Severity::error,
                      "pool-unreadable",
                      file,
                      {},
                      fmt::format("it was written by another version of this program ({})", fault.text)};
  }
  return snapshot;
}

}  // namespace assessment
