// The state machine: what every action does on every page.
#include "app/core/update.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/scenario.hpp"

using namespace app;
using tests::scenario;
using tests::Scenario;

namespace {

using Names = std::set<std::string>;

// One of each action, with content that means something where it can.
std::vector<std::pair<std::string, Action>> all_actions() {
  return {{"Start", Start{"cy"}},
          {"PickBank", PickBank{1}},
          {"GoNext", GoNext{}},
          {"GoBack", GoBack{}},
          {"Leave", Leave{}},
          {"SelectRole", SelectRole{{"support"}}},
          {"DrawLink", DrawLink{}},
          {"EnterLink", EnterLink{}},
          {"ChooseInitial", ChooseInitial{2}},  // these two mean something after EnterLink
          {"ChooseWord", ChooseWord{33}},
          {"ChooseOption", ChooseOption{1}},
          {"MoveOption", MoveOption{{"alone"}, 1}},  // these four mean nothing to a rating
          {"PickLeft", PickLeft{{"alone"}}},
          {"JoinRight", JoinRight{{"alone"}}},
          {"TypeKey", TypeKey{'7'}},
          {"ToggleMark", ToggleMark{}},
          {"ChangeAnswer", ChangeAnswer{{"lock2"}}},
          {"ConfirmAndSave", ConfirmAndSave{}},
          {"ShowAnswers", ShowAnswers{{"safety"}}},
          {"PrintPlan", PrintPlan{"plan"}},
          {"Printed", Printed{}},  // these three mean something after PrintPlan
          {"NotPrinted", NotPrinted{}},
          {"TakePage", TakePage{}},
          {"Finish", Finish{}},
          {"OpenComfort", OpenComfort{}},
          {"SetLanguage", SetLanguage{"cy"}},
          {"NextLanguage", NextLanguage{}},
          {"SetTextSize", SetTextSize{150}},
          {"NextTextSize", NextTextSize{}},
          {"SetContrast", SetContrast{Contrast::high}},
          {"NextContrast", NextContrast{}},
          {"SetScanning", SetScanning{Scanning::one_switch}},
          {"SetScanSeconds", SetScanSeconds{5}},
          {"HideScreen", HideScreen{}},
          {"ShowScreen", ShowScreen{}},
          {"CallAway", CallAway{}},
          {"ChoosePause", ChoosePause{15}},
          {"OpenResume", OpenResume{}},
          {"OpenStaff", OpenStaff{}},
          {"StartCleaning", StartCleaning{}},
          {"PinChecked", PinChecked{true}},
          {"KioskSeen", KioskSeen{}},
          {"SetReadAloud", SetReadAloud{true}},
          {"ChangeVolume", ChangeVolume{10}},
          {"ChangeRate", ChangeRate{-10}},
          {"AllowAloud", AllowAloud{false}},
          {"VisitRefused", VisitRefused{}},
          {"RecordPooled", RecordPooled{}},
          {"RecordNotPooled", RecordNotPooled{}}};
}

const Names comfort_actions{"SetLanguage",  "NextLanguage", "SetTextSize", "NextTextSize",
                            "SetContrast",  "NextContrast", "SetScanning", "SetScanSeconds",
                            "SetReadAloud", "ChangeVolume", "ChangeRate"};

Names with_comfort(Names names) {
  names.insert(comfort_actions.begin(), comfort_actions.end());
  return names;
}

// Which actions change the model on which page: the table of docs/architecture.md, section 4.
// (ReadPage, Repeat and Hush are for the ear: tests/speaking_test.cpp. InputSeen, Tick, SeedDrawn, CodeDrawn
// and ReleaseScheduled carry time or chance and have tests of their own.)
const std::map<std::string, Names>& meaningful() {
  static const std::map<std::string, Names> table{
      {"attract", with_comfort({"Start", "OpenComfort", "OpenResume"})},
      {"attract banks", with_comfort({"PickBank", "OpenComfort", "OpenResume"})},
      {"attract picked", with_comfort({"Start", "GoBack", "OpenComfort", "OpenResume"})},
      {"comfort", with_comfort({"GoNext", "GoBack", "Leave", "HideScreen", "VisitRefused"})},
      {"privacy", with_comfort({"GoNext", "GoBack", "Leave", "OpenComfort", "HideScreen"})},
      {"role", with_comfort({"GoNext", "GoBack", "Leave", "OpenComfort", "HideScreen", "SelectRole"})},
      {"link",
       with_comfort({"GoNext", "GoBack", "Leave", "OpenComfort", "HideScreen", "DrawLink", "EnterLink"})},
      {"question", with_comfort({"GoNext", "GoBack", "Leave", "OpenComfort", "HideScreen", "CallAway",
                                 "ChooseOption", "ToggleMark"})},
      {"check", with_comfort({"GoBack", "Leave", "OpenComfort", "HideScreen", "CallAway", "ChangeAnswer",
                              "ConfirmAndSave"})},
      {"results", with_comfort({"GoNext", "Leave", "OpenComfort", "HideScreen", "Finish", "RecordPooled",
                                "RecordNotPooled", "ShowAnswers"})},
      {"take_away", with_comfort({"GoNext", "GoBack", "Leave", "OpenComfort", "HideScreen", "Finish",
                                  "RecordNotPooled", "PrintPlan"})},
      {"finished", with_comfort({"OpenComfort", "Finish"})},
      {"comfort again", with_comfort({"GoNext", "GoBack", "Leave", "HideScreen"})},
      {"timeout", with_comfort({"Leave", "OpenComfort", "HideScreen"})},
      {"curtain", with_comfort({"GoBack", "Leave", "HideScreen", "ShowScreen"})},
      {"away", with_comfort({"GoBack", "Leave", "OpenComfort", "HideScreen", "ChoosePause"})},
      {"away code", with_comfort({"GoNext", "GoBack", "Leave", "OpenComfort", "HideScreen"})},
      {"resume", with_comfort({"GoNext", "GoBack", "Leave", "OpenComfort", "HideScreen", "TypeKey"})},
      {"staff", with_comfort({"GoNext", "GoBack", "OpenComfort", "TypeKey"})},
      {"staff open", with_comfort({"GoBack", "OpenComfort", "KioskSeen", "StartCleaning"})},
      {"clean", {}},
      {"aloud",
       [] {
         Names names = with_comfort({"GoBack", "Leave", "OpenComfort", "HideScreen", "AllowAloud"});
         names.erase("SetReadAloud");  // is on already
         return names;
       }()},
      {"preview", with_comfort({"GoNext", "OpenComfort", "SelectRole"})},
      {"out_of_order", {}},
  };
  return table;
}

}  // namespace

