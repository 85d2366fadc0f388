#include "assessment/statistics/aggregate_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "assessment/base/crypto.hpp"
#include "assessment/results/batch.hpp"
#include "assessment/results/batch_reader.hpp"
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

// The archive of batches, as `skills results merge` writes it; their bytes must be those of batch_of.
std::string archive_of(const std::vector<std::string>& batches) {
  ArchiveHeader header;
  std::vector<std::string> lines;
  for (const std::string& batch : batches) {
    const auto read =
        read_batch(batch, "b", [&](const BatchRecord& record) { lines.push_back(to_line(record)); });
    const auto& of_batch = std::get<BatchHeader>(*read);
    header.records += of_batch.records;
    header.sources.push_back({of_batch.kiosk, of_batch.sequence, sha256_hex(batch)});
  }
  std::ranges::sort(header.sources, {}, &ArchiveSource::sha256);
  std::ranges::sort(lines);
  std::string archive = to_line(header);
  for (const std::string& line : lines) archive += line;
  return archive;
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

  TEST_CASE("stop when asked to, and give nothing then") {
    const tests::TemporaryFolder folder;
    const std::string one = folder.write("one.results.jsonl", batch_of(10, "clinical", 1));
    const std::string two = folder.write("two.results.jsonl", batch_of(10, "clinical", 2));
    std::stop_source stop;
    AggregateRequest request = by_role;
    request.stop = stop.get_token();
    int looks = 0;
    request.progress = [&](const ReadingProgress&) {
      ++looks;
      stop.request_stop();
    };
    const auto stopped = aggregate_files({one, two}, request);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.faults().front().code == "cancelled");
    CHECK(looks == 1);
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

  TEST_CASE("count a batch once, however often it lies there, and beside an archive that has it") {
    const tests::TemporaryFolder folder;
    const std::string first = batch_of(10, "clinical", 1), second = batch_of(12, "support", 2);
    const std::string third = batch_of(14, "support", 3);
    const std::vector<std::string> paths{
        folder.write("a.results.jsonl", first), folder.write("b.results.jsonl", first),
        folder.write("c.results.jsonl", second), folder.write("d.results.jsonl", third),
        folder.write("all.results.jsonl", archive_of({first, second}))};
    const auto all = aggregate_files(paths, by_role);
    REQUIRE(all);
    CHECK(people_in(*all, "clinical") == 10);
    CHECK(people_in(*all, "support") == 26);
    CHECK(all->files == 2);  // the archive and the third batch
  }

  TEST_CASE("count the batches of an archive that cannot be read, when it may be left out") {
    const tests::TemporaryFolder folder;
    const std::string first = batch_of(10, "clinical", 1);
    const std::vector<std::string> paths{folder.write("a.results.jsonl", first),
                                         folder.write("all.results.jsonl", archive_of({first}) + "{\n")};
    AggregateRequest request = by_role;
    CHECK_FALSE(aggregate_files(paths, request));
    request.faulty_files = FaultyFiles::skip;
    const auto files = aggregate_files(paths, request);
    REQUIRE(files);
    CHECK(people_in(*files, "clinical") == 10);
    CHECK(files->skipped.size() == 1);
  }

  TEST_CASE("are the same for any number of threads, over files that are cut into slices") {
    const tests::TemporaryFolder folder;
    std::vector<std::string> paths;
    for (int i = 1; i <= 12; ++i) {
      const std::string role = i % 2 == 0 ? "clinical" : "support";
      // The last one is larger than two slices.
      paths.push_back(
          folder.write("b" + std::to_string(i) + ".results.jsonl", batch_of(i == 12 ? 30'000 : 10, role, i)));
    }
    AggregateRequest request = by_role;
    const AggregatedFiles expected = aggregate_files(paths, request).value();
    CHECK(people_in(expected, "clinical") == 30'050);
    for (const unsigned threads : {2U, 3U, 7U}) {
      request.threads = threads;
      CHECK(aggregate_files(paths, request).value() == expected);
    }
    double last = 0;
    request.progress = [&](const ReadingProgress& progress) {
      CHECK(progress.share >= last);
      CHECK(progress.share <= 1.0);
      last = progress.share;
    };
    CHECK(aggregate_files(paths, request).value() == expected);
    CHECK(last > 0.999);  // of each slice less than a millionth is lost to rounding
  }

  TEST_CASE("name the line of a fault in the middle of a large file, and one record too few or too many") {
    const tests::TemporaryFolder folder;
    std::string bytes = batch_of(30'000, "clinical", 1);
    std::size_t place = 0;
    for (int line = 1; line < 25'000; ++line) place = bytes.find('\n', place) + 1;
    bytes[place] = '[';
    AggregateRequest request = by_role;
    request.threads = 3;
    const auto refused = aggregate_files({folder.write("a.results.jsonl", bytes)}, request);
    REQUIRE_FALSE(refused);
    CHECK(refused.faults().size() == 1);
    CHECK(refused.faults().front().at.line == 25'000);
    const std::string batch = batch_of(10, "clinical", 1);
    const std::string last = batch.substr(batch.rfind('\n', batch.size() - 2) + 1);
    for (const std::string& wrong :
         {batch + last, batch.substr(0, batch.size() - last.size()), batch.substr(0, 700)}) {
      CHECK_FALSE(aggregate_files({folder.write("b.results.jsonl", wrong)}, request));
    }
  }

  TEST_CASE("know everyone in the files, also those whom the filter leaves out") {
    const tests::TemporaryFolder folder;
    const std::string one = folder.write("one.results.jsonl", batch_of(10, "clinical", 1));
    const std::string two = folder.write("two.results.jsonl", batch_of(12, "support", 2));
    AggregateRequest request = by_role;
    request.filter = {{Dimension::role, {"support"}}};
    const auto files = aggregate_files({one, two}, request).value();
    CHECK(files.people == PeopleByCell{{{"clinical", "North", "2026-Q4", "autumn", "ward-basics@1.0.0"}, 10},
                                       {{"support", "North", "2026-Q4", "autumn", "ward-basics@1.0.0"}, 12}});
    CHECK(count_people(files.aggregate) == 12);
  }
}
