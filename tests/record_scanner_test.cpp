#include "assessment/results/record_scanner.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "assessment/base/random.hpp"
#include "assessment/statistics/record_counter.hpp"
#include "tests/statistics_records.hpp"

using namespace assessment;

namespace {

const Grouping everything{.dimensions = {Dimension::role, Dimension::site, Dimension::period,
                                         Dimension::campaign, Dimension::bank_version},
                          .items = ItemCounting::on};

RecordedDomain some_domain(Random& chance, const std::string& id, bool is_grouped) {
  RecordedDomain domain{.id = id};
  if (chance.below(6) > 0) {
    domain.percent_tenths = static_cast<int>(chance.below(1001));
    domain.level = chance.below(2) == 0 ? "low" : "exceptionally_high";
  }
  if (!is_grouped) {
    domain.asked = static_cast<int>(chance.below(12));
    domain.answered = static_cast<int>(chance.below(static_cast<std::uint64_t>(*domain.asked) + 1));
  }
  if (chance.below(2) == 0) domain.knowledge_tenths = static_cast<int>(chance.below(1001));
  if (id == "ruled" && chance.below(3) > 0) domain.attained = chance.below(2) == 0 ? "passed" : "failed";
  if (id == "ruled" && chance.below(3) > 0) domain.steps = static_cast<int>(chance.below(7));
  if (id == "ruled" && chance.below(3) > 0)
    domain.counts = Counts{{"low", static_cast<int>(chance.below(12))}, {"high", 3}};
  return domain;
}

RecordedAnswer some_answer(Random& chance, int kind) {
  const std::vector<std::string> options{"a", "alone", "with_help", "not_mine_at_all"};
  const std::string& option = options[chance.below(options.size())];
  switch (kind) {
    case 0:
      return chance.below(2) == 0 ? IdList{option} : IdList{option, "last"};
    case 1:
      return IdMap{{"left", option}, {"other", "right"}};
    case 2:
      return RecordedNumber{chance.below(2) == 0 ? "36.6" : std::to_string(chance.below(100))};
    case 3:
      return true;
    default:
      return option;
  }
}

// A person of one of two banks, of any of their shapes.
BatchRecord some_person(Random& chance) {
  BatchRecord found{.campaign = "autumn", .site = "North \"1\" \\ caf\xC3\xA9", .period = "2026-Q4"};
  if (chance.below(4) == 0) found.site = "South";
  ResultRecord& record = found.record;
  record.bank = chance.below(3) == 0 ? "other@2.1.0" : "ward-basics@1.0.0";
  const bool is_grouped = chance.below(5) == 0;
  record.role = is_grouped ? grouped_role : chance.below(2) == 0 ? "clinical" : "support";
  record.domains.push_back(some_domain(chance, "safety", is_grouped));
  record.domains.push_back(some_domain(chance, "ruled", is_grouped));
  if (chance.below(5) > 0) {
    record.overall_tenths = static_cast<int>(chance.below(1001));
    record.overall_level = "low";
  }
  for (int item = 0; item < 12; ++item) {
    if (chance.below(3) == 0) continue;
    const bool is_flag = item % 6 == 3;
    record.answers.emplace_back("item_" + std::to_string(item) + (is_flag ? ".flag" : ""),
                                some_answer(chance, item % 6));
  }
  if (chance.below(7) == 0) record.link = std::string(64, 'e');
  return found;
}

// One change such as a hand, a disk or an attacker makes.
std::string damaged(std::string line, Random& chance) {
  const std::size_t at = chance.below(line.size());
  const std::string bits = "\"{}[]:,.0123456789-nulltrue\\ \x01\xFF";
  switch (chance.below(6)) {
    case 0:
      line[at] = bits[chance.below(bits.size())];
      break;
    case 1:
      line.insert(at, 1, bits[chance.below(bits.size())]);
      break;
    case 2:
      line.erase(at, 1 + chance.below(3));
      break;
    case 3:
      line = line.substr(0, at);
      break;
    case 4: {  // a part once more
      const std::size_t length = 1 + chance.below(40);
      line.insert(at, line.substr(at, length));
      break;
    }
    default:
      line += chance.below(2) == 0 ? "\r" : " ";
  }
  return line;
}

struct BothWays {
  RecordScanner scanner{};
  RecordLineReader reader{};
  std::vector<RecordFilter> all{};
  RecordCounter counter{scanner, everything, all};
  Aggregate expected{};
  PeopleByCell people{};
  int refused = 0;

