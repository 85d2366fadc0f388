// "I'm called away", the curtain, and what a finished visit leaves behind.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "app/core/pause_code.hpp"
#include "app/core/tries.hpp"
#include "tests/scenario.hpp"
#include "tests/shipped.hpp"

using namespace app;
using tests::scenario;
using tests::Scenario;

namespace {

constexpr Milliseconds minute = 60'000;

Scenario at_question() {
  return scenario().start("en").role("clinical").send(ChooseOption{2}).send(SetTextSize{150});
}

// Called away for a quarter of an hour under `code`.
Scenario& pause(Scenario& story, int code = 4827) {
  return story.send(CallAway{}).send(ChoosePause{15}).send(CodeDrawn{code});
}

Scenario& enter(Scenario& story, const std::string& code) {
  for (const char digit : code) story.send(TypeKey{digit});
  return story.send(GoNext{});
}

AwayPage away(const Scenario& story) {
  return std::get<AwayPage>(story.model().page.content);
}
ResumePage resume(const Scenario& story) {
  return std::get<ResumePage>(story.model().page.content);
}
View whole_view(const Scenario& story) {
  return make_view(story.model(), tests::shipped_strings());
}

// What is left of a model when its clock is not looked at.
Model without_time(Model model) {
  model.now = model.last_input = 0;
  model.release_at.reset();
  return model;
}

}  // namespace

