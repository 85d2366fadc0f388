#include "assessment/statistics/disclosure.hpp"

#include <doctest/doctest.h>

#include "assessment/statistics/counting_rules.hpp"
#include "tests/statistics_records.hpp"

using namespace assessment;

namespace {

const Grouping roles_apart{.dimensions = {Dimension::role}};
const DisclosurePolicy defaults{};
// The threshold of T16 alone: totals exact, so that a subtraction would be exact as well.
const DisclosurePolicy exact_totals{.minimum_group = 10, .suppress_below = 8, .round_to = 1};

constexpr PublishedFigure hidden{Visibility::hidden, 0};
constexpr PublishedFigure fewer{Visibility::under_minimum, 0};
constexpr PublishedFigure shown(std::int64_t figure) {
  return {Visibility::shown, figure};
}

DisclosedTables disclosed(const Aggregate& aggregate, const DisclosurePolicy& policy = defaults) {
  return disclose(aggregate, roles_apart, policy).value();
}

// As many people as `counts` says of each role, all with 50 percent.
Aggregate people_of(const std::vector<std::pair<std::string, int>>& counts) {
  Aggregate aggregate;
  for (const auto& [role, count] : counts) {
    tests::add_people(aggregate, roles_apart, count, tests::person(role, 500, "capable"));
  }
  return aggregate;
}

// One role, with as many people on each level as `counts` says.
Aggregate people_on(const std::vector<std::pair<std::string, int>>& counts, int too_few = 0) {
  Aggregate aggregate;
  for (const auto& [level, count] : counts) {
    tests::add_people(aggregate, roles_apart, count, tests::person("clinical", 500, level));
  }
  tests::add_people(aggregate, roles_apart, too_few, tests::person("clinical", std::nullopt));
  return aggregate;
}

DisclosedDomain safety(const DisclosedTables& tables) {
  return tables.groups().at(0).domains.at("safety");
}

}  // namespace

TEST_SUITE("disclosure of groups") {
  TEST_CASE("nine people show nothing, ten do") {
    const auto nine = disclosed(people_of({{"clinical", 9}}));
    CHECK(nine.people() == fewer);
    CHECK(nine.groups().empty());

    const auto ten = disclosed(people_of({{"clinical", 10}}));
    CHECK(ten.people() == shown(10));
    CHECK(ten.groups().at(0).people == shown(10));
    CHECK(safety(ten).mean == shown(500));
  }

  TEST_CASE(
      "too few people in all are not told apart, as the number of groups would tell how many they are") {
    // Five groups of at least one, fewer than ten in all: 5 to 9 people, each group 1 to 5; both too narrow.
    const auto tables = disclosed(people_of({{"a", 1}, {"b", 2}, {"c", 1}, {"d", 1}, {"e", 1}}));
    CHECK(tables.people() == fewer);
    CHECK(tables.groups().empty());
  }

  TEST_CASE("T16: of 15 people in groups of 12 and 3 both are hidden, for 15 less 12 is 3") {
    const auto tables = disclosed(people_of({{"clinical", 12}, {"support", 3}}), exact_totals);
    // With the total to the last person, "fewer than 10" beside at least 10 would be 1 to 5: too narrow.
    CHECK(tables.people() == hidden);
    CHECK(tables.groups().at(0).people == hidden);
    CHECK(tables.groups().at(0).domains.empty());
    CHECK(tables.groups().at(1).people == fewer);
    CHECK(tables.suppressed() == Suppressed{.primary = 1, .complementary = 1});
  }

  TEST_CASE("the next smallest group hides with a single hidden one, and no other") {
    const auto tables = disclosed(people_of({{"a", 30}, {"b", 3}, {"c", 20}, {"d", 25}}));
    CHECK(tables.groups().at(0).people == shown(30));
    CHECK(tables.groups().at(1).people == fewer);
    CHECK(tables.groups().at(2).people == hidden);
    CHECK(tables.groups().at(3).people == shown(25));
  }

  TEST_CASE("two groups hidden by their size protect each other") {
    const auto tables = disclosed(people_of({{"a", 30}, {"b", 3}, {"c", 4}, {"d", 20}}));
    CHECK(tables.groups().at(0).people == shown(30));
    CHECK(tables.groups().at(3).people == shown(20));
    CHECK(tables.suppressed() == Suppressed{.primary = 2, .complementary = 0});
  }

  TEST_CASE("everyone less a large group must not be a few: 37 - 30 are the 7 others") {
    const auto tables = disclosed(people_of({{"a", 30}, {"b", 3}, {"c", 4}}));
    CHECK(tables.people() == shown(35));
    CHECK(tables.groups().at(0).people == hidden);
    CHECK(tables.suppressed() == Suppressed{.primary = 2, .complementary = 1});
  }

  TEST_CASE("a role written * is a group of its own, under the same rules") {
    const auto tables = disclosed(people_of({{"*", 9}, {"clinical", 20}, {"support", 20}}));
    CHECK(tables.groups().at(0).key.values.at(0) == "*");
    CHECK(tables.groups().at(0).people == fewer);
  }

  TEST_CASE("a group over a low minimum but with a small count is withheld as a count") {
    const DisclosurePolicy low{.minimum_group = 5};
    const auto tables = disclosed(people_of({{"clinical", 7}}), low);
    CHECK(tables.groups().at(0).people == hidden);
    CHECK(tables.groups().at(0).domains.empty());
  }

  TEST_CASE("groups and total are each rounded on their own, and need not add up") {
    // 12 -> 10, 12 -> 10, 24 -> 25
    const auto tables = disclosed(people_of({{"clinical", 12}, {"support", 12}}));
    CHECK(tables.groups().at(0).people == shown(10));
    CHECK(tables.groups().at(1).people == shown(10));
    CHECK(tables.people() == shown(25));
  }

  TEST_CASE("nobody at all is a total of 0") {
    CHECK(disclosed({}).people() == shown(0));
    CHECK(disclosed({}).groups().empty());
  }
}

