#include "assessment/statistics/aggregate.hpp"

#include <doctest/doctest.h>

#include "assessment/base/random.hpp"
#include "assessment/statistics/counting_rules.hpp"
#include "tests/statistics_records.hpp"

using namespace assessment;

namespace {

const Grouping one_row_a_role{.dimensions = {Dimension::role}};
const GroupKey clinical{.series = "ward-basics@1", .values = {"clinical"}};

// People who differ in everything that is counted.
std::vector<BatchRecord> mixed_people(int count) {
  Random chance(7);
  std::vector<BatchRecord> people;
  for (int i = 0; i < count; ++i) {
    const char* role = chance.below(2) == 0 ? "clinical" : "support";
    const int tenths = static_cast<int>(chance.below(1001));
    BatchRecord record = chance.below(5) == 0 ? tests::person(role, std::nullopt)
                                              : tests::person(role, tenths, tenths < 500 ? "low" : "high");
    record.site = chance.below(2) == 0 ? "North" : "South";
    if (chance.below(2) == 0) record.record.domains[0].knowledge_tenths = tenths / 2;
    if (chance.below(2) == 0) record.record.domains[0].attained = "passed";
    record.record.answers = {{"lock_screen", chance.below(2) == 0 ? "alone" : "teach"}};
    people.push_back(record);
  }
  return people;
}

const Grouping everything{.dimensions = {Dimension::role, Dimension::site}, .items = ItemCounting::on};

Aggregate add_up(const std::vector<BatchRecord>& people) {
  Aggregate aggregate;
  for (const BatchRecord& record : people) add(aggregate, everything, record);
  return aggregate;
}

Aggregate merged(Aggregate left, const Aggregate& right) {
  merge(left, right);
  return left;
}

}  // namespace

