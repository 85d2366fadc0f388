// Every page of the dashboard, language, text size, theme and size of screen: nothing cut off, nothing on top
// of anything else, nothing too small to press, and a Tab ring in reading order.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>
#include <string>

#include "tests/headless_ui.hpp"
#include "tests/printing.hpp"
#include "tests/shipped.hpp"
#include "tests/trainer_samples.hpp"

using namespace app;
using tests::HeadlessUi;

namespace {

constexpr float rounding = 1;  // pixels: boxes are not rounded, the glass is

bool overlap(const ui::Box& one, const ui::Box& other) {
  return one.x + rounding < other.right() && other.x + rounding < one.right() &&
         one.y + rounding < other.bottom() && other.y + rounding < one.bottom();
}

std::vector<std::string> faults_of_page(const HeadlessUi& ui) {
  std::vector<std::string> faults;
  std::set<std::string> ids;
  const auto width = static_cast<float>(ui.theme().screen.width);
  for (const ui::FrameItem& item : ui.items()) {
    const auto expect = [&](bool holds, const char* what) {
      if (!holds) faults.push_back(fmt::format("{}: {}", item.id, what));
    };
    expect(ids.insert(item.id).second, "stands twice");
    expect(!item.name.empty(), "has no name");
    expect(item.box.width > 0 && item.box.height > 0, "has no size");
    expect(item.box.x >= 8 && item.box.right() <= width - 8, "leaves the page sideways");
    if (is_control(item.role)) expect(item.box.width >= 24 && item.box.height >= 24, "is too small to press");
  }
  for (auto one = ui.items().begin(); one != ui.items().end(); ++one) {
    for (auto other = std::next(one); other != ui.items().end(); ++other) {
      if (one->place == other->place && overlap(one->box, other->box))
        faults.push_back(fmt::format("{} lies on {}", one->id, other->id));
    }
  }
  return faults;
}

TrainerModel picking() {
  TrainerModel model = start_trainer(tests::trainer_setup()).model;
  FolderListing listing{.path = "/home/a/a-long-name-of-a-folder/on-a-share/with-results-of-this-quarter",
                        .parent = "/home/a",
                        .folders = {"2026-Q3", "2026-Q4"},
                        .result_files = 12};
  return update(model, FolderListed{listing}).model;
}

// Every page, with what is seldom there: faults, a refusal, a file that was saved.
std::vector<TrainerModel> models() {
  std::vector<TrainerModel> all{picking()};
  all.push_back(update(all.front(), OpenFolder{"/results"}).model);
  const assessment::Diagnostics faults{
      {.code = "bad", .file = "/results/a.results.jsonl", .text = "this line is no record of this format"}};
  all.push_back(update(all.back(), ReadingFailed{{"/results"}, faults}).model);
  TrainerModel shown = tests::trainer_with_figures();
  shown.contents->skipped = faults;
  for (const TrainerPage page :
       {TrainerPage::needs, TrainerPage::levels, TrainerPage::knowledge, TrainerPage::questions,
        TrainerPage::change, TrainerPage::about, TrainerPage::filters}) {
    all.push_back(update(shown, ShowPage{page}).model);
  }
  const TrainerModel two = tests::trainer_with_two_banks();
  for (const TrainerPage page : {TrainerPage::needs, TrainerPage::levels, TrainerPage::change})
    all.push_back(update(two, ShowPage{page}).model);
  TrainerModel group = update(shown, OpenCell{1, "data"}).model;
  all.push_back(group);
  all.push_back(update(group, FiguresSaved{"/home/a/Documents/skills-report-2026-11-22-by-role.csv"}).model);
  TrainerModel compared = update(shown, ShowPage{TrainerPage::change}).model;
  compared.compared = {1, 3};
  all.push_back(compared);
  TrainerModel refused = update(shown, ClearFilters{}).model;
  all.push_back(
      update(refused, FiguresRefused{*refused.wanted, {{.code = "filter-refused", .text = "Too few."}}})
          .model);
  return all;
}

void check_all_pages(int width, int height) {
  HeadlessUi ui(width, height);
  for (const int text_size : {100, 125, 150, 200}) {
    for (const Contrast contrast : {Contrast::normal, Contrast::high}) {
      for (const char* language : {"en", "cy"}) {
        for (TrainerModel model : models()) {
          model.comfort.language = language;
          model.comfort.text_size = text_size;
          model.comfort.contrast = contrast;
          const TrainerView view = make_view(model, tests::shipped_trainer_strings());
          ui.show(view);
          CAPTURE(view.id);
          CAPTURE(text_size);
          CAPTURE(language);
          CHECK(faults_of_page(ui) == std::vector<std::string>{});
        }
      }
    }
  }
}

}  // namespace