TEST_SUITE("disclosure of counts") {
  TEST_CASE("7 is withheld, 8 is rounded to 10, 0 stays 0") {
    // Two small cells protect each other, so nothing else hides.
    const auto cells = safety(disclosed(people_on({{"a", 7}, {"b", 7}, {"c", 8}})));
    CHECK(cells.levels.at("a") == hidden);
    CHECK(cells.levels.at("b") == hidden);
    CHECK(cells.levels.at("c") == shown(10));
    CHECK(cells.too_few_answers == shown(0));
  }

  TEST_CASE("T16: of 40 people as 4, 20, 16, 0 the next smallest hides as well: *, 20, *, 0") {
    // The fourth cell of T16 is "too few answers", which nobody has.
    const auto tables = disclosed(people_on({{"a", 4}, {"b", 20}, {"c", 16}}), exact_totals);
    CHECK(safety(tables).levels.at("a") == hidden);
    CHECK(safety(tables).levels.at("b") == shown(20));
    CHECK(safety(tables).levels.at("c") == hidden);
    CHECK(safety(tables).too_few_answers == shown(0));
    // Two cells of the domain and two of the overall figure, which is the same here.
    CHECK(tables.suppressed() == Suppressed{.primary = 2, .complementary = 2});
  }

  TEST_CASE("too few answers are a cell of the row: they hide, and hide another") {
    const auto cells = safety(disclosed(people_on({{"a", 9}, {"b", 20}}, 3)));
    CHECK(cells.too_few_answers == hidden);
    CHECK(cells.levels.at("a") == hidden);
    CHECK(cells.levels.at("b") == shown(20));
  }

  TEST_CASE("people without a level are never printed, yet not to be had by subtraction") {
    Aggregate aggregate = people_on({{"a", 9}, {"b", 20}});
    tests::add_people(aggregate, roles_apart, 2, tests::person("clinical", 500));  // a rule without levels
    CHECK(safety(disclosed(aggregate)).levels.at("a") == hidden);
    CHECK(safety(disclosed(aggregate)).levels.at("b") == shown(20));
  }

  TEST_CASE("a number that stands in two rows is withheld in both") {
    // Passed 4, failed 20, undetermined 16: the 16 hides beside the 4. It is "too few answers" as well, so
    // it hides there, and takes the 24 on the only level with it.
    Aggregate aggregate;
    BatchRecord passed = tests::person("clinical", 500, "middling"), failed = passed;
    passed.record.domains[0].attained = "passed";
    failed.record.domains[0].attained = "failed";
    tests::add_people(aggregate, roles_apart, 4, passed);
    tests::add_people(aggregate, roles_apart, 20, failed);
    tests::add_people(aggregate, roles_apart, 16, tests::person("clinical", std::nullopt));

    const auto cells = safety(disclosed(aggregate));
    CHECK(cells.attained.at("passed") == hidden);
    CHECK(cells.attained.at("failed") == shown(20));
    CHECK(cells.too_few_answers == hidden);
    CHECK(cells.levels.at("middling") == hidden);
  }

  TEST_CASE("withheld too few answers do not come back through the attained values") {
    // Levels 4, 30 and 16 too few: the 16 hides beside the 4. Attained: 34 passed, the rest of 50 is 16.
    Aggregate aggregate;
    BatchRecord high = tests::person("clinical", 900, "high"), low = tests::person("clinical", 300, "low");
    high.record.domains[0].attained = low.record.domains[0].attained = "passed";
    tests::add_people(aggregate, roles_apart, 30, high);
    tests::add_people(aggregate, roles_apart, 4, low);
    tests::add_people(aggregate, roles_apart, 16, tests::person("clinical", std::nullopt));

    const auto cells = safety(disclosed(aggregate));
    CHECK(cells.levels.at("low") == hidden);
    CHECK(cells.too_few_answers == hidden);
    CHECK(cells.attained.at("passed") == hidden);
  }

  TEST_CASE("answers to an item and those without one make a row") {
    const Grouping items{.dimensions = {Dimension::role}, .items = ItemCounting::on};
    BatchRecord alone = tests::person("clinical", 500), teach = alone;
    alone.record.answers = {{"lock_screen", "alone"}};
    teach.record.answers = {{"lock_screen", "teach"}};
    Aggregate aggregate;
    tests::add_people(aggregate, items, 12, alone);
    tests::add_people(aggregate, items, 22, teach);
    tests::add_people(aggregate, items, 1, tests::person("clinical", 500));

    const auto tables = disclose(aggregate, items, defaults).value();
    const DisclosedItem& item = tables.groups().at(0).items.at("lock_screen");
    CHECK(item.without_answer == hidden);
    CHECK(item.answers.at("alone") == hidden);  // else 35 - 12 - 22 = 1
    CHECK(item.answers.at("teach") == shown(20));
  }

  TEST_CASE("answers of several parts add up to no total: each stands for itself") {
    const Grouping items{.dimensions = {Dimension::role}, .items = ItemCounting::on};
    BatchRecord both = tests::person("clinical", 500), one = both;
    both.record.answers = {{"steps", IdList{"lock", "tell"}}};
    one.record.answers = {{"steps", IdList{"lock"}}};
    Aggregate aggregate;
    tests::add_people(aggregate, items, 3, both);
    tests::add_people(aggregate, items, 20, one);

    const auto tables = disclose(aggregate, items, defaults).value();
    const DisclosedItem& item = tables.groups().at(0).items.at("steps");
    CHECK(item.answers.at("lock") == shown(25));  // 23
    CHECK(item.answers.at("tell") == hidden);
  }
}

