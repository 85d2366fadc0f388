#include "assessment/base/rational.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <utility>

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

// By halving and subtracting (Stein); about half the time of divisions for numbers of this size.
std::uint64_t greatest_common_divisor(std::uint64_t a, std::uint64_t b) {
  if (a == 0) return b;
  if (b == 0) return a;
  const int twos = std::countr_zero(a | b);
  a >>= std::countr_zero(a);
  b >>= std::countr_zero(b);
  while (a != b && a != 1 && b != 1) {
    if (a < b) std::swap(a, b);
    a -= b;
    a >>= std::countr_zero(a);
  }
  return std::min(a, b) << twos;
}

std::uint64_t size_of(std::int64_t number) {
  return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

// Of two positive or zero numbers, not both 0.
std::int64_t common_divisor(std::int64_t number, std::int64_t positive) {
  return static_cast<std::int64_t>(greatest_common_divisor(size_of(number), size_of(positive)));
}

}  // namespace

void Rational::set(std::int64_t numerator, std::int64_t denominator) {
  assert(denominator > 0);
  if (numerator == least) return set(mpq_class(to_mpz(numerator), to_mpz(denominator)));
  const std::int64_t divisor = denominator == 1 ? 1 : common_divisor(numerator, denominator);
  upper_ = numerator / divisor;
  lower_ = denominator / divisor;
}

void Rational::set(mpq_class value) {
  value.canonicalize();
  if (value.get_num().fits_slong_p() && value.get_den().fits_slong_p() && value.get_num() != least) {
    upper_ = value.get_num().get_si();
    lower_ = value.get_den().get_si();
  } else {
    upper_ = lower_ = 0;
    large_ = std::make_shared<const mpq_class>(std::move(value));
  }
}

mpq_class Rational::to_mpq() const {
  return is_small() ? mpq_class(to_mpz(upper_), to_mpz(lower_)) : *large_;
}

std::optional<std::int64_t> Rational::floor_in(std::int64_t units) const {
  std::int64_t upper = 0;
  if (is_small() && is_product(upper_, units, upper)) {
    const std::int64_t toward_zero = upper / lower_;
    return toward_zero - (upper % lower_ < 0 ? 1 : 0);
  }
  const mpq_class scaled = to_mpq() * to_mpz(units);
  mpz_class floor;
  mpz_fdiv_q(floor.get_mpz_t(), scaled.get_num_mpz_t(), scaled.get_den_mpz_t());
  if (!floor.fits_slong_p()) return std::nullopt;
  return floor.get_si();
}

// The denominators' common part is taken out first, which keeps the sides small (Knuth, 4.5.1).
Rational Rational::add(const Rational& a, const Rational& b) {
  if (a.is_small() && b.is_small()) {
    const std::int64_t common = common_divisor(a.lower_, b.lower_);
    std::int64_t left = 0, right = 0, upper = 0, lower = 0;
    if (is_product(a.upper_, b.lower_ / common, left) && is_product(b.upper_, a.lower_ / common, right) &&
        is_sum(left, right, upper) && is_product(a.lower_, b.lower_ / common, lower)) {
      const std::int64_t rest = common == 1 ? 1 : common_divisor(upper, common);
      Rational sum;
      sum.upper_ = upper / rest;
      sum.lower_ = lower / rest;
      return sum;
    }
  }
  return Rational(mpq_class(a.to_mpq() + b.to_mpq()));
}

Rational Rational::multiply(const Rational& a, const Rational& b) {
  if (a.is_small() && b.is_small()) {
    const std::int64_t left = b.is_whole() ? 1 : common_divisor(a.upper_, b.lower_);
    const std::int64_t right = a.is_whole() ? 1 : common_divisor(b.upper_, a.lower_);
    Rational product;
    if (is_product(a.upper_ / left, b.upper_ / right, product.upper_) &&
        is_product(a.lower_ / right, b.lower_ / left, product.lower_)) {
      return product;
    }
  }
  return Rational(mpq_class(a.to_mpq() * b.to_mpq()));
}

std::strong_ordering Rational::compare(const Rational& a, const Rational& b) {
  std::int64_t left = 0, right = 0;
  if (a.is_small() && b.is_small() && is_product(a.upper_, b.lower_, left) &&
      is_product(b.upper_, a.lower_, right)) {
    return left <=> right;
  }
  return cmp(a.to_mpq(), b.to_mpq()) <=> 0;
}

Rational operator-(const Rational& a, const Rational& b) {
  if (!b.is_small()) return Rational(mpq_class(a.to_mpq() - b.to_mpq()));
  Rational negative = b;
  negative.upper_ = -b.upper_;
  return a + negative;
}

Rational operator/(const Rational& a, const Rational& b) {
  assert(b != 0);
  if (!b.is_small()) return Rational(mpq_class(a.to_mpq() / b.to_mpq()));
  Rational turned;
  turned.upper_ = b.upper_ < 0 ? -b.lower_ : b.lower_;
  turned.lower_ = b.upper_ < 0 ? -b.upper_ : b.upper_;
  return a * turned;
}

Rational ratio(std::int64_t numerator, std::int64_t denominator) {
  return Rational(numerator, denominator);
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

  assert(max_decimals <= 18);  // so that each side of the point fits in 64 bits
  std::int64_t before = 0, after = 0, scale = 1;
  for (const char c : whole) before = 10 * before + (c - '0');
  for (const char c : decimals) {
    after = 10 * after + (c - '0');
    scale *= 10;
  }
  const Rational value = before + Rational(after, scale);
  return negative ? -value : value;
}

std::string to_decimal(const Rational& value) {
  const mpz_class numerator = value.numerator(), denominator = value.denominator();
  unsigned long decimals = 0;
  while (
      !mpz_divisible_p(mpz_class(numerator * power_of_ten(decimals)).get_mpz_t(), denominator.get_mpz_t())) {
    ++decimals;
    assert(decimals <= 18 && "not a decimal");
  }
  const mpz_class scaled = numerator * power_of_ten(decimals) / denominator;
  std::string digits = mpz_class(abs(scaled)).get_str();
  if (decimals > 0) {
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, ".");
  }
  return (value < 0 ? "-" : "") + digits;
}

bool is_shortest_decimal(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point), decimals = text.substr(point);
  if (!is_digits(whole) || whole.size() > 12 || (whole.size() > 1 && whole.front() == '0')) return false;
  if (decimals.empty()) return !is_negative || whole != "0";
  return is_digits(decimals.substr(1)) && decimals.size() <= 1 + 6 && decimals.back() != '0';
}

int tenths_cut_off(const Rational& value) {
  const auto tenths = value.floor_in(10);
  assert(tenths && std::in_range<int>(*tenths));
  return static_cast<int>(*tenths);
}

std::string to_fraction(const Rational& part, const Rational& whole) {
  const mpz_class scale = lcm(part.denominator(), whole.denominator());
  const Rational factor{mpq_class(scale)};
  return (part * factor).numerator().get_str() + "/" + (whole * factor).numerator().get_str();
}

}  // namespace assessment