TEST_SUITE("aggregate") {
  TEST_CASE("a group's mean is the mean of its people's percentages: T15 gives 75.0, not the pooled 66.7") {
    Aggregate aggregate;
    add(aggregate, one_row_a_role, tests::person("clinical", 500));   // 18/36
    add(aggregate, one_row_a_role, tests::person("clinical", 1000));  // 18/18

    const Moments& self = aggregate.groups.at(clinical).domains.at("safety").self;
    CHECK(self == Moments{.people = 2, .sum = 1500, .sum_of_squares = 500 * 500 + 1000 * 1000});
    CHECK(mean_tenths(self) == 750);
  }

  TEST_CASE("too few answers are counted, and are in no mean and no level") {
    Aggregate aggregate;
    add(aggregate, one_row_a_role, tests::person("clinical", 400, "low"));
    add(aggregate, one_row_a_role, tests::person("clinical", std::nullopt));

    const GroupFigures& group = aggregate.groups.at(clinical);
    CHECK(group.people == 2);
    CHECK(group.domains.at("safety").self.people == 1);
    CHECK(group.domains.at("safety").levels == CountsById{{"low", 1}});
    CHECK(group.domains.at("safety").too_few_answers == 1);
    CHECK(group.overall.too_few_answers == 1);
  }

  TEST_CASE("a rule without percentage that gives a value has not too few answers") {
    BatchRecord attained = tests::person("clinical", std::nullopt);
    attained.record.domains[0].attained = "partial";
    Aggregate aggregate;
    add(aggregate, one_row_a_role, attained);

    const DomainFigures& safety = aggregate.groups.at(clinical).domains.at("safety");
    CHECK(safety.attained == CountsById{{"partial", 1}});
    CHECK(safety.too_few_answers == 0);
  }

  TEST_CASE("a domain of knowledge items alone has no self-rating that could be too little") {
    BatchRecord named = tests::person("clinical", std::nullopt), grouped = tests::person("*", std::nullopt);
    named.record.domains[0].asked = 0;
    named.record.domains[0].knowledge_tenths = grouped.record.domains[0].knowledge_tenths = 800;
    BatchRecord unsure = named;
    unsure.record.domains[0].asked = 4;
    Aggregate aggregate;
    for (const BatchRecord& record : {named, grouped, unsure}) add(aggregate, {}, record);
    const auto& [key, everyone] = *aggregate.groups.begin();
    CHECK(everyone.domains.at("safety").too_few_answers == 1);
    CHECK(everyone.domains.at("safety").knowledge.people == 3);
  }

  TEST_CASE("knowledge is added up beside the self-rating, never into it") {
    BatchRecord record = tests::person("clinical", 300, "low");
    record.record.domains[0].knowledge_tenths = 800;
    Aggregate aggregate;
    add(aggregate, one_row_a_role, record);

    const DomainFigures& safety = aggregate.groups.at(clinical).domains.at("safety");
    CHECK(safety.self.sum == 300);
    CHECK(safety.knowledge == Moments{.people = 1, .sum = 800, .sum_of_squares = 640'000});
  }

  TEST_CASE("people of a grouped role are a group of their own") {
    Aggregate aggregate;
    add(aggregate, one_row_a_role, tests::person(grouped_role, 300));
    CHECK(aggregate.groups.contains({.series = "ward-basics@1", .values = {"*"}}));
  }

  TEST_CASE("without a dimension everyone is one group") {
    Aggregate aggregate;
    add(aggregate, {}, tests::person("clinical", 300));
    add(aggregate, {}, tests::person("support", 300));
    CHECK(aggregate.groups.size() == 1);
    CHECK(count_people(aggregate) == 2);
  }

  TEST_CASE("minor versions of a bank are added up, other banks and major versions never") {
    CHECK(series_of("ward-basics@1.4.0") == "ward-basics@1");
    CHECK(series_of("ward-basics@12.0.0-beta.1") == "ward-basics@12");
    BatchRecord minor = tests::person("clinical", 300), major = minor;
    minor.record.bank = "ward-basics@1.1.0";
    major.record.bank = "ward-basics@2.0.0";
    Aggregate aggregate;
    for (const BatchRecord& record : {tests::person("clinical", 300), minor, major}) {
      add(aggregate, one_row_a_role, record);
    }
    CHECK(aggregate.groups.size() == 2);
    CHECK(aggregate.groups.at(clinical).people == 2);
  }

  TEST_CASE("answers are counted by what was chosen, and only when items are asked for") {
    BatchRecord record = tests::person("clinical", 300);
    record.record.answers = {{"lock_screen", "alone"},
                             {"steps", IdList{"one", "two"}},
                             {"pairs", IdMap{{"cause", "cure"}}},
                             {"degrees", RecordedNumber{"37"}},
                             {"lock_screen.flag", true}};
    Aggregate without, with;
    add(without, one_row_a_role, record);
    add(with, {.dimensions = {Dimension::role}, .items = ItemCounting::on}, record);

    CHECK(without.groups.at(clinical).items.empty());
    const auto& items = with.groups.at(clinical).items;
    CHECK(items.at("lock_screen") == ItemFigures{.people = 1, .answers = {{"alone", 1}}});
    CHECK(items.at("steps") == ItemFigures{.people = 1, .several = 1, .answers = {{"one", 1}, {"two", 1}}});
    CHECK(items.at("pairs") == ItemFigures{.people = 1, .several = 1, .answers = {{"cause=cure", 1}}});
    CHECK(items.at("degrees") == ItemFigures{.people = 1});
    CHECK(items.at("lock_screen.flag") == ItemFigures{.people = 1, .answers = {{"true", 1}}});
  }
}

TEST_SUITE("aggregate merge") {
  TEST_CASE("an empty aggregate changes nothing, from either side") {
    const Aggregate all = add_up(mixed_people(50));
    CHECK(merged(all, {}) == all);
    CHECK(merged({}, all) == all);
  }

  TEST_CASE("any cut into two, merged either way round, equals the whole") {
    const auto people = mixed_people(60);
    const Aggregate all = add_up(people);
    for (std::ptrdiff_t cut = 0; cut <= 60; ++cut) {
      const Aggregate left = add_up({people.begin(), people.begin() + cut});
      const Aggregate right = add_up({people.begin() + cut, people.end()});
      CHECK(merged(left, right) == all);
      CHECK(merged(right, left) == all);
    }
  }

  TEST_CASE("three parts give the same whichever two are merged first") {
    const auto people = mixed_people(90);
    const Aggregate a = add_up({people.begin(), people.begin() + 20});
    const Aggregate b = add_up({people.begin() + 20, people.begin() + 55});
    const Aggregate c = add_up({people.begin() + 55, people.end()});
    CHECK(merged(merged(a, b), c) == merged(a, merged(b, c)));
  }

  TEST_CASE("the order of records does not matter") {
    auto people = mixed_people(60);
    const Aggregate all = add_up(people);
    Random chance(11);
    for (int i = 0; i < 20; ++i) {
      chance.shuffle(people);
      CHECK(add_up(people) == all);
    }
  }
}

TEST_SUITE("filter") {
  TEST_CASE("every condition has to hold, with any of its values") {
    const BatchRecord record = tests::person("clinical", 300);
    const RecordFilter role{Dimension::role, {"support", "clinical"}};
    const RecordFilter north{Dimension::site, {"North"}};
    const RecordFilter south{Dimension::site, {"South"}};
    CHECK(passes({}, record));
    CHECK(passes({role, north}, record));
    CHECK_FALSE(passes({role, south}, record));
    CHECK_FALSE(passes({RecordFilter{Dimension::role, {}}}, record));
  }

  TEST_CASE("each dimension reads its own field, and is spelt as on the command line") {
    const BatchRecord record = tests::person("clinical", 300);
    CHECK(value_of(Dimension::role, record) == "clinical");
    CHECK(value_of(Dimension::site, record) == "North");
    CHECK(value_of(Dimension::period, record) == "2026-Q4");
    CHECK(value_of(Dimension::campaign, record) == "autumn");
    CHECK(value_of(Dimension::bank_version, record) == "ward-basics@1.0.0");
    CHECK(parse_dimension("bank_version") == Dimension::bank_version);
    CHECK_FALSE(parse_dimension("domain"));
    CHECK(to_text(Dimension::campaign) == "campaign");
  }

  TEST_CASE("regrouped figures are those of the records that pass, counted under the coarser grouping") {
    const auto people = mixed_people(400);
    Aggregate finest;
    for (const BatchRecord& record : people) add(finest, finest_grouping(), record);
    const std::vector<RecordFilter> north{{Dimension::site, {"North"}}};

    for (const ItemCounting items : {ItemCounting::off, ItemCounting::on}) {
      for (const auto& dimensions :
           {std::vector<Dimension>{}, {Dimension::role}, {Dimension::site, Dimension::role}}) {
        const Grouping grouping{dimensions, items};
        Aggregate expected, expected_north;
        for (const BatchRecord& record : people) {
          add(expected, grouping, record);
          if (passes(north, record)) add(expected_north, grouping, record);
        }
        CHECK(regroup(finest, grouping, {}) == expected);
        CHECK(regroup(finest, grouping, north) == expected_north);
      }
    }
  }

  TEST_CASE("regrouping under a filter that nobody passes gives the empty aggregate") {
    Aggregate finest;
    add(finest, finest_grouping(), tests::person("clinical", 500));
    CHECK(regroup(finest, {}, {{Dimension::role, {"support"}}}) == Aggregate{});
  }
}