TEST_SUITE("disclosure of means") {
  TEST_CASE("a mean needs ten people with a figure, however many the group has") {
    const auto nine = safety(disclosed(people_on({{"a", 9}}, 20)));
    CHECK(nine.mean == hidden);
    CHECK(nine.standard_deviation == hidden);
    const auto ten = safety(disclosed(people_on({{"a", 10}}, 20)));
    CHECK(ten.mean == shown(500));
    CHECK(ten.standard_deviation == shown(0));
  }

  TEST_CASE("where nobody was asked there is nothing, rather than something withheld") {
    CHECK(safety(disclosed(people_on({{"a", 10}}))).knowledge_mean == PublishedFigure{});
  }

  TEST_CASE("a mean is rounded half up from the exact sum") {
    // Tenths: (100 + 101) / 2 = 100.5 -> 101; (100 + 100 + 101) / 3 = 100.33 -> 100
    CHECK(mean_tenths({.people = 2, .sum = 201}) == 101);
    CHECK(mean_tenths({.people = 3, .sum = 301}) == 100);
    CHECK(mean_tenths({.people = 1, .sum = 1000}) == 1000);
    CHECK(mean_tenths({.people = 7, .sum = 0}) == 0);
  }

  TEST_CASE("the standard deviation has n - 1 below the line") {
    // 40, 50, 60, 70, 80: squares about 60 add up to 1000, 1000 / 4 = 250, root 15.811 -> 15.8
    CHECK(standard_deviation_tenths({.people = 5, .sum = 3000, .sum_of_squares = 1'900'000}) == 158);
    // 50.0 and 100.0: deviations 25, 2 * 625 / 1 = 1250, root 35.355 -> 35.4
    CHECK(standard_deviation_tenths({.people = 2, .sum = 1500, .sum_of_squares = 1'250'000}) == 354);
  }

  TEST_CASE("the standard deviation is rounded half up") {
    // Tenths 0, 0, 0, 1: 0.75 / 3 = 0.25, root exactly 0.5 -> 1
    CHECK(standard_deviation_tenths({.people = 4, .sum = 1, .sum_of_squares = 1}) == 1);
    // Tenths 0, 0, 0, 0, 1: 0.8 / 4 = 0.2, root 0.447 -> 0
    CHECK(standard_deviation_tenths({.people = 5, .sum = 1, .sum_of_squares = 1}) == 0);
  }

  TEST_CASE("sums far beyond 64 bits' squares stay exact") {
    // 2 * 10^9 people, half at 0 and half at 100.0: root(250000 n / (n - 1)) = 500.0000001 tenths
    CHECK(standard_deviation_tenths(
              {.people = 2'000'000'000, .sum = 1'000'000'000'000, .sum_of_squares = 1'000'000'000'000'000}) ==
          500);
  }
}

