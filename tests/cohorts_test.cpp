#include "assessment/statistics/cohorts.hpp"

#include <doctest/doctest.h>

#include "assessment/reporting/comparison_report.hpp"
#include "tests/scored_banks.hpp"

using namespace assessment;

namespace {

using People = std::vector<tests::ScoredPerson>;

// Every person so many times.
People times(int count, const People& people) {
  People all;
  for (int i = 0; i < count; ++i) all.insert(all.end(), people.begin(), people.end());
  return all;
}

// frameworks.md T17: self-ratings and knowledge 40 50 60 70 80, then 60 60 70 80 90.
People people_before() {
  return {{.self = 400, .knowledge = 400},
          {.self = 500, .knowledge = 500},
          {.self = 600, .knowledge = 600},
          {.self = 700, .knowledge = 700},
          {.self = 800, .knowledge = 800}};
}
People people_after() {
  return {{.self = 600, .knowledge = 600},
          {.self = 600, .knowledge = 600},
          {.self = 700, .knowledge = 700},
          {.self = 800, .knowledge = 800},
          {.self = 900, .knowledge = 900}};
}

People linked(People people, int from = 0) {
  for (std::size_t i = 0; i < people.size(); ++i) people[i].link = tests::link(from + static_cast<int>(i));
  return people;
}

const FigureRules exact_rules{.policy = {.is_exact = true}, .protection = Protection::off};

struct Compared {
  tests::TemporaryFolder folder{};
  QuestionBank one = tests::scored_bank(), two = tests::scored_bank("2.0.0");
  std::vector<std::string> paths{};

  void add(const std::string& period, const People& people, const std::string& version = "1.0.0") {
    paths.push_back(tests::write_batch(folder, period, people, version));
  }

  Expected<CohortComparison> run(const FigureRules& rules, const std::vector<std::string>& cohorts = {}) {
    const auto find = [this](const std::string& name) { return name == "ward-basics@2.0.0" ? &two : &one; };
    const auto files = score_files(
        paths, {.by = Dimension::period, .values = cohorts, .links = Links::keep, .find_bank = find});
    REQUIRE(files);
    return compare_cohorts(*files, Dimension::period, cohorts, rules);
  }
};

}  // namespace