TEST_SUITE("update") {
  TEST_CASE("every action on every page either means something or changes nothing") {
    for (auto& [page, story] : tests::one_scenario_per_page()) {
      for (const auto& [name, action] : all_actions()) {
        CAPTURE(page);
        CAPTURE(name);
        const Model before = story.model();
        const Step step = update(before, action);
        const bool changes = !(step.model == before);
        CHECK(changes == meaningful().at(page).contains(name));
        if (!changes) {
          // A failure to save is logged wherever its news arrives.
          CHECK(step.commands.size() == (name == "RecordNotPooled" ? 1 : 0));
        }
      }
    }
  }

  TEST_CASE("a visit whose result could not be kept does not begin, and the next person may try again") {
    Scenario story = scenario();
    story.send(Start{"en"}).send(VisitRefused{});
    CHECK(story.page() == "out_of_order");
    // Without input for as long as after results.
    story.send(Tick{after_results_limit - 1});
    CHECK(story.page() == "out_of_order");
    story.send(Tick{after_results_limit});
    CHECK(story.page() == "attract");
  }

  TEST_CASE("a visit goes through all its pages and saves once") {
    Scenario story = scenario();
    CHECK(story.page() == "attract");
    CHECK(story.take_commands() == std::vector<Command>{ReleaseIfDue{}, ScheduleRelease{}});
    story.send(Start{"cy"});
    CHECK(story.page() == "comfort");
    CHECK(story.model().comfort.language == "cy");
    CHECK(story.take_commands() == std::vector<Command>{DrawSeed{}});
    story.send(SeedDrawn{42}).send(GoNext{});
    CHECK(story.page() == "privacy");
    story.send(GoNext{});
    CHECK(story.page() == "role");
    story.role("support").answer("lock1", "alone").answer("lock2", "teach").answer("lock3", "not_mine");
    CHECK(std::get<QuestionPage>(story.model().page.content).session.seed == 42);
    story.answer("phishing", "address");
    story.send(ChooseOption{0}).send(ChooseOption{1}).send(GoNext{});  // places: both right ones
    story.answer("data1", "with_help").answer("data2", "with_help");
    CHECK(story.page() == "check");
    CHECK(story.take_commands().empty());

    story.save();
    CHECK(story.page() == "results");
    const auto commands = story.take_commands();
    REQUIRE(commands.size() == 1);
    const auto& record = std::get<PoolRecord>(commands[0]).record;
    CHECK(record.role == "support");
    CHECK(record.domains[0].percent_tenths == 833);  // 5 of 6: 83.33 cut off
    CHECK(record.domains[0].knowledge_tenths == 1000);
    CHECK(record.domains[1].percent_tenths == 333);  // 2 of 6
    CHECK(std::get<ResultsPage>(story.model().page.content).outcome.saving == Saving::in_progress);

    story.send(RecordPooled{});
    CHECK(std::get<ResultsPage>(story.model().page.content).outcome.saving == Saving::saved);
    story.send(GoNext{});
    CHECK(story.page() == "take_away");
    story.send(GoNext{});
    CHECK(story.page() == "finished");
    CHECK(story.take_commands() == std::vector<Command>{WipeVisit{}});
    story.send(Finish{});
    CHECK(story.page() == "attract");
    // As if nobody had been here, but for the clock.
    Model untouched = start_kiosk(story.model().setup).model;
    untouched.now = story.model().now;
    untouched.last_input = story.model().last_input;
    untouched.release_at = story.model().release_at;
    CHECK(story.model() == untouched);
  }

  TEST_CASE("the language is recorded only where the campaign asks") {
    for (const bool records_language : {false, true}) {
      CAPTURE(records_language);
      app::Setup setup = tests::setup_of(tests::parsed(tests::two_domains));
      setup.records_language = records_language;
      Scenario story(setup);
      story.start("cy").role("clinical").answer_the_rest().take_commands();
      story.save();
      const auto commands = story.take_commands();
      REQUIRE(commands.size() == 1);
      const auto expected = records_language ? std::optional<std::string>("cy") : std::nullopt;
      CHECK(std::get<PoolRecord>(commands[0]).record.language == expected);
    }
  }

  TEST_CASE("a result that could not be saved is said to be lost, and logged without a word about it") {
    Scenario story = scenario();
    story.start("en").role("clinical").answer_the_rest().save().take_commands();
    story.send(RecordNotPooled{});
    CHECK(std::get<ResultsPage>(story.model().page.content).outcome.saving == Saving::failed);
    CHECK(story.take_commands() == std::vector<Command>{Log{LogCode::result_not_saved}});
  }

  TEST_CASE("the answer to a save reaches the results beneath another page") {
    Scenario story = scenario();
    story.start("en")
        .role("clinical")
        .answer_the_rest()
        .save()
        .send(OpenComfort{})
        .send(RecordPooled{})
        .send(GoNext{});
    CHECK(std::get<ResultsPage>(story.model().page.content).outcome.saving == Saving::saved);
  }

  TEST_CASE("Continue without a needed answer says what is missing and keeps the page") {
    Scenario story = scenario();
    story.start("en").send(GoNext{});
    CHECK(std::get<RolePage>(story.model().page.content).is_role_missing);
    story.role("clinical").send(GoNext{});
    CHECK(story.page() == "question");
    CHECK(std::get<QuestionPage>(story.model().page.content).is_answer_missing);
    story.send(ChooseOption{0});
    CHECK_FALSE(std::get<QuestionPage>(story.model().page.content).is_answer_missing);
  }

  TEST_CASE("back keeps every answer, through role and privacy to comfort, and forth again") {
    Scenario story = scenario();
    story.start("en").role("clinical").answer("lock1", "teach").answer("lock2", "alone");
    story.send(GoBack{}).send(GoBack{}).send(GoBack{});
    CHECK(story.page() == "role");
    story.send(GoBack{}).send(GoBack{});
    CHECK(story.page() == "comfort");
    story.send(GoNext{}).send(GoNext{}).send(SelectRole{{"support"}}).send(GoNext{});
    const auto& session = std::get<QuestionPage>(story.model().page.content).session;
    CHECK(session.position == 0);
    CHECK(session.role == assessment::RoleId{"support"});
    CHECK(is_chosen(session, tests::item_of(*story.model().setup.bank, "lock1"), {"teach"}));
    CHECK(is_chosen(session, tests::item_of(*story.model().setup.bank, "lock2"), {"alone"}));
  }

  TEST_CASE("going back from comfort ends the visit and wipes it") {
    Scenario story = scenario();
    story.send(Start{"cy"}).send(SetTextSize{200}).take_commands();
    story.send(GoBack{});
    CHECK(story.page() == "attract");
    CHECK(story.take_commands() == std::vector<Command>{WipeVisit{}});
    CHECK(story.model().comfort == story.model().setup.comfort);
  }

  TEST_CASE("an answer changed from the check page leads back to it") {
    Scenario story = scenario();
    story.start("en").role("clinical").answer_the_rest().send(ChangeAnswer{{"lock2"}});
    CHECK(story.page() == "question");
    story.send(ChooseOption{3}).send(GoNext{});
    CHECK(story.page() == "check");
    CHECK(is_chosen(std::get<CheckPage>(story.model().page.content).session,
                    tests::item_of(*story.model().setup.bank, "lock2"), {"teach"}));
    story.send(ChangeAnswer{{"lock1"}}).send(GoBack{});
    CHECK(story.page() == "check");
    story.send(GoBack{});  // from check: the last question
    CHECK(std::get<QuestionPage>(story.model().page.content).session.position == 6);
  }

  TEST_CASE("comfort opened on the way returns to the page as it was") {
    Scenario story = scenario();
    story.start("en").role("clinical").send(ChooseOption{2});
    Page before = story.model().page;
    std::get<QuestionPage>(before.content).session.language = "cy";  // what conditions may ask for
    story.send(OpenComfort{})
        .send(SetTextSize{200})
        .send(SetLanguage{"cy"})
        .send(SetContrast{Contrast::high})
        .send(GoNext{});
    CHECK(story.model().page == before);
    CHECK(story.model().comfort == Comfort{.language = "cy", .text_size = 200, .contrast = Contrast::high});
  }

  TEST_CASE("a bank with one role skips the role page, there and back") {
    std::string yaml = tests::two_domains;
    const std::size_t at = yaml.find("  - {id: support");
    yaml.erase(at, yaml.find('\n', at) + 1 - at);
    Scenario story(tests::setup_of(tests::parsed(yaml)));
    story.start("en");
    CHECK(story.page() == "question");
    CHECK(std::get<QuestionPage>(story.model().page.content).session.role == assessment::RoleId{"clinical"});
    story.send(GoBack{});
    CHECK(story.page() == "privacy");
  }

  TEST_CASE("steps of size and language come round") {
    Scenario story = scenario();
    std::vector<int> sizes;
    for (int i = 0; i < 4; ++i) sizes.push_back(story.send(NextTextSize{}).model().comfort.text_size);
    CHECK(sizes == std::vector{125, 150, 200, 100});
    CHECK(story.send(NextLanguage{}).model().comfort.language == "cy");
    CHECK(story.send(NextLanguage{}).model().comfort.language == "en");
  }

  TEST_CASE("what does not exist is not chosen") {
    Scenario story = scenario();
    CHECK(update(story.model(), Start{"pl"}).model == story.model());
    CHECK(update(story.model(), SetLanguage{"pl"}).model == story.model());
    CHECK(update(story.model(), SetTextSize{110}).model == story.model());
    story.start("en");
    CHECK(update(story.model(), SelectRole{{"nobody"}}).model == story.model());
    story.role("clinical");
    CHECK(update(story.model(), ChooseOption{-1}).model == story.model());
    CHECK(update(story.model(), ChooseOption{5}).model == story.model());  // five options, 0 to 4
    story.answer_the_rest();
    CHECK(update(story.model(), ChangeAnswer{{"nothing"}}).model == story.model());
  }
}
