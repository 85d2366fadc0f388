#include "assessment/results/json_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <utility>

#include "assessment/base/text.hpp"

namespace assessment {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::size_t longest_id = 64;

// What stands there, fit for a message: of bounded length, and nothing that moves a terminal's cursor.
std::string shown(std::string_view text) {
  constexpr std::size_t most = 40;
  if (find_text_fault(text)) return "…";
  std::string result(text.substr(0, most));
  // Not in the middle of a character.
  while (text.size() > most && !result.empty() &&
         (static_cast<unsigned char>(text[result.size()]) & 0xC0) == 0x80) {
    result.pop_back();
  }
  return text.size() > result.size() ? result + "…" : result;
}

bool is_null(JsonValue& value, JsonFault& fault) {
  bool is_null_value = false;
  if (value.is_null().get(is_null_value) != simdjson::SUCCESS)
    fault.set("not-json", "a word that JSON does not have");
  return is_null_value;
}

std::string read_string_value(JsonValue& value, std::string_view what, JsonFault& fault) {
  std::string_view text;
  const auto error = value.get_string().get(text);
  if (error == simdjson::INCORRECT_TYPE) {
    fault.set("wrong-type", fmt::format("{} must be a string", what));
  } else {
    fault.set(error);
  }
  return fault.is_set() ? std::string() : std::string(text);
}

// The number in tenths that "62.5" or "50" writes; -1 for any other shape.
int tenths_of(std::string_view token) {
  const std::size_t point = token.find('.');
  const std::string_view whole = token.substr(0, point);
  const std::string_view tenth = point == std::string_view::npos ? "0" : token.substr(point + 1);
  if (whole.empty() || whole.size() > 3 || tenth.size() != 1) return -1;
  if (!std::ranges::all_of(whole, is_digit) || !is_digit(tenth.front())) return -1;
  if (whole.size() > 1 && whole.front() == '0') return -1;
  int number = 0;
  std::from_chars(whole.data(), whole.data() + whole.size(), number);
  return 10 * number + (tenth.front() - '0');
}

}  // namespace

void JsonFault::set(std::string_view new_code, std::string new_text) {
  if (is_set()) return;
  code = new_code;
  text = std::move(new_text);
}

void JsonFault::set(simdjson::error_code error) {
  if (error == simdjson::SUCCESS) return;
  if (error == simdjson::UTF8_ERROR) {
    set("not-utf-8", "not UTF-8");
  } else if (error == simdjson::INCORRECT_TYPE) {
    set("wrong-type", "not an object where one must stand");
  } else {
    set("not-json", "not JSON that is whole on this line");
  }
}

JsonFields::JsonFields(simdjson::simdjson_result<ondemand::object> object,
                       std::span<const std::string_view> names, JsonFault& fault)
    : fault_(fault), names_(names) {
  assert(names.size() <= 32);
  if (fault_.is_set()) return;
  fault_.set(object.error());
  if (!fault_.is_set()) object_ = object.value_unsafe();
  if (!fault_.is_set()) fault_.set(object_.begin().get(here_));
  if (!fault_.is_set()) fault_.set(object_.end().get(end_));
  load();
}

void JsonFields::load() {
  is_at_field_ = false;
  is_taken_ = false;
  if (fault_.is_set() || !(here_ != end_)) return;
  ondemand::field field;
  fault_.set((*here_).get(field));
  if (!fault_.is_set()) fault_.set(field.unescaped_key().get(name_));
  if (fault_.is_set()) return;
  value_ = field.value();
  is_at_field_ = true;
}

void JsonFields::step() {
  if (!is_taken_ || fault_.is_set()) return;
  ++here_;
  load();
}

JsonValue* JsonFields::optional(std::string_view name) {
  step();
  if (fault_.is_set() || !is_at_field_ || name_ != name) return nullptr;
  const auto index = static_cast<std::size_t>(std::ranges::find(names_, name) - names_.begin());
  assert(index < names_.size());
  seen_ |= std::uint32_t{1} << index;
  is_taken_ = true;
  return &value_;
}

JsonValue* JsonFields::required(std::string_view name) {
  JsonValue* found = optional(name);
  if (found != nullptr || fault_.is_set()) return found;
  if (is_at_field_) {
    refuse_present(name);
  } else {
    fault_.set("missing-field", fmt::format("the field '{}' is missing", name));
  }
  return nullptr;
}

