// What the dashboard's pages say, in both languages, and the catalogues it comes from.
#include "app/core/trainer_view.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "app/core/trainer_charts.hpp"
#include "tests/shipped.hpp"
#include "tests/trainer_samples.hpp"

using namespace app;
using assessment::Visibility;
using tests::shipped_trainer_strings;

namespace {

template <class Part>
std::vector<Part> parts_of(const TrainerView& view) {
  std::vector<Part> found;
  for (const TrainerPart& part : view.parts) {
    if (const auto* one = std::get_if<Part>(&part)) found.push_back(*one);
  }
  return found;
}

TrainerView view_of(const TrainerModel& model) {
  return make_view(model, shipped_trainer_strings());
}

TrainerView view_after(const std::vector<TrainerAction>& actions) {
  TrainerModel model = tests::trainer_with_figures();
  for (const TrainerAction& action : actions) model = update(model, action).model;
  return view_of(model);
}

TablePart question_table_of(QuestionOrder order) {
  return parts_of<TablePart>(
             view_after({ChooseGroup{1}, ShowPage{TrainerPage::questions}, OrderQuestions{order}}))
      .front();
}

}  // namespace

TEST_SUITE("trainer catalogues") {
  TEST_CASE("both languages have the same keys and places") {
    CHECK(check_catalogues(shipped_trainer_strings().catalogues()).empty());
  }

  TEST_CASE("Welsh differs from English wherever there are words") {
    const auto& catalogues = shipped_trainer_strings().catalogues();
    for (const auto& [key, text] : catalogues[0].texts) {
      CAPTURE(key);
      CHECK(catalogues[1].texts.at(key) != text);
    }
  }

  TEST_CASE("no sentence is longer than twenty words") {
    for (const Catalogue& catalogue : shipped_trainer_strings().catalogues()) {
      for (const auto& [key, text] : catalogue.texts) {
        int words = 1;
        for (const char letter : text) {
          if (letter == ' ') ++words;
          if (letter == '.' || letter == '?') words = 0;
          CAPTURE(key);
          CHECK(words <= 20);
        }
      }
    }
  }
}

