#include "assessment/base/random.hpp"

#include <fmt/format.h>

#include <cassert>
#include <utility>

namespace assessment {

Random::Random(std::uint64_t number) : seed_{} {
  for (std::size_t i = 0; i < 8; ++i) seed_[i] = static_cast<std::uint8_t>(number >> (8 * i));
}

Random::Random(std::uint64_t number, std::string_view name) : Random(number) {
  const std::string hash = blake2b_hex(name);
  for (std::size_t i = 8; i < seed_.size(); ++i) seed_[i] = static_cast<std::uint8_t>(hash[i]);
}

std::uint64_t Random::next() {
  if (used_ == buffer_.size()) {
    keystream(seed_, block_++, buffer_);
    used_ = 0;
  }
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    value |= static_cast<std::uint64_t>(std::exchange(buffer_[used_ + i], 0)) << (8 * i);
  }
  used_ += 8;
  return value;
}

std::uint64_t Random::below(std::uint64_t bound) {
  assert(bound > 0);
  // Numbers under the remainder of 2^64 / bound would come up once too often.
  const std::uint64_t unfair = (0 - bound) % bound;
  std::uint64_t value = next();
  while (value < unfair) value = next();
  return value % bound;
}

double Random::unit() {
  return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

double Random::bell() {
  constexpr std::uint64_t mask = (1U << 21) - 1;
  std::uint64_t sum = 0;
  for (int i = 0; i < 4; ++i) {
    const std::uint64_t three = next();
    sum += (three & mask) + (three >> 21 & mask) + (three >> 42 & mask);
  }
  return static_cast<double>(sum) * 0x1.0p-21 - 6;
}

std::string Random::hex_name() {
  const std::uint64_t high = next();
  return fmt::format("{:016x}{:016x}", high, next());
}

void Random::forget_past() {
  Seed seed{};
  for (std::size_t i = 0; i < seed.size(); i += 8) {
    const std::uint64_t value = next();
    for (std::size_t k = 0; k < 8; ++k) seed[i + k] = static_cast<std::uint8_t>(value >> (8 * k));
  }
  *this = Random(seed);
}

}  // namespace assessment
