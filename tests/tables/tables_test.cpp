#include <doctest/doctest.h>

#include "tests/tables/attacker.hpp"
#include "tests/tables/workforce.hpp"

using namespace assessment;

// In small; tools/prove tables takes 10,000 tables and more years.
TEST_SUITE("attacks on published tables") {
  TEST_CASE("no withheld number of any table can be told within less than 5") {
    Random chance(1);
    std::int64_t withheld = 0, narrow_in_control = 0;
    for (int i = 0; i < 400; ++i) {
      const Aggregate aggregate = tests::random_tables(chance);
      const DisclosurePolicy policy = tests::random_policy(chance);
      const Grouping grouping{.dimensions = {Dimension::role}, .items = ItemCounting::on};
      const auto found = tests::attack(tests::read_report(disclose(aggregate, grouping, policy).value()));
      CAPTURE(i);
      CAPTURE(policy.round_to);
      CHECK(found.narrow == 0);
      withheld += found.withheld;
      narrow_in_control += tests::attack(tests::only_small_numbers_withheld(aggregate, policy)).narrow;
    }
    CHECK(withheld > 1'000);
    CHECK(narrow_in_control > 100);
  }

  TEST_CASE("the attacker works out what a single withheld cell is") {
    // 40 people as 4, 20, 16 with totals as they are (T16): 40 - 20 - 16.
    Aggregate aggregate;
    GroupFigures group{.people = 40};
    group.domains["safety"].levels = {{"low", 4}, {"middle", 20}, {"high", 16}};
    aggregate.groups.emplace(GroupKey{"ward-basics@1", {"clinical"}}, group);
    const auto found = tests::attack(tests::only_small_numbers_withheld(aggregate, {}));
    CHECK(found.withheld == 1);
    CHECK(found.exact == 1);
  }

  TEST_CASE("of weekly reports no two published groups differ by a few people, and most rows are there") {
    const tests::Year year = tests::play_weeks(200, 1);
    CHECK(year.near_pairs == 0);
    CHECK(10 * (year.shown + year.repeated) >= 9 * year.rows);
    CHECK(year.repeated > 100);
    CHECK(year.near_unprotected > 100);
  }
}
