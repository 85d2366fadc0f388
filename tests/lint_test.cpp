// What is legal in a bank but unwise, each with its place.
#include "assessment/bank/lint.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "assessment/bank/schema.hpp"
#include "assessment/bank/text_limits.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "tests/printing.hpp"
#include "tests/sample_banks.hpp"

using namespace assessment;
using tests::domain;
using tests::ratings;
using tests::sample_head;

namespace {

using Lines = std::vector<std::string>;

const std::string one_domain = sample_head + "domains:\n" + domain("safety", ratings("lock", 4));

// The warnings of one code, or all of them.
Lines warnings_of(const std::string& yaml, std::string_view code = "",
                  const FamiliarWords& familiar = staff_words()) {
  Lines lines;
  const auto tree = read_yaml(yaml, "b");
  for (const Diagnostic& warning : lint_bank(parse_bank(*tree, "").value(), *tree, familiar)) {
    if (code.empty() || warning.code == code) lines.push_back(to_text(warning));
  }
  return lines;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

// The bank of 4 ratings with another English prompt in the last, at 31:62.
Lines warnings_of_prompt(std::string_view prompt, std::string_view code,
                         const FamiliarWords& familiar = staff_words()) {
  return warnings_of(replaced(one_domain, "en: I can lock 4", fmt::format("en: \"{}\"", prompt)), code,
                     familiar);
}

// A domain of 4 ratings and of knowledge items whose options have these labels; "*" marks the correct one.
std::string with_knowledge(const std::vector<Lines>& items, std::string_view keys = "measures: knowledge") {
  std::string yaml;
  int number = 0;
  for (const Lines& labels : items) {
    ++number;
    yaml += fmt::format(
        "      - id: know{0}\n        type: single\n        {1}\n        prompt: {{en: Which is {0}, cy: Pa "
        "un "
        "{0}}}\n        options:\n",
        number, keys);
    int option = 0;
    for (const std::string& label : labels) {
      const bool is_correct = label.starts_with('*');
      yaml += fmt::format("          - {{id: o{}, {}label: {{en: {}, cy: c{}}}}}\n", ++option,
                          is_correct ? "correct: true, " : "", label.substr(is_correct ? 1 : 0), option);
    }
  }
  return sample_head + "domains:\n" + domain("safety", ratings("lock", 4) + yaml);
}

}  // namespace

TEST_SUITE("lint") {
  TEST_CASE("a condition that asks for the language lets results tell it") {
    const std::string yaml =
        sample_head + "domains:\n" +
        domain("safety", ratings("lock", 4) +
                             "      - {id: extra, type: rating, scale: confidence, show_if: language == cy, "
                             "prompt: {en: Extra one., cy: Un arall.}}\n");
    const Lines warnings = warnings_of(yaml, "tells-language");
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].ends_with("ask this of everybody, or of nobody"));
    CHECK(warnings_of(replaced(yaml, "language == cy", "role == clinical"), "tells-language").empty());
  }

  TEST_CASE("a condition on more than a million combinations is said to be untried") {
    // Nine ratings of five options each: 5^9 = 1,953,125 combinations; eight have 390,625.
    const auto bank_asking_about = [](int count) {
      std::string condition = "lock1 == teach";
      for (int i = 2; i <= count; ++i) condition += fmt::format(" and lock{} == teach", i);
      return sample_head + "domains:\n" +
             domain("safety", ratings("lock", 9) +
                                  "      - {id: extra, type: rating, scale: confidence, show_if: " +
                                  condition + ", prompt: {en: Extra one., cy: Un arall.}}\n");
    };
    CHECK(warnings_of(bank_asking_about(9), "too-many-states").size() == 1);
    CHECK(warnings_of(bank_asking_about(8), "too-many-states").empty());
  }

  TEST_CASE("a domain has four self-ratings and a knowledge item") {
    CHECK(warnings_of(one_domain) ==
          Lines{"b:25:9: warning: no knowledge item: nothing to hold the self-ratings against"});
    const std::string few = sample_head + "domains:\n" + domain("safety", ratings("lock", 3));
    CHECK(warnings_of(few).front() ==
          "b:25:9: warning: only 3 self-rating items; with fewer than 4 a level says little");
    CHECK(warnings_of(with_knowledge({{"*one", "two"}})).empty());
  }

  TEST_CASE("more than 12 minutes' work is too much") {
    // A prompt of 4 words and a self-rating are 62 tenths of a second, the scale's 12 words 36:
    // 115 items 7166, 116 items 7228; 12 minutes are 7200.
    const auto of_items = [](int count) {
      return warnings_of(sample_head + "domains:\n" + domain("safety", ratings("lock", count)), "long-work");
    };
    CHECK(of_items(115).empty());
    CHECK(of_items(116) == Lines{"b:7:10: warning: about 13 minutes' work for 'clinical'; with more than 12 "
                                 "many people give up, so ask less"});
  }

  TEST_CASE("a prompt has at most 25 words") {
    const std::string words_25 =
        "one two three four five six seven eight nine ten one two three four five six seven eight nine ten "
        "one "
        "two three four five";
    CHECK(warnings_of_prompt(words_25, "long-prompt").empty());
    CHECK(warnings_of_prompt(words_25 + " six", "long-prompt") ==
          Lines{"b:31:62: warning: a prompt of 26 words; at most 25 are easy to take in"});
  }

  TEST_CASE("a prompt of 12 words or more is read at 14 with ease") {
    // 12 words, 21 syllables: 0.39 * 12 + 11.8 * 21/12 - 15.59 + 5 = 4.68 + 20.65 - 10.59 = 14.74.
    const std::string hard = "I can use the information and the information of the information here.";
    CHECK(warnings_of_prompt(hard, "hard-to-read") ==
          Lines{"b:31:62: warning: this needs a reading age of 14.7; aim for 14, with shorter sentences and "
                "words"});
    CHECK(warnings_of_prompt(hard, "hard-to-read", {"information"}).empty());
    // 20 syllables: 4.68 + 19.666… - 10.59 = 13.76.
    CHECK(warnings_of_prompt("I can use the information and the information of the department here.",
                             "hard-to-read")
              .empty());
    // 11 words, 20 syllables: 15.15, but one word too few to say so.
    CHECK(warnings_of_prompt("I can use the information and the information of the information.",
                             "hard-to-read")
              .empty());
    // Welsh is not judged by a formula for English.
    CHECK(warnings_of(replaced(one_domain, "cy: Gallaf lock 4", "cy: \"" + hard + "\""), "hard-to-read")
              .empty());
  }

  TEST_CASE("all prompts together are read at 14 with ease") {
    // Each of 11 words and 20 syllables, hence 15.15 in any number of them; judged from 100 words on.
    const auto of_items = [](int count) {
      std::string items;
      for (int i = 1; i <= count; ++i) {
        items += fmt::format(
            "      - {{id: q{0}, type: rating, scale: confidence, prompt: {{en: Can {0} use the information "
            "and "
            "the information of the information., cy: Cy {0}}}}}\n",
            i);
      }
      return warnings_of(sample_head + "domains:\n" + domain("safety", items), "hard-to-read");
    };
    CHECK(of_items(9).empty());  // 99 words
    CHECK(of_items(10) ==
          Lines{"b:25:3: warning: all prompts together need a reading age of 15.1; aim for 14, with shorter "
                "sentences and words"});
  }

  TEST_CASE("two questions in one, however and/or is written") {
    const auto found = [](std::string_view prompt) { return warnings_of_prompt(prompt, "double-barrelled"); };
    CHECK(found("I can lock and/or shut 4") == Lines{"b:31:62: warning: two questions in one: 'and/or'"});
    CHECK(found("I can lock And / Or shut 4") == Lines{"b:31:62: warning: two questions in one: 'And / Or'"});
    CHECK(found("I can lock AND/OR shut 4").size() == 1);
    CHECK(found("I can lock or/and shut 4").size() == 1);
    CHECK(found("I can lock and (or) shut 4").size() == 1);
    CHECK(found("I can lock &/or shut 4").size() == 1);
    CHECK(found("I can lock and shut it or leave it").empty());
    CHECK(found("I know what 'and' or 'or' means").empty());
    CHECK(found("I lock the land/order book").empty());
    CHECK(found("Do I lock and? Or do I shut?").empty());
    CHECK(warnings_of(replaced(one_domain, "cy: Gallaf lock 4", "cy: Gallaf gloi a/neu gau"),
                      "double-barrelled") == Lines{"b:31:62: warning: two questions in one: 'a/neu'"});
  }

  TEST_CASE("A22: the same prompt twice, in whatever language, case and end mark") {
    const auto found = [](std::string_view what, std::string_view with) {
      return warnings_of(replaced(one_domain, what, with), "same-prompt");
    };
    CHECK(found("en: I can lock 2", "en: I can lock 1") ==
          Lines{"b:29:62: warning: the same prompt as 'lock1'"});
    CHECK(found("en: I can lock 2", "en: \" i can  LOCK 1.\"").size() == 1);
    CHECK(found("cy: Gallaf lock 2", "cy: Gallaf lock 1") ==
          Lines{"b:29:62: warning: the same prompt as 'lock1'"});
    CHECK(found("cy: Gallaf lock 3", "cy: I can lock 1") ==
          Lines{"b:30:62: warning: the same prompt as 'lock1'"});
    CHECK(found("cy: Gallaf lock 3", "cy: I can lock 3").empty());  // the same item, not translated
  }

  TEST_CASE("a correct option that is always the longest gives itself away") {
    const Lines long_key{"*a long one", "short"}, short_key{"*tiny", "longer"}, equal{"*same", "size"};
    CHECK(warnings_of(with_knowledge({long_key, long_key, long_key, long_key}), "correct-longest") ==
          Lines{"b:37:11: warning: in 'en' the correct option is the longest in all 4 knowledge items; make "
                "some of the others as long"});
    CHECK(warnings_of(with_knowledge({long_key, long_key, long_key}), "correct-longest").empty());
    CHECK(warnings_of(with_knowledge({long_key, long_key, long_key, short_key}), "correct-longest").empty());
    CHECK(warnings_of(with_knowledge({long_key, long_key, long_key, equal}), "correct-longest").empty());
    CHECK(warnings_of(with_knowledge({long_key, long_key, long_key, long_key}, "measures: self"),
                      "correct-longest")
              .empty());
  }

  TEST_CASE("a correct option that is always in the same place gives itself away") {
    const Lines first{"*a", "b", "c"}, second{"a", "*b", "c"}, third{"a", "b", "*c"}, of_two{"a", "*b"};
    const auto found = [](const std::vector<Lines>& items) {
      return warnings_of(with_knowledge(items), "correct-place");
    };
    CHECK(found({first, first, first, first}) ==
          Lines{"b:37:11: warning: the correct option is the first in all 4 knowledge items; move some"});
    CHECK(found({second, second, second, of_two}) == Lines{"b:37:11: warning: the correct option is the one "
                                                           "in place 2 in all 4 knowledge items; move some"});
    CHECK(found({third, third, of_two, third, third}) ==
          Lines{"b:37:11: warning: the correct option is the last in all 5 knowledge items; move some"});
    CHECK(found({first, first, first}).empty());
    CHECK(found({first, second, first, first}).empty());
  }

  TEST_CASE("a text that says the same in two languages was not translated") {
    const auto found = [](std::string_view what, std::string_view with) {
      return warnings_of(replaced(one_domain, what, with), "not-translated");
    };
    CHECK(found("cy: Gallaf lock 4", "cy: I can lock 4") ==
          Lines{"b:31:62: warning: 'cy' says the same as 'en'"});
    CHECK(found("cy: Ddim eto", "cy: Not yet") == Lines{"b:13:38: warning: 'cy' says the same as 'en'"});
    CHECK(found("cy: Maes safety", "cy: Domain safety") ==
          Lines{"b:26:12: warning: 'cy' says the same as 'en'"});
    CHECK(found("cy: Clinigol", "cy: Clinical").empty());  // one word may be a name
    CHECK(found("{en: Not yet, cy: Ddim eto}", "{en: \"1 2 3\", cy: \"1 2 3\"}").empty());
    CHECK(found("{en: Not yet, cy: Ddim eto}", "{en: \"2 + 2\", cy: \"2 + 2\"}").empty());
  }

  TEST_CASE("a text has at most the characters that fit") {
    const auto found = [](std::string_view what, std::string_view key, std::size_t length) {
      return warnings_of(replaced(one_domain, what, fmt::format("{}: {}", key, std::string(length, 'w'))),
                         "long-text");
    };
    CHECK(longest_label == 110);  // the numbers below follow from these
    CHECK(found("cy: Ddim eto", "cy", 110).empty());
    CHECK(found("cy: Ddim eto", "cy", 111) ==
          Lines{"b:13:38: warning: 111 characters in 'cy'; at the largest text size only 110 fit on a small "
                "screen"});
    CHECK(found("en: Clinical", "en", longest_label).empty());
    CHECK(found("en: Clinical", "en", longest_label + 1).size() == 1);
    CHECK(found("en: Low", "en", longest_level).empty());
    CHECK(found("en: Low", "en", longest_level + 1).size() == 1);
    CHECK(found("en: Domain safety", "en", longest_heading).empty());
    CHECK(found("en: Domain safety", "en", longest_heading + 1).size() == 1);
    CHECK(found("en: I can lock 1", "en", longest_prompt).empty());
    CHECK(found("en: I can lock 1", "en", longest_prompt + 1).size() == 1);
    CHECK(found("en: Sample", "en", longest_opening + 1).size() == 1);
    // Characters are counted, not bytes.
    std::string accents;
    for (std::size_t i = 0; i < longest_label; ++i) accents += "ŵ";
    CHECK(warnings_of(replaced(one_domain, "cy: Ddim eto", "cy: " + accents), "long-text").empty());
  }

  TEST_CASE("every kind of text has a limit") {
    std::string yaml = one_domain;
    const std::string long_text = fmt::format("{{en: {}, cy: c c}}", std::string(longest_paragraph + 1, 'w'));
    yaml = replaced(
        yaml, "licence:", fmt::format("about: {0}\nbefore_you_start: {0}\nafter: {0}\nlicence:", long_text));
    yaml = replaced(
        yaml, "    items:",
        fmt::format("    about: {0}\n    resources:\n      - {{level: low, url: \"https://example.org\", "
                    "title: {0}, text: {0}}}\n    items:",
                    long_text));
    yaml = replaced(yaml, "prompt: {en: I can lock 1, cy: Gallaf lock 1}",
                    fmt::format("prompt: {0}, hint: {0}, why: {0}, error: {0}, feedback: {0}", long_text));
    yaml = replaced(yaml, "domains:",
                    fmt::format("sections:\n  - {{id: s, title: {0}, items: [lock1, lock2, lock3, "
                                "lock4]}}\ndomains:",
                                long_text));
    CHECK(warnings_of(yaml, "long-text").size() == 12);
  }

  TEST_CASE("a note asks nothing, a step of a task does") {
    std::string note = "one two three four five six seven eight nine ten one two three four five six seven ";
    note += "eight nine ten one two three four five and/or six";
    const std::string yaml =
        sample_head + "domains:\n" +
        domain("safety",
               ratings("lock", 3) +
                   fmt::format("      - {{id: n, type: note, prompt: {{en: {}, cy: nodyn}}}}\n", note) +
                   R"(      - id: work
        type: task
        measures: knowledge
        prompt: {en: Try this, cy: Rhowch gynnig}
        steps:
          - id: first
            prompt: {en: Choose one and/or two, cy: Dewiswch}
            options:
              - {id: a, score: 0, label: {en: A, cy: Un}}
              - {id: b, score: 1, label: {en: B, cy: Dau}}
              - {id: c, score: 2, label: {en: C, cy: Tri}}
              - {id: d, score: 3, label: {en: D, cy: Pedwar}}
)");
    CHECK(warnings_of(yaml, "few-self-items").size() == 1);  // the note is none
    CHECK(warnings_of(yaml, "long-prompt").empty());
    CHECK(warnings_of(yaml, "double-barrelled") == Lines{"b:38:21: warning: two questions in one: 'and/or'"});
  }

  TEST_CASE("the places of shuffled options say nothing") {
    const Lines first{"*a", "b", "c"};
    CHECK(warnings_of(
              with_knowledge({first, first, first, first}, "measures: knowledge\n        shuffle: true"),
              "correct-place")
              .empty());
  }

  TEST_CASE("more than 12 roles are too many") {
    std::string yaml = one_domain;
    for (int i = 3; i <= 13; ++i) {
      yaml.insert(yaml.find("scales:"), fmt::format("  - {{id: r{0}, label: {{en: R{0}, cy: Rh{0}}}}}\n", i));
    }
    CHECK(warnings_of(yaml, "many-roles") == Lines{"b:9:3: warning: 13 roles: with more than 12 small groups "
                                                   "are certain, and small groups cannot be "
                                                   "reported"});
  }
}
