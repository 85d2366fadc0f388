#include "assessment/bank/exchange/imported_number.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "assessment/bank/exchange/fractions.hpp"
#include "assessment/bank/exchange/source_text.hpp"

namespace assessment {
namespace {

constexpr int most_decimals = 6;
constexpr int most_exponent = 12;
const Rational millionths = 1'000'000;

Rational ceiling_of(const Rational& value) {
  return -floor_of(-value);
}

// How many decimals `value` has, at most six.
int decimals_of(Rational value) {
  int decimals = 0;
  while (decimals < most_decimals && !is_whole(value)) {
    value *= 10;
    ++decimals;
  }
  return decimals;
}

}  // namespace

std::optional<Rational> parse_number(std::string_view text) {
  text = trimmed(text);
  int exponent = 0;
  if (const std::size_t e = text.find_first_of("eE"); e != std::string_view::npos) {
    std::string_view digits = text.substr(e + 1);
    if (digits.starts_with('+')) digits.remove_prefix(1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    if (error != std::errc{} || end != digits.data() + digits.size() || digits.starts_with("+"))
      return std::nullopt;
    if (exponent < -most_exponent || exponent > most_exponent) return std::nullopt;
    text = text.substr(0, e);
  }
  const bool is_negative = text.starts_with('-');
  if (is_negative || text.starts_with('+')) text.remove_prefix(1);
  std::string plain(text);
  if (plain.starts_with('.')) plain.insert(0, "0");
  if (plain.ends_with('.')) plain.pop_back();
  while (plain.size() > 1 && plain[0] == '0' && plain[1] != '.') plain.erase(0, 1);
  if (plain.starts_with('-')) return std::nullopt;
  auto value = parse_decimal(plain, 12);
  if (!value) return std::nullopt;
  for (; exponent > 0; --exponent) *value *= 10;
  for (; exponent < 0; ++exponent) *value /= 10;
  return is_negative ? Rational(-*value) : *value;
}

Rational to_bank_decimal(const Rational& value) {
  return floor_of(value * millionths + ratio(1, 2)) / millionths;
}

void accept_range(ImportedQuestion& question, const Rational& from, const Rational& to, ImportNotes& notes) {
  if (to < 0) {
    notes.drop(question.at, "an answer below 0 is left out: the keypad has no minus");
    return;
  }
  if (from < 0) notes.drop(question.at, "answers below 0 are left out: the keypad has no minus");
  const Rational lowest = std::max(from, Rational(0));
  const Interval kept{ceiling_of(lowest * millionths) / millionths, floor_of(to * millionths) / millionths};
  if (kept.from != lowest || kept.to != to)
    notes.drop(question.at, "decimals after the sixth are left out: the keypad takes no more");
  if (kept.from > kept.to) return;
  question.accept.push_back(kept);
  question.decimals = std::max({question.decimals, decimals_of(kept.from), decimals_of(kept.to)});
}

}  // namespace assessment
