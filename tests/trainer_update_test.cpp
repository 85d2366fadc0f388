// The dashboard as a state machine: what each action does, and what never happens.
#include "app/core/trainer_update.hpp"

#include <doctest/doctest.h>

#include "tests/trainer_samples.hpp"

using namespace app;
using assessment::Dimension;
using assessment::RecordFilter;

namespace {

const std::vector<std::string> results{"/results"};

TrainerStep then(const TrainerModel& model, const TrainerAction& action) {
  return update(model, action);
}

TrainerModel after(TrainerModel model, const std::vector<TrainerAction>& actions) {
  for (const TrainerAction& action : actions) model = update(model, action).model;
  return model;
}

const FigureChoice north{Dimension::role, {{Dimension::site, {"North"}}}};
const assessment::Diagnostics refused{{.code = "filter-refused", .text = "too few are left out"}};

}  // namespace

TEST_SUITE("trainer update") {
  TEST_CASE("without a place named, folders are listed to pick from") {
    const TrainerStep start = start_trainer(tests::trainer_setup());
    CHECK(start.model.page == TrainerPage::begin);
    CHECK(start.commands == std::vector<TrainerCommand>{ListFolder{"/home/a"}});
    const TrainerStep look = then(start.model, LookInto{"/home/a/share"});
    CHECK(look.commands == std::vector<TrainerCommand>{ListFolder{"/home/a/share"}});
    const TrainerStep open = then(look.model, OpenFolder{"/home/a/share"});
    CHECK(open.model.page == TrainerPage::loading);
    CHECK(open.commands == std::vector<TrainerCommand>{ReadResults{{"/home/a/share"}}});
  }

  TEST_CASE("with a place named, it is read at once, and shown by role") {
    const TrainerStep start = start_trainer(tests::trainer_setup(results));
    CHECK(start.model.page == TrainerPage::loading);
    CHECK(start.commands == std::vector<TrainerCommand>{ReadResults{results}});
    const TrainerModel half = after(start.model, {ReadingAdvanced{0.5, 1000}});
    CHECK(half.reading == Reading{0.5, 1000});
    const TrainerStep read = then(half, ResultsRead{results, tests::trainer_contents()});
    CHECK(read.model.page == TrainerPage::needs);
    CHECK_FALSE(read.model.reading);
    CHECK(read.commands == std::vector<TrainerCommand>{MakeFigures{{Dimension::role, {}}}});
    const TrainerModel shown = after(read.model, {FiguresMade{tests::trainer_figures()}});
    CHECK(shown.figures == tests::trainer_figures());
    CHECK_FALSE(shown.wanted);
  }

  TEST_CASE("reading can be stopped, by its button or by Back, and then nothing is shown") {
    const TrainerModel loading = start_trainer(tests::trainer_setup(results)).model;
    CHECK(then(loading, CancelReading{}).commands == std::vector<TrainerCommand>{StopReading{}});
    CHECK(then(loading, GoBack{}).commands == std::vector<TrainerCommand>{StopReading{}});
    const TrainerStep stopped = then(loading, ReadingFailed{results, {{.code = "cancelled"}}});
    CHECK(stopped.model.page == TrainerPage::begin);
    CHECK_FALSE(stopped.model.contents);
    CHECK(stopped.commands == std::vector<TrainerCommand>{ListFolder{"/home/a"}});
  }

  TEST_CASE("what was read of a place that nobody asks for any more is not shown") {
    const TrainerModel loading = start_trainer(tests::trainer_setup(results)).model;
    CHECK(then(loading, ResultsRead{{"/other"}, tests::trainer_contents()}).model == loading);
    CHECK(then(loading, ReadingFailed{{"/other"}, refused}).model == loading);
  }

  TEST_CASE("other groups are asked for, and the figures stay until they are there") {
    const TrainerModel model = tests::trainer_with_figures();
    const TrainerStep asked = then(model, GroupBy{Dimension::site});
    CHECK(asked.commands == std::vector<TrainerCommand>{MakeFigures{{Dimension::site, {}}}});
    CHECK(asked.model.figures == model.figures);
    const TrainerModel other = after(asked.model, {GroupBy{Dimension::period}});
    CHECK(then(other, FiguresMade{tests::trainer_figures({Dimension::site, {}})}).model == other);
    CHECK(after(other, {FiguresMade{tests::trainer_figures({Dimension::period, {}})}}).figures->choice.by ==
          Dimension::period);
  }

  TEST_CASE("a filter is drafted, then applied; unticking the last value takes its condition away") {
    TrainerModel model =
        after(tests::trainer_with_figures(),
              {ShowPage{TrainerPage::filters}, ToggleFilter{Dimension::site, "South"},
               ToggleFilter{Dimension::site, "North"}, ToggleFilter{Dimension::role, "support"}});
    CHECK(model.draft ==
          std::vector<RecordFilter>{{Dimension::role, {"support"}}, {Dimension::site, {"North", "South"}}});
    CHECK_FALSE(model.wanted);
    model = after(model, {ToggleFilter{Dimension::role, "support"}, ToggleFilter{Dimension::site, "South"}});
    const TrainerStep applied = then(model, ApplyFilters{});
    CHECK(applied.commands == std::vector<TrainerCommand>{MakeFigures{north}});
    const TrainerModel shown = after(applied.model, {FiguresMade{tests::trainer_figures(north)}});
    CHECK(shown.page == TrainerPage::needs);
    CHECK(then(shown, ClearFilters{}).commands ==
          std::vector<TrainerCommand>{MakeFigures{{Dimension::role, {}}}});
  }

  TEST_CASE("a filter that is refused leaves the figures and the page, and says why until the next one") {
    const TrainerModel before =
        after(tests::trainer_with_figures(),
              {ShowPage{TrainerPage::filters}, ToggleFilter{Dimension::site, "North"}, ApplyFilters{}});
    const TrainerModel told = after(before, {FiguresRefused{north, refused}});
    CHECK(told.page == TrainerPage::filters);
    CHECK(told.figures == before.figures);
    CHECK(told.refusal == refused);
    CHECK(after(told, {ClearFilters{}}).refusal.empty());
    CHECK(after(told, {GoBack{}}).refusal.empty());
  }

  TEST_CASE("a cell of the heat map opens its group, and Back leads to the tab it came from") {
    const TrainerModel model = tests::trainer_with_figures();
    const TrainerModel opened = after(model, {OpenCell{1, "data"}});
    CHECK(opened.page == TrainerPage::group);
    CHECK(opened.group == 1U);
    CHECK(opened.domain == "data");
    CHECK(after(opened, {GoBack{}}).page == TrainerPage::needs);
    CHECK(then(model, OpenCell{99, "data"}).model == model);
  }

  TEST_CASE("files that changed are read again, and page, choice and group stay") {
    const TrainerModel model =
        after(tests::trainer_with_figures(), {GroupBy{Dimension::role}, FiguresMade{tests::trainer_figures()},
                                              ShowPage{TrainerPage::levels}, ChooseGroup{1}});
    const TrainerStep changed = then(model, FilesChanged{});
    CHECK(changed.commands == std::vector<TrainerCommand>{ReadResults{results}});
    CHECK(changed.model.page == TrainerPage::levels);
    const TrainerStep read = then(changed.model, ResultsRead{results, tests::trainer_contents()});
    CHECK(read.commands == std::vector<TrainerCommand>{MakeFigures{model.figures->choice}});
    const TrainerModel again = after(read.model, {FiguresMade{tests::trainer_figures()}});
    CHECK(again == model);
  }

  TEST_CASE("of other groups none is chosen yet, and the first that is shown is compared with the last") {
    TrainerModel model = after(tests::trainer_with_figures(), {ChooseGroup{1}, OpenCell{1, "data"}});
    CHECK(model.compared == std::pair<std::size_t, std::size_t>{1, 3});
    model = after(model, {GroupBy{Dimension::role}, ClearFilters{}});
    model.wanted = FigureChoice{std::nullopt, {}};
    model = after(model, {FiguresMade{tests::trainer_figures({std::nullopt, {}})}});
    CHECK_FALSE(model.group);
    CHECK(model.page == TrainerPage::needs);
    CHECK(model.compared == std::pair<std::size_t, std::size_t>{0, 0});
  }

  // Groups by role: 0 and 1 are support staff and porters of night-basics, 2 to 5 are those of ward-basics,
  // of which 3 and 5 are shown.
  TEST_CASE("a bank is chosen for all pages, and its groups alone can be chosen, opened and compared") {
    const TrainerModel night = tests::trainer_with_two_banks();
    CHECK(night.compared == std::pair<std::size_t, std::size_t>{0, 1});
    CHECK(then(night, ChooseGroup{3}).model == night);
    CHECK(then(night, OpenCell{3, "data"}).model == night);
    CHECK(then(night, CompareGroup{ComparedSide::after, 3}).model == night);
    CHECK(then(night, ChooseBank{"no-such-bank@1"}).model == night);
    const TrainerModel ward = after(night, {ChooseGroup{1}, ChooseBank{"ward-basics@1"}});
    CHECK_FALSE(ward.group);
    CHECK(ward.compared == std::pair<std::size_t, std::size_t>{3, 5});
    CHECK(after(ward, {ShowPage{TrainerPage::levels}, ChooseGroup{3}}).group == 3U);
    CHECK(after(ward, {ShowPage{TrainerPage::questions}}).bank == "ward-basics@1");
    TrainerModel again = ward;
    again.wanted = night.figures->choice;
    CHECK(after(again, {FiguresMade{*night.figures}}).bank == "ward-basics@1");
  }

  TEST_CASE("saving keeps the report that is shown, in the language it is shown in") {
    const TrainerModel model = after(tests::trainer_with_figures(), {NextLanguage{}});
    const SaveReport expected{model.figures->by_language.at("cy").groups, ExportFormat::json,
                              "skills-report-2026-11-22-by-role", "cy"};
    CHECK(then(model, SaveFigures{ExportFormat::json}).commands == std::vector<TrainerCommand>{expected});
    const TrainerModel saved = after(model, {FiguresSaved{"/home/a/x.json"}});
    CHECK(saved.saved == SavedFile{.path = "/home/a/x.json"});
    CHECK_FALSE(after(saved, {ShowPage{TrainerPage::about}}).saved);
    CHECK(then(after(model, {GroupBy{Dimension::site}}), SaveFigures{}).commands.empty());
  }

  TEST_CASE("text size, colours and language go round, on every page") {
    TrainerModel model = start_trainer(tests::trainer_setup()).model;
    for (const int expected : {125, 150, 200, 100}) {
      model = after(model, {NextTextSize{}});
      CHECK(model.comfort.text_size == expected);
    }
    CHECK(after(model, {NextContrast{}}).comfort.contrast == Contrast::high);
    CHECK(after(model, {NextLanguage{}}).comfort.language == "cy");
    CHECK(after(model, {NextLanguage{}, NextLanguage{}}).comfort.language == "en");
  }

  TEST_CASE("no action on any page leaves a page that cannot be shown") {
    const std::vector<TrainerAction> actions{ShowPage{TrainerPage::needs},
                                             ShowPage{TrainerPage::begin},
                                             ShowPage{TrainerPage::group},
                                             ShowPage{TrainerPage::filters},
                                             LookInto{"/"},
                                             OpenFolder{"/"},
                                             CancelReading{},
                                             GroupBy{},
                                             ChooseGroup{7},
                                             ChooseGroup{std::nullopt},
                                             OpenCell{0, "none"},
                                             ToggleFilter{},
                                             ApplyFilters{},
                                             ClearFilters{},
                                             OrderQuestions{QuestionOrder::points},
                                             CompareGroup{ComparedSide::after, 9},
                                             SaveFigures{},
                                             GoBack{},
                                             NextLanguage{},
                                             FolderListed{},
                                             ReadingAdvanced{},
                                             ResultsRead{results, tests::trainer_contents()},
                                             ReadingFailed{results, refused},
                                             FilesChanged{},
                                             FiguresMade{tests::trainer_figures()},
                                             FiguresRefused{{}, refused},
                                             FiguresSaved{"x"},
                                             FiguresNotSaved{refused}};
    const std::vector<TrainerModel> starts{
        start_trainer(tests::trainer_setup()).model, start_trainer(tests::trainer_setup(results)).model,
        tests::trainer_with_figures(), after(tests::trainer_with_figures(), {OpenCell{1, "data"}})};
    for (const TrainerModel& start : starts) {
      for (const TrainerAction& first : actions) {
        for (const TrainerAction& second : actions) {
          const TrainerModel model = after(start, {first, second});
          const bool needs_figures = model.page != TrainerPage::begin && model.page != TrainerPage::loading &&
                                     model.page != TrainerPage::needs;
          CHECK((!needs_figures || model.figures));
          if (!model.figures) continue;
          const std::size_t groups = model.figures->by_language.at("en").groups->groups.size();
          CHECK((!model.group || *model.group < groups));
          CHECK(std::max(model.compared.first, model.compared.second) < groups);
        }
      }
    }
  }

  TEST_CASE("a condition is written as the command line takes it") {
    CHECK(condition_text({Dimension::site, {"North", "South"}}) == "site=North,South");
  }
}
