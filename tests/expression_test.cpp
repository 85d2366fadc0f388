// Conditions: what they mean, and how what they may not say is reported.
#include "assessment/bank/expression.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <string>
#include <variant>

using namespace assessment;

namespace {

Vocabulary vocabulary() {
  return {.roles = {"clinical", "support"},
          .languages = {"en", "cy"},
          .levels = {"low", "middle", "high"},
          .domains = {"safety"},
          .items = {{.id = "lock", .options = {"never", "alone", "not_mine"}},
                    {.id = "age", .is_number = true},
                    {.id = "places", .is_multiple = true}},
          .later_items = {"phishing"}};
}

using Values = std::map<Term, Value>;

const Values answers{{{Subject::role, ""}, "clinical"},
                     {{Subject::choice, "lock"}, "alone"},
                     {{Subject::score, "lock"}, Rational(2)},
                     {{Subject::count, "places"}, Rational(3)},
                     {{Subject::percent, "safety"}, ratio(1, 3) * 100},
                     {{Subject::level, "safety"}, "middle"},
                     {{Subject::answered, "lock"}, true},
                     {{Subject::answered, "age"}, false}};

bool is_true(std::string_view text, const Values& values = answers) {
  const auto parsed = parse_condition(text, vocabulary());
  if (const auto* fault = std::get_if<ConditionFault>(&parsed)) FAIL(fault->text);
  return std::get<Condition>(parsed).is_true([&](const Term& term) -> std::optional<Value> {
    const auto found = values.find(term);
    if (found == values.end()) return std::nullopt;
    return found->second;
  });
}

std::string fault(std::string_view text) {
  const auto parsed = parse_condition(text, vocabulary());
  const auto* found = std::get_if<ConditionFault>(&parsed);
  return found ? fmt::format("{}: {}", found->offset, found->text) : "";
}

bool can_be_true(std::string_view text) {
  const auto parsed = parse_condition(text, vocabulary());
  return is_satisfiable(std::get<Condition>(parsed), [](const Term& term) -> std::vector<Value> {
    if (term.subject == Subject::role) return {"clinical", "support"};
    if (term.subject == Subject::score) return {Rational(0), Rational(3)};
    return {"never", "alone", "not_mine"};
  });
}

}  // namespace

TEST_SUITE("condition") {
  TEST_CASE("comparisons and words mean what they say") {
    CHECK(is_true("role == clinical"));
    CHECK_FALSE(is_true("role != clinical"));
    CHECK(is_true("role in [support, clinical]"));
    CHECK(is_true("lock == alone"));
    CHECK(is_true("score(lock) >= 2"));
    CHECK_FALSE(is_true("score(lock) > 2"));
    CHECK(is_true("count(places) in [1, 3]"));
    CHECK(is_true("answered(lock)"));
    CHECK_FALSE(is_true("answered(age)"));
  }

  TEST_CASE("percentages are compared exactly") {
    CHECK(is_true("percent(safety) > 33.333333"));
    CHECK(is_true("percent(safety) < 33.333334"));
  }

  TEST_CASE("levels compare in their order") {
    CHECK(is_true("level(safety) >= low"));
    CHECK(is_true("level(safety) < high"));
    CHECK_FALSE(is_true("level(safety) == high"));
  }

  TEST_CASE("not binds before and, and before or; parentheses before all") {
    CHECK(is_true("role == clinical or role == support and lock == never"));
    CHECK_FALSE(is_true("(role == clinical or role == support) and lock == never"));
    CHECK(is_true("not lock == never and role == clinical"));
    CHECK_FALSE(is_true("not (lock == never or role == clinical)"));
    CHECK(is_true("not not role == clinical"));
  }

  TEST_CASE("what has no value yet makes every comparison false") {
    CHECK_FALSE(is_true("age == 3"));
    CHECK_FALSE(is_true("age != 3"));
    CHECK(is_true("not age == 3"));
  }

  TEST_CASE("faults are named with their place inside the expression") {
    CHECK(fault("rolle == clinical") == "0: there is no item 'rolle'; did you mean 'role'?");
    CHECK(fault("percnt(safety) > 5") == "0: there is no function 'percnt'; did you mean 'percent'?");
    CHECK(fault("Level(safety) == low") == "0: there is no function 'Level'; did you mean 'level'?");
    CHECK(fault("role is clinical") == "5: 'is' has no meaning here; did you mean '=='?");
    CHECK(fault("role inn [clinical]") == "5: 'inn' has no meaning here; did you mean 'in'?");
    CHECK(fault("role == clinical adn role == support") ==
          "17: 'adn' does not belong here; did you mean 'and'?");
    CHECK(fault("role == clinical annd role == support") ==
          "17: 'annd' does not belong here; did you mean 'and'?");
    CHECK(fault("role == clinical && role == support") == "17: '&' has no meaning here; did you mean 'and'?");
    CHECK(fault("role == clinical || role == support") == "17: '|' has no meaning here; did you mean 'or'?");
    CHECK(fault("! (role == clinical)") == "0: '!' has no meaning here; did you mean 'not'?");
    CHECK(fault("role == clinicl") == "8: there is no answer 'clinicl'; did you mean 'clinical'?");
    CHECK(fault("lock == alone and phishing == x") == "18: 'phishing' is not asked before this place");
    CHECK(fault("role < clinical") == "5: these words have no order; use ==, != or in");
    CHECK(fault("age == old") == "7: expected a number");
    CHECK(fault("role == 3") == "8: expected a word");
    CHECK(fault("score(lock)") == "0: this is not true or false by itself; compare it with something");
    CHECK(fault("answered(lock) == 1") == "0: answered() is true or false; it is not compared");
    CHECK(fault("places == alone") ==
          "0: 'places' has no single answer; ask score(), answered() or count() of it");
    CHECK(fault("count(lock) > 1") == "6: count() is for `multiple` items");
    CHECK(fault("percent(data) > 1") == "8: there is no domain asked before this place 'data'");
    CHECK(fault("role == clinical)") == "16: ')' does not belong here");
    CHECK(fault("(role == clinical") == "17: expected ')'");
    CHECK(fault("role = clinical") == "5: '=' has no meaning here; did you mean '=='?");
    CHECK(fault("") == "0: expected an item, role, language or a function");
    CHECK(fault("role in []") == "9: expected a word");
    CHECK(fault("role == clinical or é") == "20: 'é' has no meaning here");
    CHECK(fault(std::string(1000, '(')).ends_with("nested more than 64 deep"));
  }

  TEST_CASE("a condition that nothing can make true is found") {
    CHECK(can_be_true("role == clinical and lock == never"));
    CHECK_FALSE(can_be_true("role == clinical and role == support"));
    CHECK_FALSE(can_be_true("score(lock) > 3"));
    CHECK_FALSE(can_be_true("not role in [clinical, support]"));
  }
}