  // Reads a line by scanner and by reader, and counts it by both; false when only one of them refuses it.
  bool read(const std::string& text) {
    const std::string padded = text + '\n' + std::string(63, '"');
    const Line line{.text = std::string_view(padded).substr(0, text.size()), .rest = 64};
    const CompactRecord* record = scanner.scan(line);
    const auto strict = reader.record(line, "", 1);
    if (strict) {
      add(expected, everything, *strict);
      people[cell_of(*strict)] += 1;
    } else {
      ++refused;
    }
    if (record != nullptr) counter.add(*record);
    return (record != nullptr) == strict.has_value();
  }
};

std::string line_of(const BatchRecord& record) {
  std::string line = to_line(record);
  line.pop_back();
  return line;
}

}  // namespace

TEST_SUITE("record scanner") {
  TEST_CASE("finds in any line what the strict reader finds, and refuses what it refuses") {
    Random chance(11);
    BothWays both;
    for (int i = 0; i < 20'000; ++i) {
      std::string line = line_of(some_person(chance));
      if (chance.below(3) == 0) line = damaged(line, chance);
      if (chance.below(9) == 0) line = damaged(line, chance);
      CAPTURE(line);
      REQUIRE(both.read(line));
    }
    CHECK(both.counter.aggregate() == both.expected);
    CHECK(both.counter.people() == both.people);
    CHECK(both.refused > 5'000);
  }

  TEST_CASE("reads nearly all lines of a bank the fast way") {
    Random chance(12);
    BothWays both;
    for (int i = 0; i < 5'000; ++i) REQUIRE(both.read(line_of(some_person(chance))));
    CHECK(both.counter.aggregate() == both.expected);
    CHECK(both.scanner.read_slowly() < 250);  // each new text once
  }

  // "b" stands before "c" and its place beside "a" is not known: in front, as nothing stands before it. The
  // third line shows another order, and from then on that one is expected.
  TEST_CASE("finds the order of items although the first lines mislead") {
    BothWays both;
    BatchRecord record = tests::person("clinical", 500, "high");
    record.record.domains[0].answered = record.record.domains[0].asked = 4;
    const auto read = [&](std::vector<std::pair<std::string, RecordedAnswer>> answers) {
      record.record.answers = std::move(answers);
      REQUIRE(both.read(line_of(record)));
      return both.scanner.read_slowly();
    };
    read({{"a", "x"}, {"c", "x"}});
    read({{"b", "x"}, {"c", "x"}});
    CHECK(read({{"a", "x"}, {"b", "x"}, {"c", "x"}}) == 3);
    CHECK(read({{"a", "x"}, {"b", "x"}, {"c", "x"}}) == 3);
    CHECK(read({{"b", "x"}, {"c", "x"}}) == 3);
  }

  TEST_CASE("reads lines whose items stand in any order") {
    Random chance(13);
    BothWays both;
    for (int i = 0; i < 5'000; ++i) {
      BatchRecord record = some_person(chance);
      auto& answers = record.record.answers;
      for (std::size_t left = answers.size(); left > 1; --left)
        std::swap(answers[left - 1], answers[chance.below(left)]);
      std::string line = line_of(record);
      if (chance.below(5) == 0) line = damaged(line, chance);
      CAPTURE(line);
      REQUIRE(both.read(line));
    }
    CHECK(both.counter.aggregate() == both.expected);
    CHECK(both.counter.people() == both.people);
  }

  TEST_CASE("takes no item twice in a line, whatever it has learned") {
    BothWays both;
    BatchRecord record = tests::person("clinical", 500, "high");
    record.record.domains[0].answered = record.record.domains[0].asked = 4;
    record.record.answers = {{"one", "a"}, {"two", "a"}};
    REQUIRE(both.read(line_of(record)));
    record.record.answers = {{"two", "a"}, {"one", "a"}};
    REQUIRE(both.read(line_of(record)));
    record.record.answers = {{"one", "a"}, {"two", "a"}, {"one", "a"}};
    const int before = both.refused;
    CHECK(both.read(line_of(record)));
    CHECK(both.refused == before + 1);
  }

  TEST_CASE("refuses a line that was cut off or goes on") {
    BothWays both;
    BatchRecord record = tests::person("clinical", 500, "high");
    record.record.domains[0].answered = record.record.domains[0].asked = 4;
    record.record.answers = {{"one", "alone"}};
    const std::string line = line_of(record);
    REQUIRE(both.read(line));
    for (std::size_t size = 0; size < line.size(); ++size) CHECK(both.read(line.substr(0, size)));
    CHECK(both.read(line + "}"));
    CHECK(both.read(line + line));
  }
}
