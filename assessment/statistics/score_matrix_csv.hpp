// A table of scores from any other tool: CSV -> ScoreMatrix, strictly.
//
// The first line names the items, every other line is a person; an empty cell is a missing score. Scores
// are plain decimals. RFC 4180 in UTF-8, with or without byte order mark, lines ended by LF or CRLF.
//
// Codes of faults, frozen: "empty-file", "not-utf-8", "bad-line-end", "bad-quote", "no-items", "no-people",
// "too-many-items", "bad-item-name", "duplicate-item", "wrong-count", "not-a-number", "number-too-large".
#pragma once

#include <string>
#include <string_view>

#include "assessment/base/expected.hpp"
#include "assessment/statistics/score_matrix.hpp"

namespace assessment {

inline constexpr std::size_t most_matrix_items = 2000;
inline constexpr std::size_t longest_item_name = 120;  // characters

// `file` is only the name that diagnostics carry (FILE:LINE:COLUMN, columns in characters); at most 100 of
// them. A line that is empty is a person without any score where there is one item, else a fault.
Expected<ScoreMatrix> parse_score_matrix(std::string_view bytes, const std::string& file);

}  // namespace assessment
