// Chance that can be repeated: the same seed gives the same numbers on every platform.
//
// A ChaCha20 keystream, so that with a seed from the system it is also fit to
// shuffle what must not be put back in order.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assessment/base/crypto.hpp"

namespace assessment {

class Random {
 public:
  explicit Random(const Seed& seed) : seed_(seed) {}
  explicit Random(std::uint64_t number);  // for tests, simulations and the visit's own stream

  // The stream that belongs to `name` under the same number: independent of those of other names.
  Random(std::uint64_t number, std::string_view name);

  // Uniform over all 64-bit numbers.
  std::uint64_t next();

  // Uniform over 0 .. bound - 1, without bias. Precondition: bound > 0.
  std::uint64_t below(std::uint64_t bound);

  // Uniform over [0, 1), in steps of 2^-53.
  double unit();

  // Mean 0, variance 1, within -6 .. 6: the sum of twelve uniforms of 21 bits less six. Close enough to
  // normal for synthetic people and, unlike log and cos, equal to the last bit everywhere.
  double bell();

  template <class T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t left = values.size(); left > 1; --left) {
      std::swap(values[left - 1], values[static_cast<std::size_t>(below(left))]);
    }
  }

  // 32 lower-case hexadecimal digits.
  std::string hex_name();

  // Goes on from a seed that the stream itself gives: what was drawn before can no longer be told from
  // this object, and a run can still be repeated.
  void forget_past();

 private:
  Seed seed_;
  std::uint64_t block_ = 0;
  std::array<std::uint8_t, 512> buffer_{};
  std::size_t used_ = 512;  // bytes of the buffer already given out; they are zero
};

}  // namespace assessment
