#include "assessment/statistics/scored_files.hpp"

#include <doctest/doctest.h>

#include "assessment/statistics/recorded_score.hpp"
#include "tests/scored_banks.hpp"

using namespace assessment;

namespace {

std::optional<Rational> points(const std::string& id, const RecordedAnswer& answer) {
  static const QuestionBank bank = tests::scored_bank();
  const auto score = score_recorded(bank, bank.items[find_item(bank, ItemId{id}).value()], answer);
  if (!score || !score->is_applicable) return std::nullopt;
  return score->points;
}

Expected<ScoredFiles> read(const std::vector<std::string>& paths, const QuestionBank* bank,
                           std::optional<Dimension> by = std::nullopt) {
  return score_files(paths, {.by = by, .find_bank = [bank](const std::string&) { return bank; }});
}

}  // namespace

TEST_SUITE("recorded score") {
  TEST_CASE("is what the answer was worth") {
    CHECK(points("lock_screen", "alone") == Rational(2));
    CHECK(points("phishing", "known") == Rational(1));
    CHECK(points("phishing", "both") == Rational(0));
    CHECK(points("phishing", "not_sure") == Rational(0));
    CHECK(points("places", IdList{"drawer", "locked"}) == Rational(1));
    CHECK(points("places", IdList{"drawer"}) == ratio(1, 2));
    CHECK(points("places", IdList{"drawer", "desk"}) == Rational(0));
    CHECK_FALSE(points("lock_screen", "not_mine"));  // not applicable
  }

  TEST_CASE("is none of what is no answer to the item, whatever a file holds") {
    CHECK_FALSE(points("lock_screen", "not_sure"));  // the item has none
    CHECK_FALSE(points("lock_screen", "nothing"));
    CHECK_FALSE(points("lock_screen", IdList{"alone"}));
    CHECK_FALSE(points("lock_screen", IdMap{{"a", "b"}}));
    CHECK_FALSE(points("lock_screen", RecordedNumber{"2"}));
    CHECK_FALSE(points("lock_screen", true));
    CHECK_FALSE(points("places", "locked"));
    CHECK_FALSE(points("places", IdList{"locked", "locked"}));
    CHECK_FALSE(points("places", IdList{"roof"}));
  }
}

TEST_SUITE("scored files") {
  TEST_CASE("hold the weighted score of every answer that counts, in exact parts") {
    const tests::TemporaryFolder folder;
    const QuestionBank bank = tests::scored_bank();
    const auto files =
        read({tests::write_batch(folder, "2026-Q4", {{}, {.lock_screen = "not_mine", .places = {"locked"}}})},
             &bank);
    REQUIRE(files);
    const ScoreMatrix& scores = files->groups.at({"ward-basics@1", {}}).scores;
    CHECK(scores.items == std::vector<std::string>{"lock_screen", "log_out", "phishing", "places"});
    CHECK(scores.people == 2);
    CHECK(scores.parts == 2);  // the half of a partly right answer
    CHECK(scores.columns[0] == std::vector<std::int32_t>{4, no_score});
    CHECK(scores.columns[1] == std::vector<std::int32_t>{8, 8});
    CHECK(scores.columns[3] == std::vector<std::int32_t>{2, 1});
    const ScaleItems knowledge = scale_items(bank, 0, Measure::knowledge);
    CHECK(knowledge.columns == std::vector<std::size_t>{2, 3});
    CHECK(*scale_items(bank, 0, Measure::self).highest[1] == 4);  // weight 2
  }

  TEST_CASE("count answers that the bank does not know, and take them for missing") {
    const tests::TemporaryFolder folder;
    const QuestionBank bank = tests::scored_bank();
    const auto files = read({tests::write_batch(folder, "2026-Q4", {{.phishing = "carrier_pigeon"}})}, &bank);
    REQUIRE(files);
    const ScoredGroup& group = files->groups.at({"ward-basics@1", {}});
    CHECK(group.unknown_answers == 1);
    CHECK(group.scores.columns[2] == std::vector<std::int32_t>{no_score});
  }

  TEST_CASE("are refused without the bank, and with the faults of every file") {
    const tests::TemporaryFolder folder;
    const auto without = read({tests::write_batch(folder, "2026-Q4", {{}, {}})}, nullptr);
    REQUIRE_FALSE(without);
    CHECK(without.faults().size() == 1);
    CHECK(without.faults()[0].code == "bank-needed");
    const QuestionBank bank = tests::scored_bank();
    const auto broken =
        read({folder.write("a.results.jsonl", "{\n"), folder.path("none.results.jsonl")}, &bank);
    REQUIRE_FALSE(broken);
    CHECK(broken.faults().size() >= 2);
  }
}