TEST_SUITE("cohorts") {
  // T17, T18 and T20 of frameworks.md, through files.
  TEST_CASE("that are linked give the worked figures of both designs, each under its name") {
    Compared cohorts;
    cohorts.add("2026-Q1", linked(people_before()));
    cohorts.add("2026-Q2", linked(people_after()));
    const auto comparison = cohorts.run(exact_rules);
    REQUIRE(comparison);
    const ComparedMeasure& self = comparison->series.at(0).measures.at(0);
    CHECK(self.cohorts[0].mean.value == doctest::Approx(60));
    CHECK(self.cohorts[1].mean.value == doctest::Approx(72));
    const PublishedChange& change = self.changes.at(0);
    CHECK(change.low.value == doctest::Approx(-9.2691).epsilon(1e-5));
    CHECK(change.high.value == doctest::Approx(33.2691).epsilon(1e-5));
    CHECK(change.change == Change::no_clear_change);
    REQUIRE(change.linked);
    CHECK(change.linked->pairs.figure == 5);
    CHECK(change.linked->share_of_before.value == 1);
    CHECK(change.linked->low.value == doctest::Approx(6.4471).epsilon(1e-5));
    CHECK(change.linked->change == Change::rise);
    // Level bound 50: 40 to 60 alone goes up.
    CHECK(change.linked->up.figure == 1);
    CHECK(change.linked->same.figure == 4);
    CHECK(change.linked->down.figure == 0);
    CHECK_FALSE(change.linked->gain_of_means.is_shown());  // self-ratings are no test
    const PublishedLinked& knowledge = comparison->series[0].measures.at(1).changes.at(0).linked.value();
    CHECK(knowledge.gain_of_means.value == doctest::Approx(0.3));
    CHECK(knowledge.gain_of_people.value == doctest::Approx(0.323333).epsilon(1e-6));
  }

  TEST_CASE("without links have no paired figure at all") {
    Compared cohorts;
    cohorts.add("2026-Q1", people_before());
    cohorts.add("2026-Q2", linked(people_after()));
    CHECK_FALSE(cohorts.run(exact_rules)->series[0].measures[0].changes[0].linked);
  }

  TEST_CASE("leave out a link that stands twice: nobody can tell which of the two is meant") {
    Compared cohorts;
    People twice = linked(people_before());
    twice.push_back({.self = 100, .link = tests::link(0)});
    cohorts.add("2026-Q1", twice);
    cohorts.add("2026-Q2", linked(people_after()));
    CHECK(cohorts.run(exact_rules)->series[0].measures[0].changes[0].linked->pairs.figure == 4);
  }

  TEST_CASE("are compared with the next, and the first with the last, in the order asked for") {
    Compared cohorts;
    for (const char* period : {"2026-Q1", "2026-Q2", "2026-Q3"}) cohorts.add(period, people_before());
    const auto comparison = cohorts.run(exact_rules, {"2026-Q3", "2026-Q1", "2026-Q2"});
    const auto& changes = comparison->series[0].measures[0].changes;
    REQUIRE(changes.size() == 3);
    CHECK(changes[0].before == "2026-Q3");
    CHECK(changes[1].after == "2026-Q2");
    CHECK(changes[2].before == "2026-Q3");
    CHECK(changes[2].after == "2026-Q2");
  }

  TEST_CASE("that are too small show nothing, nor how they differ") {
    Compared cohorts;
    cohorts.add("2026-Q1", people_before());
    cohorts.add("2026-Q2", times(4, people_after()));
    cohorts.add("2026-Q3", times(4, people_before()));
    const auto comparison = cohorts.run({});
    const ComparedMeasure& self = comparison->series[0].measures[0];
    CHECK(self.cohorts[0].people.visibility == Visibility::under_minimum);
    CHECK_FALSE(self.cohorts[0].mean.is_shown());
    CHECK_FALSE(self.changes[0].difference.is_shown());
    CHECK_FALSE(self.changes[0].change);
  }

  TEST_CASE("do not show linked people where only a few others are left to subtract") {
    for (const int others : {0, 1, 9, 10}) {
      CAPTURE(others);
      Compared cohorts;
      People first = linked(times(4, people_before()));
      for (int i = 0; i < others; ++i) first.push_back({.self = 300});
      cohorts.add("2026-Q1", first);
      cohorts.add("2026-Q2", linked(times(4, people_after())));
      const auto found = cohorts.run({})->series[0].measures[0].changes[0].linked;
      REQUIRE(found);
      CHECK(found->difference.is_shown() == (others == 0 || others == 10));
      CHECK(found->pairs.is_shown() == (others == 0 || others == 10));
    }
  }

  TEST_CASE("with fewer pairs than a mean needs say only that there are some") {
    Compared cohorts;
    People first = times(4, people_before()), second = times(4, people_after());
    for (std::size_t i = 0; i < 9; ++i) first[i].link = second[i].link = tests::link(static_cast<int>(i));
    cohorts.add("2026-Q1", first);
    cohorts.add("2026-Q2", second);
    const auto found = cohorts.run({})->series[0].measures[0].changes[0].linked;
    REQUIRE(found);
    CHECK_FALSE(found->pairs.is_shown());
    CHECK_FALSE(found->difference.is_shown());
    CHECK_FALSE(found->change);
  }

  TEST_CASE("of different major versions are compared item by item, and in no other way") {
    Compared cohorts;
    cohorts.add("2026-Q1", times(20, {{.log_out = "not_yet"}, {.log_out = "alone"}}));
    cohorts.add("2026-Q2", times(20, {{.log_out = "alone"}, {.log_out = "alone"}}), "2.0.0");
    const auto comparison = cohorts.run({});
    REQUIRE(comparison);
    CHECK(comparison->series.empty());
    const ComparedVersions& versions = comparison->versions.at(0);
    CHECK(versions.before_series == "ward-basics@1");
    CHECK(versions.after_series == "ward-basics@2");
    REQUIRE(versions.items.size() == 4);
    CHECK(versions.items[1].id == "log_out");
    CHECK(versions.items[1].before.value == 50);
    CHECK(versions.items[1].after.value == 100);
    CHECK(versions.items[1].difference.value == 50);
    CHECK(versions.items[1].change == Change::rise);
    CHECK(versions.items[0].change == Change::no_clear_change);
  }

  TEST_CASE("that do not exist are refused by name, with those that do") {
    Compared cohorts;
    cohorts.add("2026-Q1", people_before());
    const auto missing = cohorts.run(exact_rules, {"2026-Q1", "2026-Q9"});
    REQUIRE_FALSE(missing);
    CHECK(missing.faults()[0].code == "no-such-cohort");
    CHECK(missing.faults()[0].text.find("2026-Q9") != std::string::npos);
    const auto single = cohorts.run(exact_rules);
    REQUIRE_FALSE(single);
    CHECK(single.faults()[0].code == "too-few-cohorts");
    CHECK_FALSE(
        cohorts.run({.protection = Protection::off}, {"2026-Q1", "2026-Q1"}));  // exact needs a policy
  }

  // frameworks.md T17: means of 60 and 72, so 12 points; 0 lies within the interval of so few people.
  TEST_CASE("are told in Welsh with Welsh words and the figures of the English") {
    Compared cohorts;
    cohorts.add("2026-Q1", linked(people_before()));
    cohorts.add("2026-Q2", linked(people_after()));
    const auto comparison = cohorts.run(exact_rules);
    REQUIRE(comparison);
    const Report english = to_report(*comparison), welsh = to_report(*comparison, "cy");
    CHECK(english.title == "Change by period");
    CHECK(welsh.title == "Newid fesul cyfnod");
    CHECK(welsh.language == "cy");
    CHECK(welsh.marking == report_words("cy").not_for_sharing);
    CHECK(english.sections.at(0).paragraphs.at(0).find("no clear change (+12.0 points") != std::string::npos);
    CHECK(welsh.sections.at(0).paragraphs.at(0).find("dim newid eglur (+12.0 pwynt") != std::string::npos);
    CHECK(welsh.notes.size() == english.notes.size());
    for (const std::string& note : welsh.notes) CHECK(std::ranges::count(english.notes, note) == 0);
    // What the bank says in English alone stays, and is marked.
    CHECK(std::ranges::count(welsh.foreign_texts, ForeignText{"Staying safe", "en"}) == 1);
    const Table& levels = welsh.sections.at(1).tables.at(2);
    CHECK(levels.rows.at(0).at(1) == "Developing");
    // Files are the same whatever the page's language: their words are English.
    CHECK(render_csv(*comparison).find("no clear change") != std::string::npos);
  }
}
