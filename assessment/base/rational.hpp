// Exact fractions: what every score, weight and cut point is made of.
//
// No overflow to think about: the mean of twenty domains with unlike denominators does not fit in
// 128 bits (docs/adr/0004). Almost all numbers that meet here are small, so a value whose two sides
// fit in 64 bits is kept in them; the few others are GMP's mpq_class.
#pragma once

#include <gmpxx.h>

#include <compare>
#include <concepts>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace assessment {

template <class T>
concept WholeNumber = std::integral<T> && !std::same_as<T, bool> && sizeof(T) <= sizeof(std::int64_t);

// A fraction in lowest terms. Equal values are kept alike, whatever way they were come by.
class Rational {
 public:
  Rational() = default;
  // Not `explicit`: a whole number is a fraction wherever one is asked for.
  template <WholeNumber T>
  Rational(T whole) : upper_(static_cast<std::int64_t>(whole)) {
    if (!std::in_range<std::int64_t>(whole) || upper_ == least) set(mpq_class(to_mpz(whole)));
  }
  template <WholeNumber T, WholeNumber U>
  Rational(T numerator, U denominator) {  // precondition: denominator > 0
    if (std::in_range<std::int64_t>(numerator) && std::in_range<std::int64_t>(denominator)) {
      set(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
    } else {
      set(mpq_class(to_mpz(numerator), to_mpz(denominator)));
    }
  }
  explicit Rational(mpq_class value) { set(std::move(value)); }

  mpq_class to_mpq() const;
  mpz_class numerator() const { return to_mpq().get_num(); }
  mpz_class denominator() const { return to_mpq().get_den(); }
  double get_d() const { return to_mpq().get_d(); }

  // The same as floor(value * units); none where that does not fit in 64 bits.
  std::optional<std::int64_t> floor_in(std::int64_t units) const;

  Rational& operator+=(const Rational& other) { return *this = *this + other; }
  Rational& operator-=(const Rational& other) { return *this = *this - other; }
  Rational& operator*=(const Rational& other) { return *this = *this * other; }
  Rational& operator/=(const Rational& other) { return *this = *this / other; }

  friend Rational operator+(const Rational& a, const Rational& b) {
    Rational sum;
    if (a.is_whole() && b.is_whole() && is_sum(a.upper_, b.upper_, sum.upper_)) return sum;
    return add(a, b);
  }
  friend Rational operator*(const Rational& a, const Rational& b) {
    Rational product;
    if (a.is_whole() && b.is_whole() && is_product(a.upper_, b.upper_, product.upper_)) return product;
    return multiply(a, b);
  }
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator/(const Rational& a, const Rational& b);  // precondition: b is not 0
  friend Rational operator-(const Rational& a) { return 0 - a; }
  friend bool operator==(const Rational& a, const Rational& b) {
    return a.upper_ == b.upper_ && a.lower_ == b.lower_ && (a.is_small() || *a.large_ == *b.large_);
  }
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
    return a.is_small() && a.lower_ == b.lower_ ? a.upper_ <=> b.upper_ : compare(a, b);
  }

 private:
  static constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

  // The result, where it fits and can be turned to its negative.
  static bool is_product(std::int64_t a, std::int64_t b, std::int64_t& product) {
    return !__builtin_mul_overflow(a, b, &product) && product != least;
  }
  static bool is_sum(std::int64_t a, std::int64_t b, std::int64_t& sum) {
    return !__builtin_add_overflow(a, b, &sum) && sum != least;
  }

  bool is_small() const { return lower_ != 0; }
  bool is_whole() const { return lower_ == 1; }
  static Rational add(const Rational& a, const Rational& b);
  static Rational multiply(const Rational& a, const Rational& b);
  static std::strong_ordering compare(const Rational& a, const Rational& b);
  template <WholeNumber T>
  static mpz_class to_mpz(T number) {
    if constexpr (std::is_signed_v<T>) return mpz_class(static_cast<long>(number));
    return mpz_class(static_cast<unsigned long>(number));
  }
  void set(std::int64_t numerator, std::int64_t denominator);
  void set(mpq_class value);

  // In lowest terms, the lower side above 0 and neither the least 64-bit number; 0 / 0 beside `large_`.
  std::int64_t upper_ = 0, lower_ = 1;
  std::shared_ptr<const mpq_class> large_{};  // never changes, so copies share it
};

// numerator / denominator in lowest terms. Precondition: denominator > 0.
Rational ratio(std::int64_t numerator, std::int64_t denominator);

// Reads a plain decimal such as "17", "-3" or "0.5": an optional minus, digits
// without a superfluous leading 0, and at most `max_decimals` (<= 18) decimals. At most
// 12 digits before the point. Anything else ("1e3", "010", ".5", "+1") is none.
std::optional<Rational> parse_decimal(std::string_view text, int max_decimals = 6);

// The shortest decimal that equals `value`: "17", "0.5".
// Precondition: it has one, as everything that parse_decimal read does.
std::string to_decimal(const Rational& value);

// True for what parse_decimal(text) reads and to_decimal gives back unchanged: never "36.60" or "-0". As fast
// as reading a file asks for.
bool is_shortest_decimal(std::string_view text);

// floor(10 * value): a percentage in tenths, cut off. Precondition: the result fits in 32 bits.
int tenths_cut_off(const Rational& value);

// "17/36": both sides times the least number that makes them whole, not reduced.
std::string to_fraction(const Rational& part, const Rational& whole);

}  // namespace assessment
