#include "assessment/results/record_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "assessment/base/rational.hpp"

namespace assessment {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::array<std::string_view, 8> domain_names{"percent",   "level",    "answered", "asked",
                                                       "knowledge", "attained", "steps",    "counts"};
constexpr std::array<std::string_view, 2> overall_names{"percent", "level"};

template <class Pairs>
bool keys_differ(const Pairs& pairs) {
  std::vector<std::string_view> keys;
  keys.reserve(pairs.size());
  for (const auto& [key, value] : pairs) keys.push_back(key);
  return all_differ(std::move(keys));
}

std::string read_map_key(std::string_view name, std::string_view what, JsonFault& fault) {
  if (!fault.is_set() && !is_id(name))
    fault.set("bad-value", fmt::format("{} has a name that is no id", what));
  return std::string(name);
}

std::optional<std::string> read_level(JsonValue* value, JsonFault& fault) {
  auto level = read_string_or_null(value, "a level", fault);
  if (level && !fault.is_set() && !is_id(*level)) fault.set("bad-value", "a level must be an id");
  return level;
}

void check_pair(const std::optional<int>& tenths, const std::optional<std::string>& level, JsonFault& fault) {
  if (tenths.has_value() != level.has_value()) {
    fault.set("bad-value", "percent and level must both be null, or neither");
  }
}

Counts read_counts(JsonValue& value, JsonFault& fault) {
  Counts counts;
  JsonFields fields(value.get_object(), {}, fault);
  for (std::string_view name; fields.next(name);) {
    std::string level = read_map_key(name, "a count", fault);
    counts.emplace_back(std::move(level), read_count(&fields.value(), 0, "a count", fault));
  }
  if (!keys_differ(counts)) fault.set("duplicate-field", "a level stands twice in 'counts'");
  return counts;
}

RecordedDomain read_domain(std::string_view id, JsonValue& value, JsonFault& fault) {
  RecordedDomain domain;
  domain.id = read_map_key(id, "a domain", fault);
  JsonFields fields(value.get_object(), domain_names, fault);
  domain.percent_tenths = read_tenths_or_null(fields.required("percent"), "percent", fault);
  domain.level = read_level(fields.required("level"), fault);
  check_pair(domain.percent_tenths, domain.level, fault);
  if (JsonValue* answered = fields.optional("answered"))
    domain.answered = read_count(answered, 0, "answered", fault);
  if (JsonValue* asked = fields.optional("asked")) domain.asked = read_count(asked, 0, "asked", fault);
  domain.knowledge_tenths = read_tenths_or_null(fields.optional("knowledge"), "knowledge", fault);
  if (JsonValue* attained = fields.optional("attained"))
    domain.attained = read_id(attained, "attained", fault);
  if (JsonValue* steps = fields.optional("steps")) domain.steps = read_count(steps, 0, "steps", fault);
  if (JsonValue* counts = fields.optional("counts")) domain.counts = read_counts(*counts, fault);
  fields.end();
  return domain;
}

void read_domains(JsonValue* value, ResultRecord& record, JsonFault& fault) {
  if (value == nullptr) return;
  JsonFields fields(value->get_object(), {}, fault);
  std::vector<std::string_view> ids;
  for (std::string_view id; fields.next(id);) {
    ids.push_back(id);
    record.domains.push_back(read_domain(id, fields.value(), fault));
  }
  if (!fault.is_set() && !all_differ(std::move(ids))) fault.set("duplicate-field", "a domain stands twice");
}

// Answered and asked could tell the role that "*" hides, and are there for every other.
void check_figures(const ResultRecord& record, JsonFault& fault) {
  const bool is_grouped = record.role == grouped_role;
  for (const RecordedDomain& domain : record.domains) {
    if (domain.answered.has_value() == is_grouped || domain.asked.has_value() == is_grouped) {
      fault.set(is_grouped ? "unknown-field" : "missing-field",
                is_grouped ? "a record with role '*' has neither 'answered' nor 'asked'"
                           : "the fields 'answered' and 'asked' are missing in a domain");
    } else if (!is_grouped && *domain.answered > *domain.asked) {
      fault.set("bad-value", "more answered than asked");
    }
  }
}

void read_overall(JsonValue* value, ResultRecord& record, JsonFault& fault) {
  if (value == nullptr) return;
  JsonFields fields(value->get_object(), overall_names, fault);
  record.overall_tenths = read_tenths_or_null(fields.required("percent"), "percent", fault);
  record.overall_level = read_level(fields.required("level"), fault);
  fields.end();
  check_pair(record.overall_tenths, record.overall_level, fault);
}

IdList read_id_list(JsonValue& value, JsonFault& fault) {
  IdList ids;
  ondemand::array elements;
  fault.set(value.get_array().get(elements));
  if (fault.is_set()) return ids;
  for (auto element : elements) {
    JsonValue option;
    fault.set(element.get(option));
    ids.push_back(read_id(&option, "an answer", fault));
    if (fault.is_set()) return ids;
  }
  if (ids.empty()) fault.set("bad-value", "an answer without anything in it");
  return ids;
}

IdMap read_id_map(JsonValue& value, JsonFault& fault) {
  IdMap pairs;
  JsonFields fields(value.get_object(), {}, fault);
  for (std::string_view name; fields.next(name);) {
    std::string left = read_map_key(name, "an answer", fault);
    pairs.emplace_back(std::move(left), read_id(&fields.value(), "an answer", fault));
  }
  if (!fault.is_set() && pairs.empty()) fault.set("bad-value", "an answer without anything in it");
  if (!keys_differ(pairs)) fault.set("duplicate-field", "an id stands twice in one answer");
  return pairs;
}

RecordedNumber read_number(JsonValue& value, JsonFault& fault) {
  const std::string_view token = number_token(value);
  if (!is_shortest_decimal(token)) {
    fault.set("bad-value", "a number must be a plain decimal of at most 12 digits and 6 decimals");
  }
  return {std::string(token)};
}

RecordedAnswer read_answer(std::string_view key, JsonValue& value, JsonFault& fault) {
  if (key.ends_with(".flag")) {
    read_true(&value, "a mark", fault);
    return true;
  }
  ondemand::json_type type{};
  fault.set(value.type().get(type));
  if (fault.is_set()) return "";
  switch (type) {
    case ondemand::json_type::array:
      return read_id_list(value, fault);
    case ondemand::json_type::object:
      return read_id_map(value, fault);
    case ondemand::json_type::number:
      return read_number(value, fault);
    default:
      return read_id(&value, "an answer", fault);
  }
}

bool is_answer_key(std::string_view key) {
  const std::size_t point = key.find('.');
  const std::string_view suffix = point == std::string_view::npos ? "" : key.substr(point);
  return is_id(key.substr(0, point)) && (suffix.empty() || suffix == ".sure" || suffix == ".flag");
}

void read_answers(JsonValue* value, ResultRecord& record, JsonFault& fault) {
  if (value == nullptr) return;
  JsonFields fields(value->get_object(), {}, fault);
  for (std::string_view key; fields.next(key);) {
    if (!is_answer_key(key)) fault.set("bad-value", "an answer belongs to a name that is no item's");
    record.answers.emplace_back(std::string(key), read_answer(key, fields.value(), fault));
  }
  if (!fault.is_set() && !keys_differ(record.answers))
    fault.set("duplicate-field", "an item stands twice in 'answers'");
}

}  // namespace

bool all_differ(std::vector<std::string_view> names) {
  std::ranges::sort(names);
  return std::ranges::adjacent_find(names) == names.end();
}

ResultRecord read_record_fields(JsonFields& fields, JsonFault& fault) {
  ResultRecord record;
  record.role = read_string(fields.required("role"), "role", fault);
  if (!fault.is_set() && record.role != grouped_role && !is_id(record.role)) {
    fault.set("bad-value", "role must be an id, or '*'");
  }
  read_domains(fields.required("domains"), record, fault);
  check_figures(record, fault);
  read_overall(fields.required("overall"), record, fault);
  read_answers(fields.required("answers"), record, fault);
  if (JsonValue* link = fields.optional("link")) record.link = read_hash(link, "link", fault);
  return record;
}

}  // namespace assessment
