// A report's figures for programs: the shape that docs/reports.md describes.
#pragma once

#include <string>

#include "assessment/reporting/report.hpp"

namespace assessment {

// {"policy":{…},"people":N,"groups":[{"by":{…},"n":"35"|"*"|"fewer than 10","domains":{ID:{"mean":61.3|null,
// "sd":…,"levels":{LEVEL:"15"|"*"},"knowledge_mean":…,"attained":null|{VALUE:"15"|"*"}}},"items":null|{ITEM:
// {"answers":{ANSWER:"15"|"*"},"without_answer":"5"|"*"}}}],"suppressed":{"primary":N,"complementary":N}}
// A group whose row is that of an earlier report has "as_of" behind "n", and the total "people_as_of"; an
// item has "does_not_fit", "changed_in" and "retired_in" where there is something to say. Means in percent;
// null where there is none or too few people. `people` is a text too where it is withheld. A report with a
// marking has it as policy.marking and as the last key. Two spaces of indentation, LF.
std::string render_json(const Report& report);

}  // namespace assessment
