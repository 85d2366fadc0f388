// One JSON object, read strictly: field by field in a fixed order, with the first fault kept.
//
// A reader asks for what must come next; once something is wrong every further
// question has an empty answer, so that only the end needs to look at the fault.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace assessment {

// The first thing that was wrong; codes are those of batch_reader.hpp.
struct JsonFault {
  std::string code{};
  std::string text{};

  bool is_set() const { return !code.empty(); }
  void set(std::string_view new_code, std::string new_text);  // the first one stays
  void set(simdjson::error_code error);                       // success: nothing
};

using JsonValue = simdjson::ondemand::value;

class JsonFields {
 public:
  // `names`: all fields in their order, at most 32; empty: a map, for next() alone.
  JsonFields(simdjson::simdjson_result<simdjson::ondemand::object> object,
             std::span<const std::string_view> names, JsonFault& fault);

  // The value of the field that stands here if it is `name`, else null; required() sets a fault then.
  // It must be read before the next question.
  JsonValue* optional(std::string_view name);
  JsonValue* required(std::string_view name);

  // The fields of a map one by one; false after the last. Names have the shape of ids ("ITEM.sure" too).
  bool next(std::string_view& name);
  JsonValue& value() { return value_; }

  // Sets a fault when fields are left.
  void end();

 private:
  void load();
  void step();
  void refuse_present(std::string_view wanted);

  JsonFault& fault_;
  std::span<const std::string_view> names_;
  simdjson::ondemand::object object_{};
  simdjson::ondemand::object_iterator here_{};
  simdjson::ondemand::object_iterator end_{};
  bool is_at_field_ = false;
  bool is_taken_ = false;  // the field here was given out: step on before the next question
  std::string_view name_{};
  JsonValue value_{};
  std::uint32_t seen_ = 0;  // one bit a name
};

// Readers of one value; null (a missing field) and anything of another type give an empty answer, the
// latter with a fault that speaks of `what`.
std::string read_string(JsonValue* value, std::string_view what, JsonFault& fault);
std::optional<std::string> read_string_or_null(JsonValue* value, std::string_view what, JsonFault& fault);
std::string read_id(JsonValue* value, std::string_view what, JsonFault& fault);
std::string read_hash(JsonValue* value, std::string_view what, JsonFault& fault);
std::int64_t read_whole_number(JsonValue* value, std::int64_t least, std::string_view what, JsonFault& fault);
int read_count(JsonValue* value, int least, std::string_view what, JsonFault& fault);
std::optional<int> read_tenths_or_null(JsonValue* value, std::string_view what,
                                       JsonFault& fault);  // 0 .. 1000
void read_true(JsonValue* value, std::string_view what, JsonFault& fault);
// The digits of a number as they stand there.
std::string_view number_token(JsonValue& value);

// 64 lower-case hexadecimal digits.
bool is_hash(std::string_view text);
// A letter, then letters, digits, '_' and '-'; at most 64.
bool is_id(std::string_view text);

}  // namespace assessment
