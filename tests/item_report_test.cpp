#include "assessment/reporting/item_report.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "assessment/reporting/terminal.hpp"
#include "assessment/statistics/score_matrix_csv.hpp"
#include "tests/score_tables.hpp"
#include "tests/scored_banks.hpp"

using namespace assessment;

namespace {

using Json = nlohmann::ordered_json;

// `wrong` people with the wrong sender and `right` people with the right one, each with `rest` other answers.
Expected<ItemReport> report(int right, int wrong, const FigureRules& rules = {}) {
  const tests::TemporaryFolder folder;
  static const QuestionBank bank = tests::scored_bank();
  std::vector<tests::ScoredPerson> people(static_cast<std::size_t>(right));
  for (int i = 0; i < wrong; ++i) people.push_back({.lock_screen = "not_yet", .phishing = "unknown"});
  const auto files = score_files({tests::write_batch(folder, "2026-Q4", people)},
                                 {.find_bank = [](const std::string&) { return &bank; }});
  REQUIRE(files);
  return report_items(*files, rules);
}

Json json_of(const ItemReport& items) {
  return Json::parse(render_json(items));
}

}  // namespace

TEST_SUITE("item report") {
  TEST_CASE("of a table has the reference figures of LSAT section 7 in JSON") {
    const auto matrix = parse_score_matrix(tests::lsat7_csv(), "lsat7.csv").value();
    const Json scale = json_of(report_items(matrix))["banks"][0]["scales"][0];
    CHECK(scale["alpha"] == doctest::Approx(0.45340874).epsilon(1e-8));
    CHECK(scale["n"] == 1000);
    CHECK(scale["items"]["i3"]["item_rest"] == doctest::Approx(.31317925).epsilon(1e-7));
    CHECK(scale["items"]["i1"]["answers"]["1"]["n"] == 828);
    CHECK(scale["items"]["i1"]["answers"]["0"]["share"] == doctest::Approx(.172));
    CHECK(scale["remarks"][0] == "reliability 0.45 is under 0.6: do not lean on scores of this domain");
  }

  TEST_CASE("of a table says in words which item does not fit") {
    const auto matrix =
        parse_score_matrix("a,b,c,wrong\n1,1,1,5\n2,2,3,4\n3,3,3,3\n4,4,5,1\n5,4,5,1\n", "t.csv").value();
    const auto items = json_of(report_items(matrix))["banks"][0]["scales"][0]["items"];
    CHECK(items["wrong"]["remarks"][0] == "goes against the rest: is it scored the wrong way round?");
    CHECK(items["a"]["answers"].size() == 5);
  }

  TEST_CASE("of results shows shares and facilities from rounded counts only") {
    const Json json = json_of(*report(33, 12));  // 45 people
    CHECK(json["banks"][0]["people"] == 45);
    const Json item = json["banks"][0]["scales"][1]["items"]["phishing"];
    CHECK(item["answers"]["known"]["n"] == 35);
    CHECK(item["answers"]["unknown"]["n"] == 10);
    CHECK(item["answers"]["both"]["n"] == 0);
    CHECK(item["facility"] == doctest::Approx(0.78));  // 35 / 45
    CHECK(item["remarks"][0] == "nobody chooses both");
    CHECK(json["policy"]["minimum_group"] == 10);
  }

  TEST_CASE("of results does not tell by a facility or a spread what is withheld as a count") {
    for (const int wrong : {1, 7}) {
      const Json item = json_of(*report(40, wrong))["banks"][0]["scales"][1]["items"]["phishing"];
      CHECK(item["answers"]["unknown"]["n"] == "*");
      CHECK(item["facility"] == "*");
      CHECK(item["mean"] == "*");
      CHECK(item["sd"] == "*");
    }
    const Json shown = json_of(*report(40, 8))["banks"][0]["scales"][1]["items"]["phishing"];
    CHECK(shown["answers"]["unknown"]["n"] == 10);
    CHECK(shown["facility"] == doctest::Approx(0.8));  // 40 of 50
  }

  TEST_CASE("of fewer people than the minimum shows nothing") {
    const Json json = json_of(*report(9, 0));
    CHECK(json["banks"][0]["people"] == "fewer than 10");
    CHECK(json["banks"][0]["scales"].empty());
    const std::string text = render_terminal(to_report(*report(9, 0)), 100);
    CHECK(text.find("Fewer than 10 people took part: too few to show anything.") != std::string::npos);
  }

  TEST_CASE("is exact only by a policy that allows it, and marked at both ends") {
    CHECK_FALSE(report(9, 1, {.protection = Protection::off}));
    const auto exact = report(9, 1, {.policy = {.is_exact = true}, .protection = Protection::off});
    REQUIRE(exact);
    const std::string csv = render_csv(*exact);
    CHECK(csv.find("NOT FOR SHARING") < 150);
    CHECK(csv.rfind("NOT FOR SHARING") > csv.size() - 150);
    CHECK(csv.find(",phishing,answer,unknown,1\r\n") != std::string::npos);
  }

  TEST_CASE("keeps formulas out of spreadsheets and control characters out of terminals") {
    const auto matrix = parse_score_matrix("=1+1,@b,c\n1,2,3\n2,1,1\n", "t.csv").value();
    const std::string csv = render_csv(report_items(matrix));
    CHECK(csv.find(",'=1+1,") != std::string::npos);
    CHECK(csv.find(",=1+1") == std::string::npos);
    CHECK(csv.starts_with("\xEF\xBB\xBF"));
  }
}
