// The fields of a record, as append_record_fields writes them -> ResultRecord.
#pragma once

#include <string_view>
#include <vector>

#include "assessment/results/json_fields.hpp"
#include "assessment/results/record.hpp"

namespace assessment {

// Reads from "role" to "link" or the end. `fields` was made with these names among its own, in this
// order: role, domains, overall, answers, link. The record's bank is left empty. After a fault the
// record is of no use.
ResultRecord read_record_fields(JsonFields& fields, JsonFault& fault);

// True when no two of them are equal.
bool all_differ(std::vector<std::string_view> names);

}  // namespace assessment
