#include "assessment/session/link_code.hpp"

#include <string>

#include "assessment/base/crypto.hpp"

namespace assessment {
namespace {

constexpr int check_bits = 5;
constexpr std::uint32_t drawn = 1U << 19;

// The first 5 bits of the BLAKE2b of the drawn number's three bytes, the low one first.
std::uint32_t checksum(std::uint32_t number) {
  std::string bytes;
  for (int i = 0; i < 3; ++i) bytes += static_cast<char>(number >> (8 * i));
  std::array<std::uint8_t, 32> hash{};
  read_hex(blake2b_hex(bytes), hash);
  return hash[0] >> (8 - check_bits);
}

LinkCode to_code(std::uint32_t bits) {
  return {{static_cast<std::uint8_t>(bits >> 16), static_cast<std::uint8_t>(bits >> 8),
           static_cast<std::uint8_t>(bits)}};
}

}  // namespace

LinkCode draw_link_code(Random& random) {
  const auto number = static_cast<std::uint32_t>(random.below(drawn));
  return to_code(number << check_bits | checksum(number));
}

std::optional<LinkCode> check_link_code(const std::array<std::uint8_t, words_of_a_link>& words) {
  const std::uint32_t bits = std::uint32_t{words[0]} << 16 | std::uint32_t{words[1]} << 8 | words[2];
  const std::uint32_t number = bits >> check_bits;
  if ((bits & ((1U << check_bits) - 1)) != checksum(number)) return std::nullopt;
  return LinkCode{words};
}

}  // namespace assessment
