#include "assessment/results/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace assessment {
namespace {

bool is_leap_year(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month) {
  static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::int64_t days_since_1970(const Date& date) {
  std::int64_t days = date.day - 1;
  for (int year = 1970; year < date.year; ++year) days += is_leap_year(year) ? 366 : 365;
  for (int month = 1; month < date.month; ++month) days += days_in_month(date.year, month);
  return days;
}

int quarter_of(const Date& date) {
  return (date.month - 1) / 3 + 1;
}

// The number that exactly these digits write; -1 for anything but digits.
int digits_to_number(std::string_view digits) {
  if (!std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) return -1;
  int number = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

bool is_year(std::string_view text) {
  return text.size() == 4 && digits_to_number(text) >= 1970;
}

}  // namespace

std::string to_text(const Date& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !is_year(text.substr(0, 4)))
    return std::nullopt;
  const Date date{digits_to_number(text.substr(0, 4)), digits_to_number(text.substr(5, 2)),
                  digits_to_number(text.substr(8, 2))};
  if (date.month < 1 || date.month > 12) return std::nullopt;
  if (date.day < 1 || date.day > days_in_month(date.year, date.month)) return std::nullopt;
  return date;
}

std::string period_label(const Date& date, Period period) {
  switch (period) {
    case Period::quarter:
      return fmt::format("{:04}-Q{}", date.year, quarter_of(date));
    case Period::month:
      return fmt::format("{:04}-{:02}", date.year, date.month);
    case Period::year:
      return fmt::format("{:04}", date.year);
  }
  return "";
}

bool is_period_label(std::string_view text) {
  if (!is_year(text.substr(0, 4))) return false;
  if (text.size() == 4) return true;
  if (text.size() != 7 || text[4] != '-') return false;
  if (text[5] == 'Q') return text[6] >= '1' && text[6] <= '4';
  const int month = digits_to_number(text.substr(5, 2));
  return month >= 1 && month <= 12;
}

std::int64_t period_start(const Date& date, Period period) {
  Date first{date.year, 1, 1};
  if (period == Period::quarter) first.month = 3 * quarter_of(date) - 2;
  if (period == Period::month) first.month = date.month;
  return days_since_1970(first) * 24 * 60 * 60;
}

std::optional<std::int64_t> period_start(std::string_view label) {
  if (!is_period_label(label)) return std::nullopt;
  Date first{digits_to_number(label.substr(0, 4)), 1, 1};
  if (label.size() == 4) return period_start(first, Period::year);
  const bool is_quarter = label[5] == 'Q';
  first.month = is_quarter ? 3 * (label[6] - '0') - 2 : digits_to_number(label.substr(5, 2));
  return period_start(first, Period::month);
}

}  // namespace assessment
