// A walk through a form: choosing, changing, going on and back.
#include "assessment/session/session.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "assessment/bank/yaml_reader.hpp"
#include "assessment/session/answers.hpp"
#include "assessment/session/progress.hpp"
#include "assessment/session/routing.hpp"
#include "assessment/session/shown_options.hpp"
#include "tests/printing.hpp"
#include "tests/sample_banks.hpp"

using namespace assessment;

namespace {

const QuestionBank& sample() {
  static const QuestionBank bank = tests::parsed(tests::two_domains);
  return bank;
}

using Lines = std::vector<std::string>;

Lines faults_of(const QuestionBank& bank, std::string_view yaml) {
  Lines lines;
  const auto tree = read_yaml(yaml, "a");
  REQUIRE(tree);
  const auto session = parse_answers(bank, *tree);
  if (!session) {
    for (const Diagnostic& fault : session.faults()) lines.push_back(to_text(fault));
  }
  return lines;
}

}  // namespace

TEST_SUITE("session") {
  TEST_CASE("a visit begins on the first item, without answers") {
    const QuestionBank& bank = sample();
    const Session session = start_session(bank, RoleId{"clinical"}, 1);
    CHECK(session.bank == "sample@1.0.0");
    CHECK(std::ranges::all_of(session.answers, &Answer::is_empty));
    CHECK(progress(bank, session, nullptr) == Progress{.number = 1, .total = 7, .answered = 0});
    CHECK(is_answer_missing(bank, session));
    CHECK_FALSE(previous_page(bank, session, nullptr).has_value());
  }

  TEST_CASE("a single choice takes the place of the one before") {
    const QuestionBank& bank = sample();
    Session session = start_session(bank, RoleId{"clinical"}, 1);
    session = choose(bank, session, ItemId{"lock1"}, OptionId{"alone"});
    session = choose(bank, session, ItemId{"lock1"}, OptionId{"teach"});
    CHECK(answer_to(session, tests::item_of(bank, "lock1"))->chosen == std::vector{OptionId{"teach"}});
    session =
        choose(bank, session, ItemId{"lock1"}, OptionId{"teach"});  // pressing it again leaves it chosen
    CHECK(is_chosen(session, tests::item_of(bank, "lock1"), OptionId{"teach"}));
    CHECK_FALSE(is_answer_missing(bank, session));
  }

  TEST_CASE("several choices are kept in the order of the bank and can be taken away") {
    const QuestionBank& bank = sample();
    const ItemId places{"places"};
    Session session = start_session(bank, RoleId{"clinical"}, 1);
    session = choose(bank, session, places, OptionId{"desk"});
    session = choose(bank, session, places, OptionId{"with_me"});
    CHECK(answer_to(session, tests::item_of(bank, "places"))->chosen ==
          std::vector{OptionId{"with_me"}, OptionId{"desk"}});
    session = choose(bank, session, places, OptionId{"none"});  // exclusive: clears the others
    CHECK(answer_to(session, tests::item_of(bank, "places"))->chosen == std::vector{OptionId{"none"}});
    session = choose(bank, session, places, OptionId{"locked"});  // and is cleared by them
    CHECK(answer_to(session, tests::item_of(bank, "places"))->chosen == std::vector{OptionId{"locked"}});
    session = choose(bank, session, places, OptionId{"locked"});
    CHECK(answer_to(session, tests::item_of(bank, "places")) == nullptr);
  }

  TEST_CASE("on and back lead along the same items") {
    const QuestionBank& bank = sample();
    Session session = start_session(bank, RoleId{"clinical"}, 1);
    for (int number = 2; number <= 7; ++number) {
      const auto next = next_page(bank, session, nullptr);
      REQUIRE(next);
      session = *next;
      CHECK(progress(bank, session, nullptr).number == number);
    }
    CHECK_FALSE(next_page(bank, session, nullptr).has_value());
    for (int number = 6; number >= 1; --number) {
      const auto previous = previous_page(bank, session, nullptr);
      REQUIRE(previous);
      session = *previous;
      CHECK(progress(bank, session, nullptr).number == number);
    }
  }

  TEST_CASE("ways out of a question are shown last") {
    const QuestionBank& bank = sample();
    const auto shown = shown_options(bank, bank.items[*find_item(bank, ItemId{"phishing"})], 1);
    REQUIRE(shown.size() == 3);
    CHECK(shown[2].id == not_sure_option);
    CHECK(shown[2].is_way_out);
    CHECK_FALSE(shown[1].is_way_out);
    CHECK(shown_options(bank, bank.items[0], 1).back().id == OptionId{"not_mine"});
  }
}

TEST_SUITE("answers file") {
  TEST_CASE("answers are read as if they had been chosen") {
    const QuestionBank& bank = sample();
    const auto tree = read_yaml(
        "{role: support, answers: {lock1: alone, places: [locked, with_me], phishing: not_sure}}", "a");
    const auto session = parse_answers(bank, *tree);
    REQUIRE(session);
    CHECK(session->role == RoleId{"support"});
    CHECK(is_chosen(*session, tests::item_of(bank, "places"), OptionId{"with_me"}));
    CHECK(is_chosen(*session, tests::item_of(bank, "phishing"), not_sure_option));
    CHECK(std::ranges::count_if(session->answers, &Answer::is_empty) == 4);  // of 7
  }

  TEST_CASE("JSON is YAML too") {
    const QuestionBank& bank = sample();
    const auto tree = read_yaml(R"({"role": "clinical", "answers": {"lock1": "alone"}})", "a");
    CHECK(parse_answers(bank, *tree).has_value());
  }

  TEST_CASE("everything the bank does not know is reported at once") {
    const QuestionBank& bank = sample();
    CHECK(faults_of(bank,
                    "role: clinicall\nanswers:\n  lock9: alone\n  lock1: alonee\n  data1: [alone]\n  "
                    "phishing: alone\n") ==
          Lines{"a:1:7: error: role cannot be 'clinicall'; did you mean 'clinical'?",
                "a:3:3: error: the bank has no item 'lock9'; did you mean 'lock1'?",
                "a:4:10: error: the answer cannot be 'alonee'; did you mean 'alone'?",
                "a:5:10: error: 'data1' takes one option, not a list",
                "a:6:13: error: the answer cannot be 'alone'; use greeting, address, not_sure"});
    CHECK(faults_of(bank, "answers: {}") == Lines{"a:1:1: error: the key 'role' is missing"});
    CHECK(faults_of(bank, "role: clinical") == Lines{"a:1:1: error: the key 'answers' is missing"});
    CHECK(faults_of(bank, "{role: clinical, answers: [1]}") ==
          Lines{"a:1:27: error: expected a map from item to answer"});
    CHECK(faults_of(bank, "{role: clinical, answers: {places: [none, desk]}}") ==
          Lines{"a:1:43: error: 'desk' cannot be chosen beside the others"});
    CHECK(faults_of(bank, "{role: clinical, answers: {places: [desk, desk]}}") ==
          Lines{"a:1:43: error: 'desk' is chosen twice"});
    CHECK(faults_of(bank, "{role: clinical, answers: {places: []}}").size() == 1);
  }
}
