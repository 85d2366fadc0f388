// Any bytes as a campaign file.
#include <cstddef>
#include <cstdint>

#include "assessment/results/campaign.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static_cast<void>(assessment::parse_campaign({reinterpret_cast<const char*>(data), size}, "campaign.yaml"));
  return 0;
}
