// What other tools' numbers ask for beyond the arithmetic of scores.
#pragma once

#include "assessment/base/rational.hpp"

namespace assessment {

inline Rational magnitude(const Rational& value) {
  return value < 0 ? -value : value;
}

// The greatest whole number that is not above `value`.
inline Rational floor_of(const Rational& value) {
  mpz_class whole;
  mpz_fdiv_q(whole.get_mpz_t(), value.numerator().get_mpz_t(), value.denominator().get_mpz_t());
  return Rational(mpq_class(whole));
}

inline bool is_whole(const Rational& value) {
  return value == floor_of(value);
}

}  // namespace assessment
