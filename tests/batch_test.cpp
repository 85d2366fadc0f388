#include "assessment/results/batch.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <map>

#include "assessment/base/input_file.hpp"
#include "assessment/results/batch_reader.hpp"
#include "assessment/results/result_files.hpp"
#include "tests/result_samples.hpp"

using namespace assessment;

namespace {

// Three people with every kind of answer and figure that a record can hold.
Batch golden_batch() {
  Batch batch;
  batch.header = {.campaign = "spring",
                  .site = "Ysbyty \"Gwynedd\" – Bangor",
                  .period = "2026-Q4",
                  .bank = tests::sample_bank(),
                  .kiosk = "0123456789abcdef0123456789abcdef",
                  .sequence = 7,
                  .previous = std::string(64, 'b'),
                  .records = 3};

  ResultRecord first;
  first.bank = "ward-basics@1.0.0";
  first.role = "clinical";
  first.domains = {{.id = "safety",
                    .percent_tenths = 625,
                    .level = "capable",
                    .answered = 7,
                    .asked = 8,
                    .knowledge_tenths = 750},
                   {.id = "privacy", .answered = 1, .asked = 6}};
  first.overall_tenths = 613;
  first.overall_level = "capable";
  first.answers = {{"lock_screen", "alone"},
                   {"devices", IdList{"phone", "tablet"}},
                   {"pairs", IdMap{{"mail", "inbox"}, {"web", "browser"}}},
                   {"minutes", RecordedNumber{"12.5"}},
                   {"tidy", IdList{"bin", "save"}},
                   {"phishing_spot", "address"},
                   {"phishing_spot.sure", "very"},
                   {"old_item.flag", true}};

  ResultRecord second;
  second.bank = "ward-basics@1.0.0";
  second.role = "clinical";
  second.domains = {{.id = "safety",
                     .percent_tenths = 1000,
                     .level = "proficient",
                     .answered = 8,
                     .asked = 8,
                     .knowledge_tenths = 0,
                     .attained = "partial",
                     .steps = 3,
                     .counts = Counts{{"developing", 0}, {"capable", 2}}}};
  second.overall_tenths = 1000;
  second.overall_level = "proficient";
  second.answers = {{"minutes", RecordedNumber{"-3"}}};
  second.link = std::string(64, 'c');

  ResultRecord third;
  third.bank = "ward-basics@1.0.0";
  third.role = grouped_role;
  third.domains = {{.id = "safety", .percent_tenths = 50, .level = "developing"}};

  batch.records = {first, second, third};
  return batch;
}

std::vector<ResultRecord> people(const std::vector<std::pair<std::string, int>>& roles) {
  std::vector<ResultRecord> records;
  for (const auto& [role, count] : roles) {
    for (int i = 0; i < count; ++i)
      records.push_back(tests::sample_record(static_cast<int>(records.size()), role));
  }
  return records;
}

std::map<std::string, int> role_sizes(const std::vector<ResultRecord>& records) {
  std::map<std::string, int> sizes;
  for (const ResultRecord& record : records) ++sizes[record.role];
  return sizes;
}

bool never(std::string_view) {
  return false;
}

using Sizes = std::map<std::string, int>;

}  // namespace

