// How a record and its parts are written as JSON, byte for byte the same everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "assessment/results/record.hpp"

namespace assessment {

// Appends `text` as a JSON string. Precondition: UTF-8.
void append_json_string(std::string& line, std::string_view text);

// Appends `"name":` with a comma in front, unless an object or list has just begun.
void append_json_key(std::string& line, std::string_view name);

// A whole field: `"name":"text"`, `"name":12`.
void append_text_field(std::string& line, std::string_view name, std::string_view text);
void append_number_field(std::string& line, std::string_view name, std::int64_t number);

// Appends what stands behind an answer's key.
void append_answer(std::string& line, const RecordedAnswer& answer);

// Appends the record's own fields, from `"role"` to the last, without the braces around them.
void append_record_fields(std::string& line, const ResultRecord& record);

}  // namespace assessment
