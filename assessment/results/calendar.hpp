// Days and the periods that results are labelled with, all in UTC.
//
// Only arithmetic on values: what day it is comes in as an argument.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assessment {

// A day of the Gregorian calendar in UTC.
struct Date {
  int year = 0;   // 1970 .. 9999
  int month = 0;  // 1 .. 12
  int day = 0;    // 1 .. 31

  auto operator<=>(const Date&) const = default;
};

// How finely a batch says when it was released; never finer than a month.
enum class Period { quarter, month, year };

// "2026-10-01".
std::string to_text(const Date& date);

// A day that exists, written as to_text writes it; anything else is none.
std::optional<Date> parse_date(std::string_view text);

// "2026-Q4", "2026-11" or "2026": the period that `date` lies in.
std::string period_label(const Date& date, Period period);

// True for what period_label can give.
bool is_period_label(std::string_view text);

// Seconds from 1970-01-01 00:00 UTC to the first moment of the period that `date` lies in.
std::int64_t period_start(const Date& date, Period period);

// The same for a label; none for what period_label cannot give.
std::optional<std::int64_t> period_start(std::string_view label);

}  // namespace assessment
