// What changes between two versions of a bank, and what its version number must say about it.
#include "assessment/bank/changes.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/printing.hpp"
#include "tests/sample_banks.hpp"

using namespace assessment;

namespace {

using Lines = std::vector<std::string>;

// Every change from `two_domains` to the same bank with `what` replaced by `with`.
Lines changes_by(const std::string& what, const std::string& with) {
  std::string yaml = tests::two_domains;
  const std::size_t at = yaml.find(what);
  REQUIRE(at != std::string::npos);
  yaml.replace(at, what.size(), with);
  Lines lines;
  for (const Change& change : changes_between(tests::parsed(tests::two_domains), tests::parsed(yaml)))
    lines.push_back(std::string(to_text(change.step)) + ": " + change.place + ": " + change.text);
  return lines;
}

}  // namespace

TEST_CASE("the same bank has no changes") {
  const QuestionBank bank = tests::parsed(tests::two_domains);
  CHECK(changes_between(bank, bank).empty());
  CHECK(step_asked({}) == VersionStep::none);
}

TEST_CASE("what changes the meaning of a score asks for a major version") {
  CHECK(changes_by("en: \"What tells you to stop?\"", "en: \"What tells you to go on?\"") ==
        Lines{"major: safety/phishing: the prompt changed: 'What tells you to stop?' is now 'What tells you "
              "to go on?'"});
  CHECK(changes_by("from: 48", "from: 50") ==
        Lines{"major: bank/level intermediate: the threshold changed: '48' is now '50'"});
  CHECK(changes_by("{id: with_help, score: 1", "{id: with_help, score: 1.5").size() ==
        5);  // five ratings use it
  CHECK(changes_by("{id: with_me, correct: true,", "{id: with_me,") ==
        Lines{"major: safety/places/option with_me: the score changed: '1' is now '0'",
              "major: safety/places/option with_me: it is right no more"});
  CHECK(changes_by("en: On the desk", "en: In the car") ==
        Lines{"major: safety/places/option desk: the label changed: 'On the desk' is now 'In the car'"});
  CHECK(changes_by("        credit: partial\n", "") ==
        Lines{"major: safety/places: part of the answer counts in another way"});
  CHECK(changes_by("minimum_answered: 0.5", "minimum_answered: 0.75") ==
        Lines{"major: safety: the scoring rule changed", "major: data: the scoring rule changed"});
}

TEST_CASE("words that carry no meaning ask for a patch") {
  CHECK(changes_by("en: \"What tells you to stop?\"", "en: \"What tells you to STOP!\"") ==
        Lines{"patch: safety/phishing: the prompt changed: 'What tells you to stop?' is now 'What tells you "
              "to STOP!'"});
  CHECK(changes_by("Ar y ddesg", "Ar ddesg") ==
        Lines{"patch: safety/places/option desk: the label (cy) changed: 'Ar y ddesg' is now 'Ar ddesg'"});
  CHECK(changes_by("minutes: 4", "minutes: 5") == Lines{"patch: bank: the minutes changed: '4' is now '5'"});
}

TEST_CASE("what is added asks for a minor version, what is gone for a major one") {
  const std::string extra =
      "      - {id: data3, type: rating, scale: confidence, prompt: {en: I can, cy: Gallaf}}\n";
  const QuestionBank before = tests::parsed(tests::two_domains);
  const QuestionBank after = tests::parsed(tests::two_domains + extra);
  CHECK(changes_between(before, after) ==
        std::vector<Change>{{VersionStep::minor, "data/data3", "the item is new"}});
  CHECK(changes_between(after, before) ==
        std::vector<Change>{{VersionStep::major, "data/data3", "the item is gone"}});
  CHECK(broken_promises(before, after, "new.yaml").empty());

  const Diagnostics lost = broken_promises(after, before, "new.yaml");
  REQUIRE(lost.size() == 1);
  CHECK(
      to_text(lost[0]) ==
      "new.yaml: error: 'data3' has been an item's id; add it to `retired`, so that it is never used again");
  CHECK(broken_promises(after, tests::parsed("retired: [data3]\n" + tests::two_domains), "new.yaml").empty());
  // What is retired stays so.
  CHECK(
      broken_promises(tests::parsed("retired: [data3]\n" + tests::two_domains), before, "new.yaml").size() ==
      1);
}

TEST_CASE("a retired id cannot name a question again") {
  const auto bank = parse_bank("retired: [old, data2]\n" + tests::two_domains, "b.yaml");
  REQUIRE_FALSE(bank.has_value());
  REQUIRE(bank.faults().size() == 1);
  CHECK(bank.faults()[0].code == "retired-id");
  CHECK(bank.faults()[0].text == "the id 'data2' is retired and cannot name another question");
}

TEST_CASE("another type under the same id is called out") {
  const QuestionBank before = tests::parsed(tests::two_domains);
  QuestionBank after = before;
  after.items[3].type = RatingItem{0};
  CHECK(changes_between(before, after) ==
        std::vector<Change>{{VersionStep::major, "safety/phishing",
                             "it is of another type; give another question another id"}});
}

TEST_CASE("version steps follow SemVer") {
  CHECK(step_taken("1.2.3", "1.2.4") == VersionStep::patch);
  CHECK(step_taken("1.2.3", "1.3.0") == VersionStep::minor);
  CHECK(step_taken("1.2.3", "2.0.0") == VersionStep::major);
  CHECK(step_taken("1.2.3", "1.2.3") == VersionStep::none);
  CHECK(step_taken("1.10.0", "1.9.9") == VersionStep::none);
  CHECK(step_taken("1.0.0", "1.1.0-beta") == VersionStep::minor);
}

TEST_CASE("banks of two ids are not two versions of one") {
  QuestionBank other = tests::parsed(tests::two_domains);
  other.id = "another";
  const Diagnostics faults = broken_promises(tests::parsed(tests::two_domains), other, "new.yaml");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].code == "other-bank");
}
