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
#include <memory>
#include <string>
#include <string_view>

#include "assessment/base/expected.hpp"
#include "assessment/results/batch.hpp"
#include "assessment/results/line_source.hpp"

namespace assessment {

inline constexpr std::size_t longest_header =
    64 * 1024 * 1024;                                       // bytes of the first line: an archive's sources
inline constexpr std::size_t longest_record = 1024 * 1024;  // bytes

// Calls `visit` with each record in the order of the file; the record is gone after the call.
// `file` is only the name that diagnostics carry (FILE:LINE, column 1); at most 100 of them.
// On a fault, what was visited before must be thrown away. Memory does not grow with the file.
Expected<ResultHeader> read_batch(std::string_view bytes, const std::string& file,
                                  const std::function<void(const BatchRecord&)>& visit);

// The same for a file that is not all in memory; a fault of reading is among the faults.
Expected<ResultHeader> read_batch(LineSource& lines, const std::string& file,
                                  const std::function<void(const BatchRecord&)>& visit);

// Reads one line at a time, for who has the lines from elsewhere; one reader can serve many files.
class RecordLineReader {
 public:
  RecordLineReader();
  RecordLineReader(RecordLineReader&&) noexcept;
  ~RecordLineReader();

  Expected<ResultHeader> header(const Line& line, const std::string& file);
  Expected<BatchRecord> record(const Line& line, const std::string& file, int number);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

// Whether a record says the same campaign, site, period and bank as the first line of its file.
bool is_of_batch(const BatchHeader& header, const BatchRecord& record);

// How many records a first line announces.
int records_of(const ResultHeader& header);

// Only the first line of `bytes`, which may end there.
Expected<ResultHeader> read_header(std::string_view bytes, const std::string& file);

}  // namespace assessment
