// Any bytes as a batch file.
#include <cstddef>
#include <cstdint>

#include "assessment/results/batch_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static_cast<void>(assessment::read_batch({reinterpret_cast<const char*>(data), size}, "b.results.jsonl",
                                           [](const assessment::BatchRecord&) {}));
  return 0;
}
