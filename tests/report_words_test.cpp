#include "assessment/reporting/report_words.hpp"

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <set>

using namespace assessment;

namespace {

// Every text of a language: ReportWords consists of nothing else.
constexpr std::size_t word_count = sizeof(ReportWords) / sizeof(std::string_view);
static_assert(sizeof(ReportWords) == word_count * sizeof(std::string_view));

std::array<std::string_view, word_count> texts_of(std::string_view language) {
  return std::bit_cast<std::array<std::string_view, word_count>>(report_words(language));
}

std::set<std::string_view> places_in(std::string_view text) {
  std::set<std::string_view> places;
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1))
    places.insert(text.substr(open, text.find('}', open) - open));
  return places;
}

}  // namespace

TEST_SUITE("report words") {
  TEST_CASE("are whole in Welsh, with the places of the English") {
    const auto english = texts_of("en"), welsh = texts_of("cy");
    for (std::size_t i = 0; i < word_count; ++i) {
      CAPTURE(english[i]);
      CAPTURE(welsh[i]);
      CHECK_FALSE(english[i].empty());
      CHECK_FALSE(welsh[i].empty());
      CHECK(places_in(english[i]) == places_in(welsh[i]));
      const bool is_the_same_in_both = english[i] == "{bank}: {sentence}" || english[i] == "Omega";
      CHECK((english[i] == welsh[i]) == is_the_same_in_both);
    }
  }

  TEST_CASE("are English for a language nobody has translated to, Welsh for its variants") {
    CHECK(report_words("pl").tag == "en");
    CHECK(report_words("cy-GB").tag == "cy");
  }

  TEST_CASE("name days") {
    CHECK(date_text("2026-11-22", report_words("en")) == "22 November 2026");
    CHECK(date_text("2026-11-02", report_words("cy")) == "2 Tachwedd 2026");
    CHECK(date_text("soon", report_words("en")) == "soon");
  }
}
