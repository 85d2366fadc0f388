// Bytes of a batch file or merged archive -> its header and records, strictly.
//
// Refused, each with its line: what is not UTF-8 or not JSON, unknown, missing,
// reordered or duplicate fields, wrong types, a record that is not of the header's
// campaign, site, period and bank, and more or fewer records than the header says.
//
// Codes of faults, frozen: "empty-file", "not-utf-8", "not-json", "line-too-long", "no-line-end",
// "bad-line-end", "unknown-field", "missing-field", "misplaced-field", "duplicate-field",
// "wrong-type", "bad-value", "wrong-count", "not-of-this-batch".
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "assessment/base/expected.hpp"
#include "assessment/results/batch.hpp"

namespace assessment {

inline constexpr std::size_t longest_header =
    64 * 1024 * 1024;  // bytes of the first line: an archive's sources

// Calls `visit` with each record in the order of the file; the record is gone after the call.
// `file` is only the name that diagnostics carry (FILE:LINE, column 1); at most 100 of them.
// On a fault, what was visited before must be thrown away. Memory does not grow with the file.
Expected<ResultHeader> read_batch(std::string_view bytes, const std::string& file,
                                  const std::function<void(const BatchRecord&)>& visit);

// Only the first line of `bytes`, which may end there.
Expected<ResultHeader> read_header(std::string_view bytes, const std::string& file);

}  // namespace assessment
