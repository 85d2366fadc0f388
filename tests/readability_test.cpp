// Words, sentences and syllables, and the age they come to.
#include "assessment/bank/readability.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace assessment;

namespace {

ReadingCounts counts_of(std::string_view text) {
  return count_reading(text, {});
}

bool are(const ReadingCounts& counts, int words, int sentences, int syllables) {
  return counts == ReadingCounts{words, sentences, syllables};
}

}  // namespace

TEST_SUITE("readability") {
  TEST_CASE("syllables are groups of vowels, without silent endings") {
    const std::vector<std::pair<std::string, int>> words{
        {"I", 1},       {"the", 1},       {"make", 1},   {"makes", 1},       {"opened", 2},   {"used", 1},
        {"started", 2}, {"needed", 2},    {"table", 2},  {"tables", 2},      {"handled", 2},  {"called", 1},
        {"whole", 1},   {"changes", 2},   {"people", 2}, {"agree", 2},       {"services", 3}, {"patient", 2},
        {"they", 1},    {"follow-up", 3}, {"NHS", 1},    {"information", 4}, {"50", 1},       {"MAKE", 1}};
    for (const auto& [word, syllables] : words) {
      CAPTURE(word);
      CHECK(count_syllables(word) == syllables);
    }
    CHECK(count_syllables("video") == 2);  // said with three: the rule is coarse
    CHECK(count_syllables("") == 1);
    CHECK(count_syllables("-") == 1);
  }

  TEST_CASE("words and sentences") {
    CHECK(are(counts_of("I can make a chart from a table of figures."), 10, 1, 12));
    CHECK(are(counts_of("A weight of 70.5 kg is wrong. What do you do?"), 11, 2, 11));
    CHECK(are(counts_of("no full stop"), 3, 1, 3));
    CHECK(are(counts_of("I said \"Stop!\" and (they) \u2018left.\u2019 Then - one."), 8, 3, 8));
    CHECK(are(counts_of("The patient's note, the patient\u2019s note"), 6, 1, 8));
    CHECK(are(counts_of(" \n . ! "), 0, 0, 0));
    CHECK(are(counts_of(""), 0, 0, 0));
  }

  TEST_CASE("a familiar word is one syllable, whatever its case and with 's") {
    CHECK(count_reading("The Medication, medication's", {"medication"}).syllables == 3);
    CHECK(count_reading("The Medication", {}).syllables == 5);
    CHECK(staff_words().contains("medication"));
  }

  TEST_CASE("the age is worked exactly") {
    // 0.39 * 10 + 11.8 * 12/10 - 15.59 = 3.9 + 14.16 - 15.59 = 2.47; and 5 years.
    CHECK(reading_age(counts_of("I can make a chart from a table of figures.")) == ratio(747, 100));
    // 0.39 * 11/2 + 11.8 * 11/11 - 15.59 = 2.145 + 11.8 - 15.59 = -1.645; and 5 years.
    CHECK(reading_age({11, 2, 11}) == ratio(3355, 1000));
    CHECK_FALSE(reading_age({}).has_value());
  }
}
