// Exact fractions: what every score, weight and cut point is made of.
//
// GMP's mpq_class, so that there is no overflow to think about: the mean of
// twenty domains with unlike denominators does not fit in 128 bits
// (docs/adr/0004). Always kept in lowest terms by the functions below.
#pragma once

#include <gmpxx.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assessment {

using Rational = mpq_class;

// numerator / denominator in lowest terms. Precondition: denominator > 0.
Rational ratio(std::int64_t numerator, std::int64_t denominator);

// Reads a plain decimal such as "17", "-3" or "0.5": an optional minus, digits
// without a superfluous leading 0, and at most `max_decimals` decimals. At most
// 12 digits before the point. Anything else ("1e3", "010", ".5", "+1") is none.
std::optional<Rational> parse_decimal(std::string_view text, int max_decimals = 6);

// The shortest decimal that equals `value`: "17", "0.5".
// Precondition: it has one, as everything that parse_decimal read does.
std::string to_decimal(const Rational& value);

// floor(10 * value): a percentage in tenths, cut off. Precondition: the result fits in 32 bits.
int tenths_cut_off(const Rational& value);

}  // namespace assessment
