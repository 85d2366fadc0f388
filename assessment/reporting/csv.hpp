// A report's figures for spreadsheets: RFC 4180, UTF-8 with byte order mark, CRLF.
#pragma once

#include <string>
#include <string_view>

#include "assessment/reporting/report.hpp"

namespace assessment {

// Tidy long form, one figure a line. Columns: the report's dimensions, then
//   scope           all | group | overall | domain | item; "marking" in a report not for sharing
//   id, label       of the domain or item; empty elsewhere
//   measure         people, self_reported_mean, self_reported_standard_deviation,
//                   self_reported_level, attained, too_few_answers, knowledge_mean,
//                   answer, without_answer, does_not_fit; as_of (the day of a row that is repeated),
//                   changed_in, retired_in (the version of the bank)
//   category        the level, attained value or answer that is counted, and its label
//   category_label
//   value           a number, a day or a version, or "*" where it is withheld; a figure that does not exist
//   has no line
// A report with a marking has it as its first and its last line.
std::string render_csv(const Report& report);

// Wide form: a line for everyone and one a group, a column a figure: the dimensions, then "people",
// "DOMAIN.self_reported_mean", "overall.self_reported_level.LEVEL", "ITEM.answer.ANSWER" and so on, then
// "sharing", the marking. A figure that does not exist is an empty cell.
std::string render_wide_csv(const Report& report);

// What the columns, measures and ids of both forms mean. Columns: column, value, meaning.
std::string render_csv_dictionary(const Report& report);

}  // namespace assessment
