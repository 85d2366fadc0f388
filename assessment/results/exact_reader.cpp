#include "assessment/results/exact_reader.hpp"

#include <algorithm>
#include <utility>

#include "assessment/base/text.hpp"
#include "assessment/results/batch_reader.hpp"

namespace assessment {
namespace {

constexpr std::size_t most_exact_faults = 100;

// The next line with its end, taken from `rest`. Precondition: read_batch has found an end to every line.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n') + 1;
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end);
  return line;
}

Diagnostic not_exact(std::string_view line, std::string_view written, int number, const std::string& file) {
  const auto differ = std::ranges::mismatch(line, written).in1;
  const auto offset = static_cast<std::size_t>(differ - line.begin());
  const int column = 1 + static_cast<int>(count_characters(line.substr(0, offset)));
  return {Severity::error,
          "not-exact",
          file,
          {number, column},
          "these are not the bytes that a kiosk writes: something has changed the file"};
}

}  // namespace

Expected<ResultHeader> read_exactly(std::string_view bytes, const std::string& file,
                                    const std::function<void(const ExactLine&)>& visit) {
  Diagnostics faults;
  std::string_view rest = bytes;
  const std::string_view first = rest.substr(0, rest.find('\n') + 1);
  rest.remove_prefix(first.size());
  int number = 1;
  auto header = read_batch(bytes, file, [&](const BatchRecord& record) {
    // After a line that read_batch refuses, and does not hand on, these lines are not those of the records;
    // but then its faults are all that is told.
    const std::string_view line = take_line(rest);
    ++number;
    const std::string written = to_line(record);
    if (line == written) {
      visit({record, line, number});
    } else if (faults.size() < most_exact_faults) {
      faults.push_back(not_exact(line, written, number, file));
    }
  });
  if (!header) return header;
  const std::string written = to_line(*header);
  if (first != written) faults.push_back(not_exact(first, written, 1, file));
  sort_by_position(faults);
  if (!faults.empty()) return faults;
  return header;
}

}  // namespace assessment