TEST_SUITE("batch") {
  TEST_CASE("a batch is written byte for byte as the golden file that was written by hand") {
    const auto golden = read_file(SOURCE_ROOT "/tests/golden/batch.results.jsonl");
    REQUIRE(golden);
    CHECK(to_lines(golden_batch()) == *golden);
  }

  TEST_CASE("what was written is read back as it was") {
    std::vector<BatchRecord> found;
    const Batch batch = golden_batch();
    const auto header =
        read_batch(to_lines(batch), "a", [&](const BatchRecord& record) { found.push_back(record); });
    REQUIRE(header);
    CHECK(std::get<BatchHeader>(*header) == batch.header);
    REQUIRE(found.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(found[i] == BatchRecord{"spring", batch.header.site, "2026-Q4", batch.records[i]});
    }
  }

  TEST_CASE("the first batch of a kiosk has no previous one and a simulated one says so") {
    Batch batch;
    batch.header = {.campaign = "spring",
                    .site = "A",
                    .period = "2026",
                    .bank = {"b", "1.0.0", "00"},
                    .kiosk = "k",
                    .respondents = Respondents::synthetic};
    CHECK(to_lines(batch) ==
          "{\"format\":\"skills-results/"
          "1\",\"campaign\":\"spring\",\"site\":\"A\",\"period\":\"2026\",\"bank\":{\"id\":"
          "\"b\",\"version\":\"1.0.0\",\"sha256\":\"00\"},\"kiosk\":\"k\",\"sequence\":1,\"previous\":null,"
          "\"records\":0,"
          "\"synthetic\":true}\n");
  }

  TEST_CASE("a role with fewer than the minimum is not named") {
    // 7 + 3 reach 3; 2 + 2 do not, and together they are 4, which is enough.
    auto records = people({{"clinical", 7}, {"support", 3}, {"estates", 2}, {"catering", 2}});
    group_small_roles(records, 3, never);
    CHECK(role_sizes(records) == Sizes{{"clinical", 7}, {"support", 3}, {"*", 4}});
  }

  TEST_CASE("while the group is too small itself the next smallest role joins it") {
    // estates 1 -> "*" has 1; support is the smallest of the rest: 1 + 3 = 4, enough.
    auto records = people({{"clinical", 6}, {"support", 3}, {"estates", 1}});
    group_small_roles(records, 3, never);
    CHECK(role_sizes(records) == Sizes{{"clinical", 6}, {"*", 4}});
  }

  TEST_CASE("of two roles of the same size the first by id joins") {
    auto records = people({{"nurses", 4}, {"admin", 4}, {"estates", 1}});
    group_small_roles(records, 3, never);
    CHECK(role_sizes(records) == Sizes{{"nurses", 4}, {"*", 5}});
  }

  TEST_CASE("a batch may end up without any named role") {
    auto records = people({{"clinical", 9}, {"estates", 1}});
    group_small_roles(records, 3, never);
    CHECK(role_sizes(records) == Sizes{{"*", 10}});
    auto few = people({{"a", 1}, {"b", 1}});
    group_small_roles(few, 5, never);
    CHECK(role_sizes(few) == Sizes{{"*", 2}});
  }

  TEST_CASE("roles that are large enough all stay and no group is made") {
    auto records = people({{"clinical", 5}, {"support", 5}});
    group_small_roles(records, 3, never);
    CHECK(role_sizes(records) == Sizes{{"clinical", 5}, {"support", 5}});
    std::vector<ResultRecord> nobody;
    group_small_roles(nobody, 3, never);
    CHECK(nobody.empty());
  }

  TEST_CASE("languages are counted in the first line and leave the records") {
    // Of ten people 6 used English, 3 Welsh, 1 Polish: pl is under 3, and 1 is too few for "*", so that Welsh
    // joins: 3 + 1.
    auto records = people({{"clinical", 10}});
    for (std::size_t i = 0; i < 10; ++i) records[i].language = i < 6 ? "en" : i < 9 ? "cy" : "pl";
    CHECK(take_languages(records, 3) == Counts{{"*", 4}, {"en", 6}});
    for (const ResultRecord& record : records) CHECK(!record.language);
    CHECK(!take_languages(records, 3));  // nobody's is known

    // Two of five began before the campaign asked: they count as "*", which English must join.
    auto mixed = people({{"clinical", 5}});
    for (std::size_t i = 0; i < 3; ++i) mixed[i].language = "en";
    CHECK(take_languages(mixed, 3) == Counts{{"*", 5}});
  }

  TEST_CASE("the count of languages is written, read back, and must add up") {
    Batch batch = golden_batch();
    batch.header.languages = Counts{{"*", 1}, {"en", 2}};
    const std::string lines = to_lines(batch);
    CHECK(lines.substr(0, lines.find('\n')).ends_with(",\"records\":3,\"languages\":{\"*\":1,\"en\":2}}"));
    const auto read = [](const std::string& text) {
      return read_batch(text, "a", [](const BatchRecord&) {});
    };
    const auto header = read(lines);
    REQUIRE(header);
    CHECK(std::get<BatchHeader>(*header) == batch.header);
    const auto with = [&](const std::string& languages) {
      std::string changed = lines;
      const std::string old = "{\"*\":1,\"en\":2}";
      return changed.replace(changed.find(old), old.size(), languages);
    };
    for (const char* wrong : {"{}", "{\"en\":2}", "{\"en\":2,\"*\":1}", "{\"en\":1,\"en\":2}",
                              "{\"*\":0,\"en\":3}", "{\"en\":4}", "{\"*\":-1,\"en\":4}", "[3]", "3",
                              "{\"en\":\"3\"}", "{\"en\":3.0}", "{\"*\":4294967297,\"en\":2}"}) {
      CAPTURE(wrong);
      CHECK(!read(with(wrong)));
    }
  }

  TEST_CASE("a grouped record loses what could tell its role and nothing else") {
    ResultRecord record = tests::sample_record(1, "estates");
    record.answers.emplace_back("ladder", "safe");
    record.answers.emplace_back("ladder.sure", "very");
    record.answers.emplace_back("ladder.flag", true);
    record.answers.emplace_back("ladder_two", "safe");
    std::vector<ResultRecord> records{record};
    group_small_roles(records, 3, [](std::string_view item) { return item == "ladder"; });

    ResultRecord expected = tests::sample_record(1, "*");
    expected.domains.front().answered.reset();
    expected.domains.front().asked.reset();
    expected.answers.emplace_back("ladder_two", "safe");
    CHECK(records.front() == expected);
  }
}
