// 64-bit integers for exact sums and products of any size.
#pragma once

#include <gmpxx.h>

#include <cstdint>
#include <string>

namespace assessment {

// GMP takes no 64-bit integer where `long` has 32 bits.
inline mpz_class to_big(std::int64_t number) {
  return mpz_class(std::to_string(number));
}

}  // namespace assessment
