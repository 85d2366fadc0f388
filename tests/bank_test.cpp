// What a bank may say, and how what it may not say is reported.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "assessment/bank/check.hpp"
#include "assessment/bank/schema.hpp"
#include "tests/printing.hpp"
#include "tests/sample_banks.hpp"

using namespace assessment;
using tests::domain;
using tests::ratings;
using tests::sample_head;

namespace {

using Lines = std::vector<std::string>;

Lines faults_of(std::string_view yaml) {
  Lines lines;
  const auto bank = parse_bank(yaml, "b");
  if (!bank) {
    for (const Diagnostic& fault : bank.faults()) lines.push_back(to_text(fault));
  }
  return lines;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

const std::string one_domain = sample_head + "domains:\n" + domain("safety", ratings("lock", 4));

// The same bank with one item in place of the four ratings; it stands at line 28.
std::string with_item(std::string_view item) {
  // The second domain makes every level attainable.
  return sample_head + "domains:\n" + domain("safety", fmt::format("      - {}\n", item)) +
         domain("data", ratings("data", 4));
}

}  // namespace

TEST_SUITE("bank") {
  TEST_CASE("a good bank is read whole") {
    const QuestionBank bank = tests::parsed(tests::two_domains);
    CHECK(bank.id == "sample");
    CHECK(bank_name(bank) == "sample@1.0.0");
    CHECK(bank.languages == Lines{"en", "cy"});
    CHECK(bank.roles.size() == 2);
    CHECK(bank.levels[2].from == 48);
    CHECK(bank.domains[0].rule.minimum_answered == ratio(1, 2));
    REQUIRE(bank.items.size() == 7);
    CHECK(bank.items[0].domain == 0);
    CHECK(bank.items[6].domain == 1);
    CHECK(options_of(bank, bank.items[0]).size() == 5);
    CHECK(bank.items[3].has_not_sure);
    CHECK(bank.items[3].measure == Measure::knowledge);
    CHECK(bank.items[3].hint.in("cy") == "Edrychwch ar yr anfonwr.");
    CHECK(highest_score(bank, bank.items[0]) == 3);
    CHECK(highest_score(bank, bank.items[3]) == 1);
    CHECK(bank.sha256.size() == 64);
  }

  TEST_CASE("three separate mistakes are three lines, in order of place") {
    std::string yaml = replaced(one_domain, "version: 1.0.0", "version: one");
    yaml = replaced(yaml, "minutes: 4", "minuets: 4");
    yaml = replaced(yaml, "from: 81", "from: 30");
    CHECK(faults_of(yaml) == Lines{"b:1:1: error: the key 'minutes' is missing",
                                   "b:3:10: error: 'one' is no version; write it like 1.0.0",
                                   "b:7:1: error: unknown key 'minuets'; did you mean 'minutes'?",
                                   "b:22:26: error: each level begins higher than the one before it"});
  }

  TEST_CASE("a bank must be a map with all it needs") {
    CHECK(faults_of("[]") == Lines{"b:1:1: error: expected a map of keys and values, found a list"});
    CHECK(faults_of("hello") ==
          Lines{"b:1:1: error: expected a map of keys and values, found a single value"});
    CHECK(faults_of("format: 1").size() == 10);  // the ten other required keys
    CHECK(faults_of("{}").size() == 11);
  }

  TEST_CASE("levels close every hole: frameworks R3") {
    const auto cuts = [](std::string_view a, std::string_view b, std::string_view c) {
      return replaced(replaced(replaced(one_domain, "from: 48", c), "from: 30", b), "from: 0", a);
    };
    CHECK(faults_of(cuts("from: 0", "from: 48", "from: 30")) ==
          Lines{"b:21:30: error: each level begins higher than the one before it"});
    CHECK(faults_of(cuts("from: 0", "from: 30", "from: 30")) ==
          Lines{"b:21:30: error: each level begins higher than the one before it"});
    CHECK(faults_of(cuts("from: 10", "from: 30", "from: 48")) ==
          Lines{"b:19:21: error: the first level begins at 0, or scores below it have no level"});
    CHECK(faults_of(replaced(one_domain, "from: 81", "from: 101")) ==
          Lines{"b:22:26: error: expected a number from 0 to 100"});
    CHECK(faults_of(replaced(one_domain, "en: Foundation", "en: Low")) ==
          Lines{"b:20:39: error: the level label 'Low' stands here a second time"});
  }

  TEST_CASE("a level no answers can attain is an error at its entry") {
    // Two ratings give 0/6 .. 6/6: 83.33 and 100 percent lie at or above 81, so nothing lies in 81 .. 83.
    const std::string two = sample_head + "domains:\n" + domain("safety", ratings("lock", 2));
    CHECK(faults_of(two).empty());
    const std::string narrow = replaced(replaced(two, "from: 48", "from: 84"), "from: 81", "from: 90");
    CHECK(faults_of(narrow) == Lines{"b:21:5: error: no answers can attain the level 'intermediate'"});
  }

  TEST_CASE("numbers and booleans are never guessed") {
    CHECK(faults_of(replaced(one_domain, "minutes: 4", "minutes: 010")) ==
          Lines{"b:7:10: error: expected a whole number from 1 to 240"});
    CHECK(faults_of(replaced(one_domain, "minutes: 4", "minutes: \"4\"")).size() == 1);
    CHECK(faults_of(replaced(one_domain, "score: 1", "score: 1e3")) ==
          Lines{"b:14:30: error: expected a number from 0 to 1000000"});
    CHECK(faults_of(replaced(one_domain, "score: 1", "score: -1")).size() == 1);
    CHECK(faults_of(replaced(one_domain, "not_applicable: true", "not_applicable: yes")).size() >= 1);
    CHECK(faults_of(replaced(one_domain, "format: 1", "format: 2")) ==
          Lines{"b:1:9: error: expected a whole number from 1 to 1"});
    CHECK(faults_of(replaced(one_domain, "minimum_answered: 0.5", "minimum_answered: 1.5")).size() == 1);
  }

  TEST_CASE("every text stands in every language of the bank") {
    CHECK(faults_of(replaced(one_domain, "{en: Clinical, cy: Clinigol}", "{en: Clinical}")) ==
          Lines{"b:9:27: error: the text 'label' lacks the language 'cy'"});
    CHECK(faults_of(replaced(one_domain, "{en: Clinical, cy: Clinigol}", "Clinical")) ==
          Lines{"b:9:27: error: the text 'label' lacks the language 'cy'"});
    CHECK(faults_of(replaced(one_domain, "cy: Clinigol}", "cy: Clinigol, pl: Kliniczny}")) ==
          Lines{"b:9:56: error: 'pl' is not one of the bank's languages"});
    CHECK(faults_of(replaced(one_domain, "cy: Clinigol", "cy: \"\"")) ==
          Lines{"b:9:46: error: the text 'label' without any text"});
    CHECK(faults_of(replaced(one_domain, "cy: Clinigol", "cy:")) == Lines{"b:9:42: error: 'cy' has no text"});
  }

  TEST_CASE("ids are used once") {
    CHECK(faults_of(replaced(one_domain, "id: lock2", "id: lock1")) ==
          Lines{"b:29:14: error: the item 'lock1' stands here a second time"});
    CHECK(faults_of(replaced(one_domain, "id: support", "id: clinical")).size() == 1);
    CHECK(faults_of(replaced(one_domain, "id: alone", "id: not_yet")).size() == 1);
    CHECK(faults_of(replaced(one_domain, "id: alone", "id: not_sure")) ==
          Lines{"b:15:12: error: the id 'not_sure' is kept for `not_sure: true`"});
    CHECK(faults_of(replaced(one_domain, "id: sample", "id: Sample_Bank")).size() == 1);
  }

  TEST_CASE("items say what their type needs") {
    const std::string prompt = "prompt: {en: \"Which?\", cy: \"Pa un?\"}";
    const auto faults = [&](std::string_view rest) {
      return faults_of(with_item(fmt::format("{{id: q, {}, {}}}", prompt, rest)));
    };
    CHECK(faults("type: rating, scale: confidense") ==
          Lines{"b:28:76: error: there is no scale 'confidense'; did you mean 'confidence'?"});
    CHECK(faults("type: ratting, scale: confidence") ==
          Lines{"b:28:61: error: type cannot be 'ratting'; did you mean 'rating'?"});
    CHECK(faults("type: rating") == Lines{"b:28:10: error: the key 'scale' is missing"});
    CHECK(faults("type: single") == Lines{"b:28:10: error: the key 'options' is missing"});
    CHECK(faults("scale: confidence") == Lines{"b:28:10: error: the key 'type' is missing"});

    const std::string a = "{id: a, label: {en: A, cy: Â}";
    const std::string b = "{id: b, label: {en: B, cy: Bi}";
    CHECK(faults("type: single, options: [" + a + ", correct: true}, " + b + "}]").empty());
    CHECK(faults("type: single, options: [" + a + ", score: 0.5}, " + b + ", score: 17}]").empty());
    CHECK(faults("type: single, options: [" + a + ", score: 1}, " + b + "}]").size() == 1);  // b lacks one
    CHECK(faults("type: single, options: [" + a + ", score: 1, correct: true}, " + b + "}]").size() ==
          1);  // both
    CHECK(faults("type: single, options: [" + a + ", correct: true}, " + b + ", correct: true}]").size() ==
          1);                                                                         // two
    CHECK(faults("type: single, options: [" + a + ", correct: true}]").size() == 1);  // alone
    CHECK(faults("type: single, options: []").size() == 1);
    CHECK(faults("type: single, options: [" + a + ", score: 0}, " + b + ", score: 0}]").size() ==
          1);                                                                        // nothing scores
    CHECK(faults("type: multiple, options: [" + a + "}, " + b + "}]").size() == 1);  // none correct
    CHECK(faults("type: multiple, options: [" + a + ", correct: true}, " + b + ", score: 1}]").size() == 1);
    CHECK(faults("type: multiple, credit: some, options: [" + a + ", correct: true}, " + b + "}]").size() ==
          1);
    CHECK(faults("type: rating, scale: confidence, weight: 0").size() == 1);
    CHECK(faults("type: rating, scale: confidence, measures: skill").size() == 1);
    CHECK(faults("type: rating, scale: confidence, only_if: role == clinical").size() == 1);
  }

  TEST_CASE("a link is an https address") {
    const auto faults = [](std::string_view url) {
      return faults_of(
          sample_head + "domains:\n" +
          fmt::format("  - id: d\n    title: {{en: D, cy: Di}}\n    resources:\n      - {{level: low, title: "
                      "{{en: T, cy: Ti}}, url: \"{}\"}}\n    items:\n{}",
                      url, ratings("q", 4)));
    };
    CHECK(faults("https://example.org/a?b=c").empty());
    CHECK(faults("https://example.org").empty());
    for (const char* wrong :
         {"http://example.org", "https://", "https://localhost", "https://a b.org", "javascript:alert(1)",
          "https://user@example.org", "ftp://example.org", "https://.org"}) {
      CAPTURE(wrong);
      CHECK(faults(wrong).size() == 1);
    }
  }

  TEST_CASE("at most a hundred faults are listed, and the rest counted") {
    std::string yaml = sample_head + "domains:\n" + domain("d", ratings("q", 75));
    for (std::size_t at = yaml.find("scale: conf"); at != std::string::npos;
         at = yaml.find("scale: conf", at)) {
      yaml.replace(at, 11, "skale: conf");
    }
    CHECK(faults_of(yaml).size() == 100);
    // Each of the 75 items has an unknown key and lacks a known one.
    const BankFindings findings = check_bank(yaml, "b");
    CHECK(findings.listed.size() == 100);
    CHECK(findings.left_out == 50);
    CHECK(std::ranges::is_sorted(findings.listed, {}, &Diagnostic::at));
    CHECK(findings.listed.front().at.line == 28);
    CHECK(check_bank(one_domain, "b").listed.size() == 1);  // the domain has no knowledge item
    CHECK(check_bank(one_domain, "b").left_out == 0);
  }

  TEST_CASE("a word of a closed list comes with the one that was meant") {
    const std::string domain_head = "  - id: d\n    title: {en: D, cy: Di}\n";
    const std::string two = sample_head + "domains:\n" + domain("safety", ratings("lock", 4));
    const auto with = [&](std::string_view what, std::string_view instead) {
      return faults_of(replaced(two, what, instead));
    };
    SUBCASE("languages") {
      CHECK(with("{en: Clinical, cy: Clinigol}", "{en: Clinical, cz: Clinigol}") ==
            Lines{"b:9:27: error: the text 'label' lacks the language 'cy'",
                  "b:9:42: error: 'cz' is not one of the bank's languages; did you mean 'cy'?"});
      const auto tag_fault = [&](std::string_view tag) {
        for (const std::string& line : with("languages: [en, cy]", fmt::format("languages: [{}, cy]", tag))) {
          if (line.starts_with("b:5:13: ")) return line;
        }
        return std::string();
      };
      CHECK(tag_fault("EN") == "b:5:13: error: 'EN' is no language tag; did you mean 'en'?");
      CHECK(tag_fault("en_GB") == "b:5:13: error: 'en_GB' is no language tag; did you mean 'en-GB'?");
      CHECK(tag_fault("English") == "b:5:13: error: 'English' is no language tag; write it like en or cy");
    }
    SUBCASE("translations") {
      CHECK(with("licence:", "translations: {cyy: unvalidated}\nlicence:") ==
            Lines{"b:6:16: error: unknown key 'cyy'; did you mean 'cy'?"});
      CHECK(with("licence:", "translations: {cy: unvalidatd}\nlicence:") ==
            Lines{"b:6:20: error: a translation cannot be 'unvalidatd'; did you mean 'unvalidated'?"});
    }
    SUBCASE("levels") {
      CHECK(faults_of(sample_head + "domains:\n" + domain_head +
                      "    resources:\n      - {level: foundatoin, title: {en: T, cy: Ti}, url: "
                      "\"https://example.org\"}\n    items:\n" +
                      ratings("q", 4)) ==
            Lines{"b:28:17: error: level cannot be 'foundatoin'; did you mean 'foundation'?"});
      CHECK(with("domains:", "profiles: {clinical: {safety: Advanced}}\ndomains:") ==
            Lines{"b:24:31: error: level cannot be 'Advanced'; did you mean 'advanced'?"});
    }
    SUBCASE("roles and domains") {
      CHECK(with("domains:", "profiles: {suport: {safety: low}, support: {saftey: low}}\ndomains:") ==
            Lines{"b:24:12: error: unknown key 'suport'; did you mean 'support'?",
                  "b:24:45: error: unknown key 'saftey'; did you mean 'safety'?"});
    }
    SUBCASE("items of sections") {
      CHECK(with("domains:",
                 "sections:\n  - {id: one, title: {en: One, cy: Un}, items: [lock1, lokc2, lock3, "
                 "lock4]}\ndomains:")
                .front() == "b:25:3: error: the item 'lock2' is in none of the sections");
      CHECK(with("domains:",
                 "sections:\n  - {id: one, title: {en: One, cy: Un}, items: [lock1, lokc2, lock3, "
                 "lock4]}\ndomains:")
                .back() == "b:25:56: error: item cannot be 'lokc2'; did you mean 'lock2'?");
    }
    SUBCASE("keys and words of scoring") {
      CHECK(with("rule: percent", "rule: precent") ==
            Lines{"b:23:17: error: rule cannot be 'precent'; did you mean 'percent'?"});
      CHECK(with("overall: mean_of_domains", "overall: mean_of_domain") ==
            Lines{"b:23:58: error: overall cannot be 'mean_of_domain'; did you mean 'mean_of_domains'?"});
      CHECK(with("minimum_answered: 0.5", "minimum_anwsered: 0.5") ==
            Lines{"b:23:26: error: unknown key 'minimum_anwsered'; did you mean 'minimum_answered'?"});
      CHECK(with("{rule: percent, minimum_answered: 0.5, overall: mean_of_domains}",
                 "{rule: all_of, reach: alnoe, items: [lock1]}") ==
            Lines{"b:23:32: error: 'lock1' has no option 'alnoe'; did you mean 'alone'?"});
      CHECK(with("{rule: percent, minimum_answered: 0.5, overall: mean_of_domains}",
                 "{rule: all_of, reach: alone, items: [lock1, lok2]}") ==
            Lines{"b:23:54: error: the domain 'safety' has no item 'lok2'; did you mean 'lock2'?"});
    }
    SUBCASE("of an item") {
      const auto item = [&](std::string_view rest) {
        return faults_of(with_item(fmt::format("{{id: q, {}}}", rest))).front();
      };
      const std::string prompt = "prompt: {en: W, cy: P}";
      CHECK(item("type: Rating, scale: confidence, " + prompt) ==
            "b:28:23: error: type cannot be 'Rating'; did you mean 'rating'?");
      CHECK(item("type: rating, scale: confidence, measures: knowlege, " + prompt) ==
            "b:28:60: error: measures cannot be 'knowlege'; did you mean 'knowledge'?");
      CHECK(item("type: rating, scale: confidence, promt: {en: W, cy: P}") ==
            "b:28:10: error: the key 'prompt' is missing");
      CHECK(item("type: multiple, credit: partail, options: [], " + prompt) ==
            "b:28:41: error: credit cannot be 'partail'; did you mean 'partial'?");
    }
  }
}
