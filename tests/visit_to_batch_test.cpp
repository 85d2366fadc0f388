// The whole way of a result: a visit to the shipped bank, its record, the pool, a batch file, the reader.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "assessment/bank/schema.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/results/pool.hpp"
#include "assessment/results/release.hpp"
#include "assessment/results/result_files.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/statistics/synthetic_person.hpp"
#include "tests/result_samples.hpp"
#include "tests/temporary_folder.hpp"

using namespace assessment;

namespace {

// Someone of any role, who answers by chance, sometimes with "not sure".
ResultRecord any_visit(const QuestionBank& bank, Random& random) {
  const Session session = simulate_visit(bank, random);
  return make_record(bank, session, score(bank, session));
}

// What distinguishes records without their roles and the answers that tell them, which small groups lose.
std::vector<std::string> answers_of(const QuestionBank& bank, const std::vector<ResultRecord>& records) {
  std::set<std::string> of_every_role;
  for (const Item& item : bank.items) {
    if (item.show_if.is_empty()) of_every_role.insert(item.id.text);
  }
  std::vector<std::string> all;
  for (const ResultRecord& record : records) {
    std::string line = record.overall_level.value_or("none");
    for (const auto& [item, answer] : record.answers) {
      if (!of_every_role.contains(item)) continue;
      line += "," + item + "=";
      if (const auto* option = std::get_if<std::string>(&answer)) line += *option;
    }
    all.push_back(std::move(line));
  }
  std::ranges::sort(all);
  return all;
}

}  // namespace

TEST_SUITE("visit to batch") {
  TEST_CASE("forty visits to the shipped bank leave batches of ten and the rest in the pool") {
    const std::string file = SOURCE_ROOT "/question_banks/nhs-staff-core.yaml";
    const auto bank = parse_bank(*read_file(file), file);
    REQUIRE(bank);
    const tests::TemporaryFolder folder;
    auto storage = open_storage(folder.path());
    REQUIRE(storage);
    Random random(2026);
    auto pool = Pool::open(**storage, random);
    REQUIRE(pool);

    const Campaign campaign = built_in_campaign();
    std::vector<ResultRecord> visits;
    for (int i = 0; i < 40; ++i) {
      visits.push_back(any_visit(*bank, random));
      REQUIRE(pool->add(origin_of(campaign, *bank), visits.back(), random));
    }
    // 40 = 3 x 10 + 10: three batches leave, for a fourth would leave nobody behind.
    CHECK(release_if_due(*pool, **storage, campaign, {2026, 11, 2}, random).value() == 3);

    const auto files = find_result_files({folder.path()});
    REQUIRE(files);
    CHECK(files->size() == 3);
    std::vector<ResultRecord> found;
    for (const std::string& path : *files) {
      const auto bytes = read_file(path);
      REQUIRE(bytes);
      const auto header = read_batch(*bytes, path, [&](const BatchRecord& record) {
        CHECK(record.period == "2026-Q4");
        CHECK(record.site == "demonstration");
        found.push_back(record.record);
      });
      if (!header) FAIL(to_text(header.faults().front()));
      CHECK(std::get<BatchHeader>(*header).records == 10);
      CHECK(std::get<BatchHeader>(*header).bank == reference_to(*bank));
    }
    for (const PoolGroup& group : pool->content().groups) {
      found.insert(found.end(), group.records.begin(), group.records.end());
    }
    CHECK(answers_of(*bank, found) == answers_of(*bank, visits));
  }
}
