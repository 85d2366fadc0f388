// Reads a file of results and holds it to its exact bytes: read_batch, and every line as it is written.
//
// JSON can say one thing in many ways, and the choice between them can carry what no field does. What
// this reader accepts has no byte that the format does not ask for.
//
// Codes of faults, frozen: those of batch_reader.hpp, and "not-exact".
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "assessment/base/expected.hpp"
#include "assessment/results/batch.hpp"

namespace assessment {

// A record, and the line it stands in.
struct ExactLine {
  const BatchRecord& record;
  std::string_view text{};  // with its end
  int number = 0;           // from 2: the first line is the header's
};

// As read_batch: `visit` is called with each record that is exact, in the order of the file; what was visited
// is to be forgotten after a fault. The column of "not-exact" is that of the first character that is not as
// it would be written.
Expected<ResultHeader> read_exactly(std::string_view bytes, const std::string& file,
                                    const std::function<void(const ExactLine&)>& visit);

}  // namespace assessment