TEST_SUITE("pausing") {
  TEST_CASE("of 10,000 codes the 100 whose digits go in equal steps are easy") {
    int easy = 0;
    for (int number = 0; number < pause_codes; ++number) easy += is_easy_code(pause_code(number)) ? 1 : 0;
    CHECK(easy == 100);  // a first digit and a step, each of ten
    for (const char* code : {"1111", "0000", "1234", "4321", "2468", "7890"}) CHECK(is_easy_code(code));
    for (const char* code : {"4827", "1112", "1243", "0007"}) CHECK_FALSE(is_easy_code(code));
    CHECK(pause_code(7) == "0007");
  }

  TEST_CASE("a visit that was called away comes back as it was, with its settings and its chance") {
    Scenario story = at_question();
    const Model before = story.model();
    story.send(CallAway{});
    CHECK(story.page() == "away");
    story.take_commands();
    story.send(ChoosePause{15});
    CHECK(story.take_commands() == std::vector<Command>{DrawCode{}});
    story.send(CodeDrawn{4827});
    CHECK(away(story).code == "4827");
    story.send(GoNext{});
    CHECK(story.page() == "attract");
    CHECK(story.take_commands() == std::vector<Command>{WipeVisit{}});
    CHECK(story.model().comfort == story.model().setup.comfort);
    CHECK(story.model().seed == 0);

    story.send(OpenResume{});
    enter(story, "4827");
    CHECK(without_time(story.model()) == without_time(before));
    CHECK(story.take_commands().empty());
  }

  TEST_CASE("others use the kiosk meanwhile, and a saved visit of theirs changes nothing") {
    Scenario story = at_question();
    const Page before = story.model().page;
    pause(story).send(GoNext{});
    story.start("cy")
        .role("support")
        .answer_the_rest()
        .save()
        .send(RecordPooled{})
        .send(Finish{})
        .send(Finish{});
    story.send(OpenResume{});
    enter(story, "4827");
    CHECK(story.model().page == before);
  }

  TEST_CASE("the check page can be paused too; results, and pages before the questions, cannot") {
    Scenario check = scenario().start("en").role("clinical").answer_the_rest();
    const Page before = check.model().page;
    pause(check).send(GoNext{}).send(OpenResume{});
    enter(check, "4827");
    CHECK(check.model().page == before);
    for (auto& [page, story] : tests::one_scenario_per_page()) {
      CAPTURE(page);
      CHECK((story.send(CallAway{}).page() == "away") ==
            (page == "question" || page == "check" || page.starts_with("away")));
    }
  }

  TEST_CASE("easy codes and codes in use are drawn again, and nobody else's visit is found by mistake") {
    Scenario first = at_question();
    first.send(CallAway{}).send(ChoosePause{15}).take_commands();
    first.send(CodeDrawn{1234});
    CHECK(away(first).code.empty());
    CHECK(first.take_commands() == std::vector<Command>{DrawCode{}});
    first.send(CodeDrawn{4827}).send(GoNext{});
    first.start("en").role("clinical").send(CallAway{}).send(ChoosePause{15}).take_commands();
    first.send(CodeDrawn{4827});
    CHECK(away(first).code.empty());
    CHECK(first.take_commands() == std::vector<Command>{DrawCode{}});
    first.send(CodeDrawn{4828});
    CHECK(away(first).code == "4828");
  }

  TEST_CASE("only the lengths that the campaign allows are offered and taken") {
    Scenario story = at_question();  // at most 30 minutes by default
    story.send(CallAway{});
    const auto view = std::get<AwayView>(whole_view(story).page);
    REQUIRE(view.lengths.size() == 2);
    CHECK(view.lengths[0].id == "15");
    CHECK(view.lengths[1].id == "30");
    for (const int minutes : {0, -15, 1, 60, 10'000})
      CHECK(update(story.model(), ChoosePause{minutes}).model == story.model());
  }

  TEST_CASE("nobody was called away after all: the page is back and no code works") {
    Scenario story = at_question();
    const Model before = story.model();
    pause(story).send(GoBack{});
    CHECK(without_time(story.model()) == without_time(before));
    CHECK(story.model().paused.empty());
  }

  TEST_CASE("eight visits wait at most, and the first page looks the same with any number of them") {
    Scenario story = scenario();
    const View empty = whole_view(story);
    for (int number = 0; number < 8; ++number) {
      story.start("en").role("clinical");
      pause(story, 4730 + number).send(GoNext{});
      REQUIRE(story.page() == "attract");
      CHECK(whole_view(story) == empty);
    }
    story.start("en").role("clinical").send(CallAway{});
    CHECK(std::get<AwayView>(whole_view(story).page).lengths.empty());
    story.send(ChoosePause{15});
    CHECK(away(story).length == 0);
    story.send(GoBack{});
    CHECK(story.page() == "question");
  }

  TEST_CASE("a visit whose time has run out is gone, and so is its deadline") {
    Scenario story = at_question();
    pause(story).send(GoNext{}).send(InputSeen{});
    CHECK(next_deadline(story.model()) == 15 * minute);
    story.send(Tick{15 * minute - 1});
    CHECK(story.model().paused.size() == 1);
    story.send(Tick{15 * minute});
    CHECK(story.model().paused.empty());
    CHECK(next_deadline(story.model()) == std::nullopt);
    story.send(OpenResume{});
    enter(story, "4827");
    CHECK(resume(story).fault == EntryFault::wrong);
  }

  TEST_CASE("who is called away in a hurry loses nothing: the code goes after a minute and its warning") {
    Scenario story = at_question();
    pause(story).send(Tick{minute});
    CHECK(story.page() == "timeout");
    story.send(InputSeen{});
    CHECK(story.page() == "away");
    story.send(Tick{2 * minute}).send(Tick{3 * minute});
    CHECK(story.page() == "attract");
    CHECK(story.model().paused.size() == 1);
  }

  TEST_CASE("Finish and clear on the warning over a code clears the visit, too") {
    Scenario story = at_question();
    pause(story).send(Tick{minute}).send(Leave{});
    CHECK(story.page() == "attract");
    CHECK(story.model().paused.empty());
  }

  TEST_CASE("an unfinished code is no try; three wrong ones cost nothing, then each wait is twice the last") {
    Scenario story = at_question();
    pause(story).send(GoNext{}).send(OpenResume{});
    enter(story, "482");
    CHECK(resume(story).fault == EntryFault::incomplete);
    CHECK(story.model().code_tries.wrong == 0);
    story.send(TypeKey{'<'}).send(TypeKey{'<'}).send(TypeKey{'<'});

    Milliseconds now = 0;
    for (const Milliseconds wait : {0, 0, 15'000, 30'000, 60'000, 120'000, 240'000, 300'000, 300'000}) {
      enter(story, "9999");
      REQUIRE(story.page() == "resume");
      CHECK(resume(story).fault == EntryFault::wrong);
      CHECK(resume(story).typed.empty());
      CHECK(story.model().code_tries.not_before - now == wait);
      if (now + wait >= 15 * minute) break;  // the visit has gone by then
      if (wait > 0) {
        enter(story, "4827");  // the right one, too early
        CHECK(story.page() == "resume");
        for (int i = 0; i < 4; ++i) story.send(TypeKey{'<'});
      }
      now += wait;
      story.send(InputSeen{});
      story.send(Tick{now});
      if (story.page() != "resume") story.send(OpenResume{});
    }
  }

  TEST_CASE("the wait is counted on the glass once a second, and outlasts leaving the page") {
    Scenario story = at_question();
    pause(story).send(GoNext{}).send(OpenResume{});
    for (int i = 0; i < 3; ++i) enter(story, "9999");
    CHECK(std::get<ResumeView>(whole_view(story).page).wait == "Seconds until you can try again: 15");
    CHECK(next_deadline(story.model()) == 1'000);
    story.send(Tick{1'000});
    CHECK(std::get<ResumeView>(whole_view(story).page).wait == "Seconds until you can try again: 14");
    story.send(GoBack{}).send(OpenResume{});
    enter(story, "4827");
    CHECK(story.page() == "resume");
    story.send(Tick{15'000}).send(GoNext{});
    CHECK(story.page() == "question");
    CHECK(story.model().code_tries == Tries{});  // nothing is left to guess
  }

  TEST_CASE("starting afresh is one press away, and the page goes by itself") {
    Scenario story = scenario();
    story.send(OpenResume{}).send(TypeKey{'4'}).send(GoBack{});
    CHECK(story.page() == "attract");
    story.send(OpenResume{}).send(TypeKey{'4'}).send(Tick{minute});
    CHECK(story.page() == "attract");
    story.send(OpenResume{});
    CHECK(resume(story).typed.empty());
  }

  TEST_CASE("a code has four digits and nothing else") {
    Scenario story = scenario();
    story.send(OpenResume{});
    for (const char key : std::string("48.27x9")) story.send(TypeKey{key});
    CHECK(resume(story).typed == "4827");
  }
}

TEST_SUITE("curtain") {
  TEST_CASE("every page of a visit can be hidden and comes back as it was; no other page can be hidden") {
    const std::set<std::string> open{"attract", "finished", "preview", "out_of_order", "staff", "clean"};
    for (auto& [page, story] : tests::one_scenario_per_page()) {
      if (page == "curtain") continue;
      CAPTURE(page);
      const Page before = story.model().page;
      const bool is_open = open.contains(story.page());
      story.send(HideScreen{});
      CHECK((story.page() == "curtain") != is_open);
      if (story.page() != "curtain") continue;
      CHECK(std::get<CurtainView>(whole_view(story).page).title == "Hidden");
      story.send(ShowScreen{});
      // A warning that stood there is answered by whoever hides the screen.
      if (page != "timeout") CHECK(story.model().page == before);
    }
  }

  TEST_CASE("nothing of the page shows through the curtain, in the window's title either") {
    Scenario story = scenario().start("en").role("clinical").send(HideScreen{});
    const View view = whole_view(story);
    CHECK(view.window_title == "Hidden - Skills Kiosk");
    CHECK_FALSE(view.chrome.has_bars);
  }

  TEST_CASE("F12 and Esc draw it back, comfort stays shut behind it, and saving goes on") {
    Scenario story = scenario().start("en").role("clinical").answer_the_rest().save().send(HideScreen{});
    story.send(OpenComfort{}).send(RecordPooled{});
    CHECK(story.page() == "curtain");
    story.send(HideScreen{});
    CHECK(std::get<ResultsPage>(story.model().page.content).outcome.saving == Saving::saved);
    story.send(HideScreen{}).send(GoBack{});
    CHECK(story.page() == "results");
  }

  TEST_CASE("the idle clock runs behind it: results one minute, questions as the campaign says") {
    Scenario question = scenario().start("en").role("clinical").send(HideScreen{});
    CHECK(next_deadline(question.model()) == 180'000);
    question.send(Tick{180'000});
    CHECK(question.page() == "timeout");
    question.send(InputSeen{});
    CHECK(question.page() == "curtain");
    question.send(Tick{360'000}).send(Tick{420'000});
    CHECK(question.page() == "attract");
    Scenario results = scenario().start("en").role("clinical").answer_the_rest().save().send(HideScreen{});
    CHECK(next_deadline(results.model()) == 60'000);
  }
}

TEST_SUITE("wiping") {
  TEST_CASE("A25: after a wipe nothing differs from a kiosk that nobody has used") {
    const auto is_fresh = [](const Scenario& story) {
      return without_time(story.model()) == without_time(start_kiosk(story.model().setup).model);
    };
    const auto settings = [](Scenario& story) -> Scenario& {
      return story.send(SetTextSize{200})
          .send(SetContrast{Contrast::high})
          .send(SetLanguage{"cy"})
          .send(SetScanning{Scanning::one_switch})
          .send(SetScanSeconds{7});
    };
    Scenario left = scenario().start("en").role("clinical").send(ToggleMark{});
    CHECK_FALSE(is_fresh(settings(left)));
    CHECK(is_fresh(left.send(Leave{})));
    Scenario idle = scenario().start("en").role("clinical");
    settings(idle).send(Tick{180'000}).send(Tick{240'000});
    CHECK(is_fresh(idle));
    Scenario finished = scenario().start("en").role("clinical").answer_the_rest();
    settings(finished).save().send(RecordPooled{}).send(GoNext{}).send(GoNext{}).send(Finish{});
    CHECK(is_fresh(finished));
    Scenario back = scenario().start("en").role("clinical");
    pause(settings(back)).send(GoNext{}).send(OpenResume{});
    enter(back, "4827").send(Leave{});
    CHECK(is_fresh(back));
  }

  TEST_CASE("A15: warned a minute before, one action extends, twelve times and more") {
    Scenario story = at_question();
    const Page before = story.model().page;
    Milliseconds now = 0;
    for (int round = 0; round < 12; ++round) {
      now += 180'000;
      story.send(Tick{now});
      REQUIRE(story.page() == "timeout");
      const auto view = std::get<TimeoutView>(whole_view(story).page);
      CHECK(view.seconds == "Seconds left: 60");
      now += 59'999;  // at the last moment
      story.send(Tick{now}).send(InputSeen{});
      CHECK(story.model().page == before);
    }
    story.send(Tick{now + 180'000}).send(Tick{now + 240'000});
    CHECK(story.page() == "attract");
  }

  TEST_CASE("A15: an administrator can switch it off, or take ten times as long") {
    Setup setup = tests::setup_of(tests::parsed(tests::two_domains));
    setup.idle_limit = 0;
    for (auto& [page, story] : tests::one_scenario_per_page()) {
      const bool is_of_visit = can_be_hidden(story.model()) && page != "resume" && page != "away code";
      Model model = story.model();
      model.setup.idle_limit = 0;
      model.comfort = model.setup.comfort;
      const Step later = update(model, Tick{100'000'000});
      CAPTURE(page);
      if (is_of_visit && page != "timeout") CHECK(page_id(later.model.page) == page_id(model.page));
    }
    setup.idle_limit = 1'800'000;
    Scenario story(setup);
    story.start("en").role("clinical").send(Tick{1'799'999});
    CHECK(story.page() == "question");
    story.send(Tick{1'800'000});
    CHECK(story.page() == "timeout");
  }
}
