#include "assessment/reporting/item_report.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "assessment/reporting/terminal.hpp"
#include "assessment/statistics/score_matrix_csv.hpp"
#include "tests/score_tables.hpp"
#include "tests/scored_banks.hpp"

using namespace assessment;

namespace {

using Json = nlohmann::ordered_json;

// `wrong` people with the wrong sender and `right` people with the right one, each with `rest` other answers.
Expected<ItemReport> report(int right, int wrong, const FigureRules& rules = {},
                            std::string_view language = "en") {
  const tests::TemporaryFolder folder;
  static const QuestionBank bank = tests::scored_bank();
  std::vector<tests::ScoredPerson> people(static_cast<std::size_t>(right));
  for (int i = 0; i < wrong; ++i) people.push_back({.lock_screen = "not_yet", .phishing = "unknown"});
  const auto files = score_files({tests::write_batch(folder, "2026-Q4", people)},
                                 {.find_bank = [](const std::string&) { return &bank; }});
  REQUIRE(files);
  return report_items(*files, rules, language);
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

  TEST_CASE("in Welsh has Welsh words, the figures of the English and marks what the bank says in English") {
    const auto welsh = report(33, 12, {}, "cy");  // as above: 45 people, of whom 33 are right
    REQUIRE(welsh);
    const Report text = to_report(*welsh);
    CHECK(text.language == "cy");
    CHECK(text.title == "Ystadegau cwestiynau");
    CHECK(text.headline.at(0) == "Cymerodd tua 45 o bobl ran.");
    CHECK(std::ranges::count(text.foreign_texts, ForeignText{"Staying safe", "en"}) == 1);
    // 35 of 45, as in English; nobody chose "both".
    const Json item = json_of(*welsh)["banks"][0]["scales"][1]["items"]["phishing"];
    CHECK(item["facility"] == doctest::Approx(0.78));
    CHECK(item["remarks"][0] == "nid oes neb yn dewis both");
  }

  TEST_CASE("of a table is in Welsh too") {
    const auto matrix = parse_score_matrix("a,b\n1,2\n2,-1\n3,1\n", "t.csv").value();
    const ItemReport welsh = report_items(matrix, std::nullopt, "cy");
    CHECK(welsh.notes.back() == "Mae sgorau o dan 0, felly nid oes rhwyddineb na gwahaniaethu.");
    const std::string page = render_terminal(to_report(welsh), 100);
    CHECK(page.find("Pob cwestiwn") != std::string::npos);
    CHECK(page.find("All items") == std::string::npos);
  }

  // Every remark there is, at the limits that docs/reports.md names.
  TEST_CASE("remarks on what the limits say, and on nothing else") {
    const auto is = [](double value) { return PublishedStatistic{Visibility::shown, value, 2}; };
    const auto people = [](std::int64_t count) { return PublishedFigure{Visibility::shown, count}; };
    using Kinds = std::vector<ItemRemarkKind>;
    const auto kinds_of = [&](const PublishedItem& item, ItemKind kind) {
      Kinds kinds;
      for (const ItemRemark& remark : item_remarks(item, {.alpha = is(0.7)}, kind))
        kinds.push_back(remark.kind);
      return kinds;
    };
    CHECK(kinds_of({.facility = is(0.89), .item_rest = is(0.2)}, ItemKind::self).empty());
    CHECK(kinds_of({.facility = is(0.9)}, ItemKind::knowledge) == Kinds{ItemRemarkKind::most_are_right});
    CHECK(kinds_of({.facility = is(0.9)}, ItemKind::self) == Kinds{ItemRemarkKind::rated_at_top});
    CHECK(kinds_of({.facility = is(0.9)}, ItemKind::table) == Kinds{ItemRemarkKind::scored_at_top});
    CHECK(kinds_of({.facility = is(0.19)}, ItemKind::knowledge) == Kinds{ItemRemarkKind::few_are_right});
    CHECK(kinds_of({.facility = is(0.19)}, ItemKind::self) == Kinds{ItemRemarkKind::rated_at_bottom});
    CHECK(kinds_of({.facility = is(0.19)}, ItemKind::table) == Kinds{ItemRemarkKind::scored_at_bottom});
    CHECK(kinds_of({.item_rest = is(-0.01)}, ItemKind::self) == Kinds{ItemRemarkKind::goes_against_rest});
    CHECK(kinds_of({.item_rest = is(0.19)}, ItemKind::self) == Kinds{ItemRemarkKind::apart_from_rest});
    CHECK(kinds_of({.alpha_if_dropped = is(0.72)}, ItemKind::self) == Kinds{ItemRemarkKind::better_without});
    CHECK(kinds_of({.not_sure = is(0.3), .not_applicable = is(0.5)}, ItemKind::self) ==
          Kinds{ItemRemarkKind::many_unsure, ItemRemarkKind::often_not_applicable});
    // 10 % of 50 people are 5.
    CHECK(kinds_of({.people = people(50), .does_not_fit = people(5)}, ItemKind::self) ==
          Kinds{ItemRemarkKind::often_unfit});
    CHECK(scale_remarks({.items = 1, .people = people(99), .alpha = is(0.59), .of_items = {{}, {}}}) ==
          std::vector<ScaleRemark>{{.kind = ScaleRemarkKind::unreliable, .alpha = 0.59},
                                   {.kind = ScaleRemarkKind::of_most_asked, .items = 1, .all_items = 2},
                                   {.kind = ScaleRemarkKind::few_people}});
    CHECK(scale_remarks({.alpha = is(-0.01)}) ==
          std::vector<ScaleRemark>{{.kind = ScaleRemarkKind::items_disagree}});
    CHECK(scale_remarks({.people = people(100), .alpha = is(0.6)}).empty());
  }

  // The words stand in the order of the kinds.
  TEST_CASE("has the words of each remark in their place") {
    const auto& words = report_words("en").item_statistics;
    const auto of = [&](ItemRemarkKind kind) {
      return words.item_remarks.at(static_cast<std::size_t>(kind));
    };
    CHECK(of(ItemRemarkKind::most_are_right) == "almost everyone gets this right");
    CHECK(of(ItemRemarkKind::scored_at_bottom) == "almost everyone scores at the bottom");
    CHECK(of(ItemRemarkKind::better_without) == "the rest goes together better without it");
    CHECK(of(ItemRemarkKind::often_unfit) == "many say it does not fit their job");
    const auto last = static_cast<std::size_t>(ScaleRemarkKind::few_people);
    CHECK(words.scale_remarks.at(last) == "fewer than 100 people: these figures are unsteady");
  }

  TEST_CASE("keeps formulas out of spreadsheets and control characters out of terminals") {
    const auto matrix = parse_score_matrix("=1+1,@b,c\n1,2,3\n2,1,1\n", "t.csv").value();
    const std::string csv = render_csv(report_items(matrix));
    CHECK(csv.find(",'=1+1,") != std::string::npos);
    CHECK(csv.find(",=1+1") == std::string::npos);
    CHECK(csv.starts_with("\xEF\xBB\xBF"));
  }
}
