#include "assessment/base/rational.hpp"

#include <algorithm>
#include <cassert>

namespace assessment {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

mpz_class power_of_ten(unsigned long exponent) {
  mpz_class power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, exponent);
  return power;
}

}  // namespace

Rational ratio(std::int64_t numerator, std::int64_t denominator) {
  assert(denominator > 0);
  Rational result(mpz_class(static_cast<long>(numerator)), mpz_class(static_cast<long>(denominator)));
  result.canonicalize();
  return result;
}

std::optional<Rational> parse_decimal(std::string_view text, int max_decimals) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals = point == std::string_view::npos ? "" : text.substr(point + 1);

  if (!is_digits(whole) || whole.size() > 12 || (whole.size() > 1 && whole.front() == '0'))
    return std::nullopt;
  if (point != std::string_view::npos && !is_digits(decimals)) return std::nullopt;
  if (decimals.size() > static_cast<std::size_t>(max_decimals)) return std::nullopt;

  Rational result(mpz_class(std::string(whole) + std::string(decimals), 10), power_of_ten(decimals.size()));
  result.canonicalize();
  if (negative) result = -result;
  return result;
}

std::string to_decimal(const Rational& value) {
  mpz_class scaled;
  unsigned long decimals = 0;
  while (!mpz_divisible_p(mpz_class(value.get_num() * power_of_ten(decimals)).get_mpz_t(),
                          value.get_den().get_mpz_t())) {
    ++decimals;
    assert(decimals <= 18 && "not a decimal");
  }
  scaled = value.get_num() * power_of_ten(decimals) / value.get_den();
  std::string digits = mpz_class(abs(scaled)).get_str();
  if (decimals > 0) {
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, ".");
  }
  return (sgn(value) < 0 ? "-" : "") + digits;
}

int tenths_cut_off(const Rational& value) {
  mpz_class tenths;
  mpz_fdiv_q(tenths.get_mpz_t(), mpz_class(value.get_num() * 10).get_mpz_t(), value.get_den().get_mpz_t());
  assert(tenths.fits_sint_p());
  return static_cast<int>(tenths.get_si());
}

}  // namespace assessment