TEST_SUITE("trainer layout") {
  TEST_CASE("1024x768") {
    check_all_pages(1024, 768);
  }
  TEST_CASE("1280x800") {
    check_all_pages(1280, 800);
  }

  TEST_CASE("Tab goes through all controls in reading order, each in sight, and Shift+Tab back") {
    for (const TrainerModel& model : models()) {
      HeadlessUi ui(1280, 800);
      ui.show(make_view(model, tests::shipped_trainer_strings()));
      std::vector<std::string> controls = ui.controls();
      std::erase_if(controls,
                    [](const std::string& id) { return id.starts_with("body."); });  // these come and go
      CAPTURE(page_id(model.page));
      for (const std::string& id : controls) {
        ui.key("Tab");
        CHECK(ui.focused() == id);
        const auto& view = ui.scroll().viewport;
        CHECK((ui.item(id).box.y >= view.y && ui.item(id).box.y < view.bottom()));
      }
      ui.key("Shift+Tab");
      CHECK(ui.focused() == controls.at(controls.size() - 2));
    }
  }

  TEST_CASE("at 1280x800 the first rows of the heat map are in sight at once, also with two banks") {
    for (TrainerModel model : {tests::trainer_with_figures(), tests::trainer_with_two_banks()}) {
      model.contents->synthetic_files = 1;
      HeadlessUi ui(1280, 800);
      ui.show(make_view(model, tests::shipped_trainer_strings()));
      CHECK(ui.item("needs.map.cell.1.0").box.bottom() <= ui.scroll().viewport.bottom());
    }
  }

  TEST_CASE("a bank is chosen by keyboard") {
    HeadlessUi ui(1280, 800);
    ui.show(make_view(tests::trainer_with_two_banks(), tests::shipped_trainer_strings()));
    while (ui.focused() != "page.bank.1") ui.key("Tab");
    ui.take_trainer_actions();
    ui.key("Enter");
    CHECK(ui.take_trainer_actions() == std::vector<TrainerAction>{ChooseBank{"ward-basics@1"}});
  }

  TEST_CASE("a press on a cell, a tab, a heading and a pill asks for what it says") {
    HeadlessUi ui(1280, 800);
    ui.show(make_view(tests::trainer_with_figures(), tests::shipped_trainer_strings()));
    ui.click("needs.map.cell.1.0");
    CHECK(ui.take_trainer_actions() == std::vector<TrainerAction>{OpenCell{1, "safety"}});
    ui.click("tab.questions");
    CHECK(ui.take_trainer_actions() == std::vector<TrainerAction>{ShowPage{TrainerPage::questions}});
    ui.click("needs.by.site");
    CHECK(ui.take_trainer_actions() == std::vector<TrainerAction>{GroupBy{assessment::Dimension::site}});
    ui.click("bar.contrast");
    CHECK(ui.take_trainer_actions() == std::vector<TrainerAction>{NextContrast{}});
    TrainerModel questions = update(tests::trainer_with_figures(), ShowPage{TrainerPage::questions}).model;
    ui.show(make_view(questions, tests::shipped_trainer_strings()));
    ui.click("questions.questions.head.1");
    CHECK(ui.take_trainer_actions() == std::vector<TrainerAction>{OrderQuestions{QuestionOrder::points}});
  }

  TEST_CASE("Enter presses what has the focus") {
    HeadlessUi ui(1280, 800);
    ui.show(make_view(tests::trainer_with_figures(), tests::shipped_trainer_strings()));
    while (ui.focused() != "tab.about") ui.key("Tab");
    ui.take_trainer_actions();
    ui.key("Enter");
    CHECK(ui.take_trainer_actions() == std::vector<TrainerAction>{ShowPage{TrainerPage::about}});
  }
}