// The people of four_roles in reporting_tables.hpp: clinical 12 (hidden), porter 3, support 19, grouped 22.
TEST_SUITE("trainer view") {
  TEST_CASE("the heat map has a row a group, a column a domain, and the disclosed mean in each cell") {
    const auto map = parts_of<HeatMapPart>(view_of(tests::trainer_with_figures())).front();
    CHECK(map.columns == std::vector<std::string>{"Staying safe", "-Data, numbers and what they say"});
    REQUIRE(map.rows.size() == 4);
    const HeatRow& support = map.rows[1];  // 19 x 20.0; 16 x 30.5
    CHECK(support.title == "=Support, \"all\"");
    CHECK(support.people == "People: 20");
    CHECK(support.cells[0].text == "20.0");
    CHECK(support.cells[0].shade == CellShade::light);  // from 20 to under 40
    CHECK(support.cells[0].action == TrainerAction{OpenCell{1, "safety"}});
    CHECK(support.cells[1].text == "30.5");
    const HeatRow& grouped = map.rows[3];
    CHECK(grouped.title == "Smaller groups together");
    CHECK(grouped.cells[0].text == "100.0");
    CHECK(grouped.cells[0].shade == CellShade::darkest);
    CHECK(grouped.cells[1].shade == CellShade::lightest);
  }

  TEST_CASE("a group that is withheld says so in words, and leads nowhere") {
    const auto map = parts_of<HeatMapPart>(view_of(tests::trainer_with_figures())).front();
    const HeatRow& porters = map.rows[2];
    CHECK(porters.people == "People: fewer than 10");
    CHECK(map.rows[0].people == "People: *");  // clinical, hidden with them
    for (const HeatRow* row : {&map.rows[0], &porters}) {
      for (const HeatCell& cell : row->cells) {
        CHECK(cell.text == "*");
        CHECK(cell.shade == CellShade::withheld);
        CHECK_FALSE(cell.action);
      }
    }
  }

  TEST_CASE("no choice of groups offers one that is withheld") {
    for (const TrainerPage page : {TrainerPage::levels, TrainerPage::knowledge, TrainerPage::questions}) {
      std::vector<std::string> labels;
      const auto whose = parts_of<ChoicesPart>(view_after({ShowPage{page}})).front();
      for (const TrainerChoice& choice : whose.choices) labels.push_back(choice.label);
      CHECK(labels == std::vector<std::string>{"Everyone", "=Support, \"all\"", "Smaller groups together"});
    }
  }

  TEST_CASE("levels are shown as numbers and shares of those with a level") {
    // Support: safety 19 x 20.0, all developing (from 0), none capable (from 50); 19 is rounded to 20.
    const auto view = view_after({ChooseGroup{1}, ShowPage{TrainerPage::levels}});
    const TablePart table = parts_of<TablePart>(view).front();
    CHECK(table.rows[0].cells == std::vector<std::string>{"Staying safe", "20 (100 %)", "0 (0 %)", "0"});
    const assessment::Chart chart = parts_of<ChartPart>(view).front().chart;
    CHECK(chart.series[0].cells[0].value == assessment::PublishedFigure{Visibility::shown, 1000});
  }

  TEST_CASE("a question's points are the share of all points of the answers shown") {
    // Support: all 19 chose "not_yet", which has 0 of 2 points; read_chart: 16 "not_yet", 3 without an
    // answer.
    const TablePart table = question_table_of(QuestionOrder::bank);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].cells[1] == "0 %");
    CHECK(table.rows[0].cells[2] == "Not yet: 20");
    CHECK(table.rows[1].key == "read_chart");
  }

  TEST_CASE("questions can be sorted, and the heading says by what") {
    const TablePart by_bank = question_table_of(QuestionOrder::bank);
    CHECK(by_bank.columns[0].sorted == Sorted::yes);
    CHECK(by_bank.columns[0].sort_name == "Sort by: Question");
    const TablePart by_points = question_table_of(QuestionOrder::points);
    CHECK(by_points.columns[0].sorted == Sorted::no);
    CHECK(by_points.columns[1].sorted == Sorted::yes);
    CHECK(by_points.columns[1].sort == TrainerAction{OrderQuestions{QuestionOrder::points}});
  }

  TEST_CASE("a cell leads to its group's figures, the questions of its domain, and all its domains") {
    const TrainerView view = view_after({OpenCell{1, "data"}});
    CHECK(view.id == "group");
    CHECK(view.back == "Back");
    const auto tables = parts_of<TablePart>(view);
    REQUIRE(tables.size() == 2);
    REQUIRE(tables[0].rows.size() == 1);
    CHECK(tables[0].rows[0].key == "read_chart");
    CHECK(tables[1].rows.size() == 2);
  }

  TEST_CASE("two groups are compared by the shown means, and chance is said") {
    // Support 20.0 and grouped roles 100.0 in safety, nobody differing: the interval is the difference alone.
    const TrainerView view = view_after({ShowPage{TrainerPage::change}, CompareGroup{ComparedSide::before, 1},
                                         CompareGroup{ComparedSide::after, 3}});
    const TablePart table = parts_of<TablePart>(view).front();
    CHECK(table.rows[0].cells ==
          std::vector<std::string>{"Staying safe", "20.0", "100.0", "+80.0", "+80.0 to +80.0", "Higher"});
  }

  TEST_CASE("with several banks every page of figures offers them, and speaks of the one chosen") {
    // Of ward-basics support staff and the grouped roles are shown, of night-basics porters and support
    // staff.
    const std::vector<std::string> night{"Everyone", "=Support, \"all\"", "porter"};
    const std::vector<std::string> ward{"Everyone", "=Support, \"all\"", "Smaller groups together"};
    const auto labels = [](const ChoicesPart& choices) {
      std::vector<std::string> all;
      for (const TrainerChoice& choice : choices.choices) all.push_back(choice.label);
      return all;
    };
    TrainerModel first = tests::trainer_with_two_banks();
    TrainerModel second = update(first, ChooseBank{"ward-basics@1"}).model;
    for (const TrainerPage page : {TrainerPage::needs, TrainerPage::levels, TrainerPage::knowledge,
                                   TrainerPage::questions, TrainerPage::change}) {
      first = update(first, ShowPage{page}).model;
      second = update(second, ShowPage{page}).model;
      const auto choices = parts_of<ChoicesPart>(view_of(second));
      CHECK(labels(choices.at(0)) == std::vector<std::string>{"Night basics", "Ward basics"});
      CHECK_FALSE(choices.at(0).choices[0].is_selected);
      CHECK(choices.at(0).choices[1].is_selected);
      const bool has_groups = page == TrainerPage::levels || page == TrainerPage::questions;
      if (!has_groups) continue;
      CHECK(labels(choices.at(1)) == ward);
      CHECK(labels(parts_of<ChoicesPart>(view_of(first)).at(1)) == night);
    }
  }

  TEST_CASE("the heat map is of the bank chosen alone") {
    const TrainerModel model = tests::trainer_with_two_banks();
    const auto night = parts_of<HeatMapPart>(view_of(model));
    REQUIRE(night.size() == 1);
    CHECK(night[0].caption == "Mean self-rating out of 100. Night basics");
    CHECK(night[0].rows.size() == 2);
    const auto ward = parts_of<HeatMapPart>(view_of(update(model, ChooseBank{"ward-basics@1"}).model));
    REQUIRE(ward.size() == 1);
    CHECK(ward[0].rows.size() == 4);
  }

  TEST_CASE("two versions of a bank with one title are told apart by their ids") {
    TrainerModel model = tests::trainer_with_two_banks();
    auto everyone = *model.figures->by_language.at("en").everyone;
    for (auto& group : everyone.groups) group.bank.label = "Basics";
    model.figures->by_language.at("en").everyone = std::make_shared<const assessment::Report>(everyone);
    const auto banks = parts_of<ChoicesPart>(view_of(model)).front();
    CHECK(banks.choices[1].label == "Basics (ward-basics@1)");
  }

  TEST_CASE("with one bank there is none to choose") {
    for (const ChoicesPart& choices : parts_of<ChoicesPart>(view_of(tests::trainer_with_figures())))
      CHECK(choices.id != "page.bank");
  }

  TEST_CASE("a refusal is told in the rule's own words, and the figures before stay") {
    TrainerModel model = tests::trainer_with_figures();
    model = update(model, ShowPage{TrainerPage::filters}).model;
    model = update(model, ApplyFilters{}).model;
    model = update(model, FiguresRefused{*model.wanted,
                                         {{.code = "filter-refused", .text = "It leaves out a few people."}}})
                .model;
    const NoticePart notice = parts_of<NoticePart>(view_of(model)).front();
    CHECK(notice.kind == NoticeKind::problem);
    CHECK(notice.lines.back() == "It leaves out a few people.");
  }

  TEST_CASE("days are written out, without a leading nought") {
    const TrainerModel model = tests::trainer_with_figures();
    const TrainerText words(model, shipped_trainer_strings());
    CHECK(words.day("2026-11-02") == "2 November 2026");
    CHECK(words.day("2026-11-22") == "22 November 2026");
  }

  TEST_CASE("every page has a title, parts with ids of their own, and the same ids in both languages") {
    for (const TrainerPage page :
         {TrainerPage::needs, TrainerPage::levels, TrainerPage::knowledge, TrainerPage::questions,
          TrainerPage::change, TrainerPage::about, TrainerPage::filters}) {
      const TrainerView english = view_after({ShowPage{page}});
      const TrainerView welsh = view_after({ShowPage{page}, NextLanguage{}});
      CHECK(english.language == "en");
      CHECK(welsh.language == "cy");
      CHECK(english.window_title != welsh.window_title);
      REQUIRE(english.parts.size() == welsh.parts.size());
      CHECK(std::holds_alternative<HeadingPart>(english.parts.front()));
    }
  }
}