// Says what is wrong with the field that stands here in place of `wanted`, or of the end.
void JsonFields::refuse_present(std::string_view wanted) {
  const auto known = std::ranges::find(names_, name_);
  if (known == names_.end()) {
    fault_.set("unknown-field", fmt::format("unknown field '{}'", shown(name_)));
  } else if ((seen_ >> (known - names_.begin()) & 1U) != 0) {
    fault_.set("duplicate-field", fmt::format("the field '{}' stands here a second time", name_));
  } else if (wanted.empty()) {
    fault_.set("misplaced-field", fmt::format("the field '{}' stands in the wrong place", name_));
  } else {
    fault_.set(
        "missing-field",
        fmt::format("the field '{}' is missing, or out of order: '{}' stands in its place", wanted, name_));
  }
}

bool JsonFields::next(std::string_view& name) {
  step();
  if (fault_.is_set() || !is_at_field_) return false;
  is_taken_ = true;
  name = name_;
  return true;
}

void JsonFields::end() {
  step();
  if (!fault_.is_set() && is_at_field_) refuse_present("");
}

std::string read_string(JsonValue* value, std::string_view what, JsonFault& fault) {
  if (value == nullptr || fault.is_set()) return "";
  return read_string_value(*value, what, fault);
}

std::optional<std::string> read_string_or_null(JsonValue* value, std::string_view what, JsonFault& fault) {
  if (value == nullptr || fault.is_set() || is_null(*value, fault) || fault.is_set()) return std::nullopt;
  return read_string_value(*value, what, fault);
}

std::string read_id(JsonValue* value, std::string_view what, JsonFault& fault) {
  std::string text = read_string(value, what, fault);
  if (value == nullptr || fault.is_set() || is_id(text)) return text;
  fault.set("bad-value", fmt::format("'{}' is no id; {} must be one", shown(text), what));
  return "";
}

std::string read_hash(JsonValue* value, std::string_view what, JsonFault& fault) {
  std::string text = read_string(value, what, fault);
  if (value == nullptr || fault.is_set()) return "";
  if (!is_hash(text)) fault.set("bad-value", fmt::format("{} must be 64 hexadecimal digits", what));
  return text;
}

std::int64_t read_whole_number(JsonValue* value, std::int64_t least, std::string_view what,
                               JsonFault& fault) {
  if (value == nullptr || fault.is_set()) return 0;
  const std::string_view token = number_token(*value);
  std::int64_t number = -1;
  const bool is_plain = !token.empty() && token.size() <= 15 && std::ranges::all_of(token, is_digit) &&
                        (token.size() == 1 || token.front() != '0');
  if (is_plain) std::from_chars(token.data(), token.data() + token.size(), number);
  if (number >= least) return number;
  fault.set(is_plain ? "bad-value" : "wrong-type",
            fmt::format("{} must be a whole number from {} on", what, least));
  return 0;
}

int read_count(JsonValue* value, int least, std::string_view what, JsonFault& fault) {
  constexpr std::int64_t most = 999'999'999;
  const std::int64_t number = read_whole_number(value, least, what, fault);
  if (number > most) fault.set("bad-value", fmt::format("{} must be at most {}", what, most));
  return static_cast<int>(std::min(number, most));
}

std::optional<int> read_tenths_or_null(JsonValue* value, std::string_view what, JsonFault& fault) {
  if (value == nullptr || fault.is_set() || is_null(*value, fault) || fault.is_set()) return std::nullopt;
  const int tenths = tenths_of(number_token(*value));
  if (tenths >= 0 && tenths <= 1000) return tenths;
  fault.set(tenths < 0 ? "wrong-type" : "bad-value",
            fmt::format("{} must be a number from 0.0 to 100.0 with one decimal, or null", what));
  return std::nullopt;
}

void read_true(JsonValue* value, std::string_view what, JsonFault& fault) {
  if (value == nullptr || fault.is_set()) return;
  bool is_true = false;
  if (value->get_bool().get(is_true) != simdjson::SUCCESS || !is_true) {
    fault.set("wrong-type", fmt::format("{} must be true, or absent", what));
  }
}

std::string_view number_token(JsonValue& value) {
  std::string_view token = value.raw_json_token();
  while (!token.empty() && (token.back() == ' ' || token.back() == '\t')) token.remove_suffix(1);
  return token;
}

bool is_hash(std::string_view text) {
  // Without a branch a letter.
  const auto count = [&](char first, char last) {
    return std::ranges::count_if(text, [&](char c) { return c >= first && c <= last; });
  };
  return text.size() == 64 && count('0', '9') + count('a', 'f') == 64;
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= longest_id && is_letter(text.front()) &&
         std::ranges::all_of(text,
                             [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; });
}

}  // namespace assessment
