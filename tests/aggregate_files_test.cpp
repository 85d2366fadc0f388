#include "assessment/statistics/aggregate_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "assessment/results/batch.hpp"
#include "tests/statistics_records.hpp"
#include "tests/temporary_folder.hpp"

using namespace assessment;

namespace {

const AggregateRequest by_role{.grouping = {.dimensions = {Dimension::role}}};

// The bytes of a batch of `count` people of one role, at 50 percent.
std::string batch_of(int count, const std::string& role, int sequence,
                     Respondents respondents = Respondents::people) {
  Batch batch{.header = {.campaign = "autumn",
                         .site = "North",
                         .period = "2026-Q4",
                         .bank = {"ward-basics", "1.0.0", std::string(64, 'a')},
                         .kiosk = std::string(32, 'b'),
                         .sequence = sequence,
                         .records = count,
                         .respondents = respondents}};
  if (sequence > 1) batch.header.previous = std::string(64, 'c');
  ResultRecord record = tests::person(role, 500, "capable").record;
  record.domains[0].answered = record.domains[0].asked = 4;
  batch.records.assign(static_cast<std::size_t>(count), record);
  return to_lines(batch);
}

std::int64_t people_in(const AggregatedFiles& files, const std::string& role) {
  const auto found = files.aggregate.groups.find({.series = "ward-basics@1", .values = {role}});
  return found == files.aggregate.groups.end() ? 0 : found->second.people;
}

}  // namespace

TEST_SUITE("result files added up") {
  TEST_CASE("count every record once, whatever the order of the files") {
    const tests::TemporaryFolder folder;
    const std::string one = folder.write("one.results.jsonl", batch_of(10, "clinical", 1));
    const std::string two =
        folder.write("two.results.jsonl", batch_of(12, "support", 2, Respondents::synthetic));

    const auto all = aggregate_files({one, two}, by_role);
    REQUIRE(all);
    CHECK(people_in(*all, "clinical") == 10);
    CHECK(people_in(*all, "support") == 12);
    CHECK(all->files == 2);
    CHECK(all->synthetic_files == 1);
    CHECK(all->banks == std::set<std::string>{"ward-basics@1.0.0"});
    CHECK(*all == aggregate_files({two, one}, by_role).value());
  }

  TEST_CASE("name the faults of all files, by file and line, and refuse all") {
    const tests::TemporaryFolder folder;
    const std::string good = folder.write("good.results.jsonl", batch_of(10, "clinical", 1));
    const std::string bad = folder.write("bad.results.jsonl", batch_of(10, "clinical", 2) + "{\n");
    const std::string missing = folder.path("missing.results.jsonl");

    const auto refused = aggregate_files({good, bad, missing}, by_role);
    REQUIRE_FALSE(refused);
    const auto is_of = [](const std::string& file) {
      return [file](const Diagnostic& fault) { return fault.file == file; };
    };
    const auto line = std::ranges::find_if(refused.faults(), is_of(bad));
    REQUIRE(line != refused.faults().end());
    CHECK(line->at.line == 12);
    CHECK(std::ranges::any_of(refused.faults(), is_of(missing)));
    CHECK(std::ranges::none_of(refused.faults(), is_of(good)));
  }

  TEST_CASE("leave a faulty file out whole when asked to, though most of it could be read") {
    const tests::TemporaryFolder folder;
    const std::string good = folder.write("good.results.jsonl", batch_of(10, "clinical", 1));
    const std::string bad = folder.write("bad.results.jsonl", batch_of(10, "clinical", 2) + "{\n");

    AggregateRequest request = by_role;
    request.faulty_files = FaultyFiles::skip;
    const auto files = aggregate_files({bad, good}, request);
    REQUIRE(files);
    CHECK(people_in(*files, "clinical") == 10);
    CHECK(files->files == 1);
    CHECK_FALSE(files->skipped.empty());
  }

  TEST_CASE("count only what passes the filter, and name only its banks") {
    const tests::TemporaryFolder folder;
    const std::string one = folder.write("one.results.jsonl", batch_of(10, "clinical", 1));
    AggregateRequest request = by_role;
    request.filter = {{Dimension::role, {"support"}}};
    const auto none = aggregate_files({one}, request);
    REQUIRE(none);
    CHECK(none->aggregate == Aggregate{});
    CHECK(none->banks.empty());
    CHECK(none->files == 1);
  }
}
