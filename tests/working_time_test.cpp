// How long a bank takes, worked by hand: 0.3 seconds a word, 5 a self-rating, 15 a question of knowledge.
#include "assessment/bank/working_time.hpp"

#include <doctest/doctest.h>

#include <string>

#include "assessment/bank/schema.hpp"
#include "tests/sample_banks.hpp"

using namespace assessment;
using tests::domain;
using tests::ratings;
using tests::sample_head;

namespace {

WorkingTime time_of(const std::string& yaml) {
  return longest_working_time(parse_bank(yaml, "b").value());
}

std::string rating(std::string_view id, std::string_view show_if) {
  return fmt::format(
      "      - {{id: {0}, type: rating, scale: confidence, show_if: \"{1}\", prompt: {{en: I can {0} now, "
      "cy: "
      "Gallaf {0} nawr}}}}\n",
      id, show_if);
}

// 3 ratings without a condition and `last`.
std::string three_and(const std::string& last) {
  return sample_head + "domains:\n" + domain("safety", ratings("lock", 3) + last);
}

}  // namespace

TEST_SUITE("working time") {
  // The scale has 2+2+3+3+2 = 12 words in English, 2+2+5+3+4 = 16 in Welsh; a prompt 4 and 3.
  TEST_CASE("words are read once and every item is answered") {
    // English: 4 * 4 + 12 = 28 words, Welsh: 4 * 3 + 16 = 28. 28 * 3 + 4 * 50 tenths; the first is named.
    CHECK(time_of(sample_head + "domains:\n" + domain("safety", ratings("lock", 4))) ==
          WorkingTime{284, RoleId{"clinical"}, "en"});
    // 3 prompts: English 24 words, Welsh 25.
    CHECK(time_of(three_and("")) == WorkingTime{225, RoleId{"clinical"}, "cy"});
  }

  TEST_CASE("questions of knowledge take longer; hints and options are read, errors and feedback are not") {
    // English: 3 ratings 24 words; prompt 2, hint 3, options 1 + 2: 32 words. 96 + 3 * 50 + 150 tenths.
    // Welsh: 25 and 1 + 1 + 1 + 1: 29 words.
    CHECK(time_of(
              three_and("      - {id: q, type: single, measures: knowledge, prompt: {en: Which one, cy: Pa}, "
                        "hint: {en: one two three, cy: un}, error: {en: a b c d e f, cy: a b c d e}, "
                        "feedback: {en: a b c d e f, cy: a b c d e}, options: [{id: a, correct: true, "
                        "label: {en: This, cy: Hyn}}, {id: b, label: {en: That one, cy: Hynny}}]}\n")) ==
          WorkingTime{396, RoleId{"clinical"}, "en"});
  }

  TEST_CASE("a task takes its time for every step, sureness more, a note is only read") {
    // The same number of words in both languages, so that Welsh stays ahead: 225 tenths, as above.
    const std::string step =
        "prompt: {en: Do, cy: Ewch}, options: [{id: a, correct: true, label: {en: A, cy: Un}}, {id: b, "
        "label: "
        "{en: B, cy: Dau}}]";
    // 2 steps of 3 words and 1 of the task: 7 words and 2 answers: 21 + 2 * 150 tenths.
    CHECK(time_of(three_and(
              "      - {id: t, type: task, measures: knowledge, prompt: {en: Work, cy: Gwaith}, "
              "steps: [{id: one, " +
              step + "}, {id: two, " + step + "}]}\n")) == WorkingTime{546, RoleId{"clinical"}, "cy"});
    // 3 words, an answer, and how sure: 9 + 150 + 50 tenths.
    CHECK(time_of(three_and("      - {id: k, type: single, measures: knowledge, confidence: true, " + step +
                            "}\n")) == WorkingTime{434, RoleId{"clinical"}, "cy"});
    // 2 words.
    CHECK(time_of(three_and("      - {id: n, type: note, prompt: {en: Well done, cy: Da iawn}}\n")) ==
          WorkingTime{231, RoleId{"clinical"}, "cy"});
  }

  TEST_CASE("what is said before the start is read too") {
    std::string yaml = three_and("");
    yaml.insert(yaml.find("licence:"),
                "about: {en: one, cy: un dau tri pedwar pump}\nbefore_you_start: {en: one, cy: un dau}\n");
    CHECK(time_of(yaml) == WorkingTime{225 + 7 * 3, RoleId{"clinical"}, "cy"});
  }

  TEST_CASE("the longest way is that of the role that is asked most") {
    // With a fourth prompt of 4 words in English, 3 in Welsh, as in the first case.
    const WorkingTime for_support{284, RoleId{"support"}, "en"};
    const WorkingTime for_all{284, RoleId{"clinical"}, "en"};
    CHECK(time_of(three_and(rating("extra", "role == support"))) == for_support);
    CHECK(time_of(three_and(rating("extra", "role == support and lock1 == alone"))) == for_support);
    CHECK(time_of(three_and(rating("extra", "role == support or lock1 != alone"))) == for_all);
    CHECK(time_of(three_and(rating("extra", "score(lock1) > 1 and score(lock1) < 3"))) == for_all);
    CHECK(time_of(three_and(rating("extra", "level(safety) < intermediate"))) == for_all);
    CHECK(time_of(three_and(rating("extra", "answered(lock1) and language == cy"))) == for_all);
  }
}