TEST_SUITE("rounding of counts") {
  TEST_CASE("to the nearest multiple, halves up") {
    CHECK(round_half_up(0, 5) == 0);
    CHECK(round_half_up(12, 5) == 10);
    CHECK(round_half_up(13, 5) == 15);
    CHECK(round_half_up(14, 10) == 10);
    CHECK(round_half_up(15, 10) == 20);
    CHECK(round_half_up(37, 1) == 37);
  }
}

TEST_SUITE("exact figures") {
  TEST_CASE("are refused unless the policy allows them, with one sentence that helps") {
    const auto refused = disclose(people_of({{"clinical", 3}}), roles_apart, defaults, Protection::off);
    REQUIRE_FALSE(refused);
    REQUIRE(refused.faults().size() == 1);
    CHECK(refused.faults()[0].code == "exact-refused");
    CHECK(refused.faults()[0].text ==
          "exact figures are refused: give --policy a file that says 'exact: true', or leave out --exact");
  }

  TEST_CASE("show everything as it is") {
    const DisclosurePolicy allowed{.is_exact = true};
    const auto tables =
        disclose(people_on({{"a", 1}, {"b", 2}}), roles_apart, allowed, Protection::off).value();
    CHECK(tables.people() == shown(3));
    CHECK(safety(tables).levels.at("a") == shown(1));
    CHECK(safety(tables).mean == shown(500));
    CHECK(tables.suppressed() == Suppressed{});
  }

  TEST_CASE("have no standard deviation of one person") {
    const DisclosurePolicy allowed{.is_exact = true};
    const auto tables = disclose(people_on({{"a", 1}}), roles_apart, allowed, Protection::off).value();
    CHECK(safety(tables).standard_deviation == PublishedFigure{});
  }

  TEST_CASE("are not what a policy that allows them gives by itself") {
    const DisclosurePolicy allowed{.is_exact = true};
    CHECK(disclosed(people_of({{"clinical", 3}}), allowed).people() == fewer);
  }
}
