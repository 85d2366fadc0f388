#include "assessment/results/calendar.hpp"

#include <doctest/doctest.h>

using namespace assessment;

TEST_SUITE("calendar") {
  TEST_CASE("a period label names the quarter, month or year of the day") {
    CHECK(period_label({2026, 10, 1}, Period::quarter) == "2026-Q4");
    CHECK(period_label({2026, 9, 30}, Period::quarter) == "2026-Q3");
    CHECK(period_label({2026, 3, 31}, Period::quarter) == "2026-Q1");
    CHECK(period_label({2026, 11, 5}, Period::month) == "2026-11");
    CHECK(period_label({2026, 1, 5}, Period::month) == "2026-01");
    CHECK(period_label({2026, 12, 31}, Period::year) == "2026");
  }

  TEST_CASE("a period begins at midnight UTC of its first day") {
    // date -u -d 2026-10-01 +%s = 1790812800; 2026-11-01 = 1793491200; 2026-01-01 = 1767225600.
    CHECK(period_start({2026, 12, 31}, Period::quarter) == 1790812800);
    CHECK(period_start({2026, 11, 30}, Period::month) == 1793491200);
    CHECK(period_start({2026, 6, 15}, Period::year) == 1767225600);
    CHECK(period_start({1970, 1, 1}, Period::month) == 0);
    // date -u -d 2024-03-01 +%s = 1709251200: the day after a leap day.
    CHECK(period_start({2024, 3, 31}, Period::month) == 1709251200);
  }

  TEST_CASE("a day is read only as it is written") {
    CHECK(parse_date("2026-10-01") == Date{2026, 10, 1});
    CHECK(to_text(Date{2026, 10, 1}) == "2026-10-01");
    CHECK(parse_date("2024-02-29") == Date{2024, 2, 29});
    for (const char* wrong :
         {"", "2026-10-1", "2026-1-010", "2026/10/01", "2026-13-01", "2026-00-01", "2026-04-31", "2023-02-29",
          "2100-02-29", "1969-12-31", "2026-10-01 ", "+026-10-01", "2026-10--1"}) {
      CAPTURE(wrong);
      CHECK_FALSE(parse_date(wrong));
    }
  }

  TEST_CASE("a period label is told from any other text") {
    for (const char* label : {"2026", "2026-Q1", "2026-Q4", "2026-01", "2026-12"}) {
      CAPTURE(label);
      CHECK(is_period_label(label));
    }
    for (const char* other : {"", "26", "2026-", "2026-Q0", "2026-Q5", "2026-00", "2026-13", "2026-1",
                              "2026-10-01", "2026-q1", "2026Q10", "20266"}) {
      CAPTURE(other);
      CHECK_FALSE(is_period_label(other));
    }
  }
}
