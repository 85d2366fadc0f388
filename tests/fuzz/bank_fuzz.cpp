// Any bytes as a bank: read, checked, and when good, linted and scored.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "assessment/bank/schema.hpp"
#include "assessment/base/random.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/statistics/synthetic_person.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bank = assessment::parse_bank({reinterpret_cast<const char*>(data), size}, "bank.yaml");
  if (!bank) return 0;
  assessment::Random chance(size);
  static_cast<void>(score(*bank, simulate_visit(*bank, chance)));
  return 0;
}
