// "Staff only": the PIN, its growing delays, and what lies behind it.
#include <doctest/doctest.h>

#include "app/core/tries.hpp"
#include "tests/scenario.hpp"
#include "tests/shipped.hpp"

using namespace app;
using tests::Scenario;

namespace {

Setup guarded() {
  Setup setup = tests::setup_of(tests::parsed(tests::two_domains));
  setup.admin_pin = "$argon2id$…";  // only compared by a command
  return setup;
}

Scenario& enter(Scenario& story, const std::string& pin) {
  for (const char digit : pin) story.send(TypeKey{digit});
  return story.send(GoNext{});
}

Scenario unlocked(Setup setup = guarded()) {
  Scenario story(std::move(setup));
  story.send(OpenStaff{});
  enter(story, "482715").send(PinChecked{true});
  return story;
}

StaffPage staff(const Scenario& story) {
  return std::get<StaffPage>(story.model().page.content);
}
StaffView view_of(const Scenario& story) {
  return std::get<StaffView>(make_view(story.model(), tests::shipped_strings()).page);
}

}  // namespace

TEST_SUITE("staff") {
  TEST_CASE("the right PIN opens, and what was typed is forgotten before it is checked") {
    Scenario story(guarded());
    story.send(OpenStaff{}).take_commands();
    enter(story, "482715");
    CHECK(story.take_commands() == std::vector<Command>{CheckPin{"482715", "$argon2id$…"}});
    CHECK(staff(story).typed.empty());
    story.send(PinChecked{true});
    CHECK(story.take_commands() == std::vector<Command>{LookAtKiosk{}});
    story.send(KioskSeen{{.can_save = true, .outbox = Outbox::missing}});
    CHECK(view_of(story).state ==
          std::vector<std::string>{"This terminal works. It can save results.",
                                   "The folder for finished batches cannot be reached."});
    story.send(GoBack{});
    CHECK(story.page() == "attract");
  }

  TEST_CASE("without a PIN in the campaign there is no door, and none from inside a visit") {
    CHECK(Scenario(tests::setup_of(tests::parsed(tests::two_domains))).send(OpenStaff{}).page() == "attract");
    Scenario story(guarded());
    story.start("en").role("clinical").send(OpenStaff{});
    CHECK(story.page() == "question");
  }

  TEST_CASE("no digit of a PIN is shown or spoken") {
    Scenario story(guarded());
    story.send(OpenStaff{});
    for (const char digit : std::string("4827159")) story.send(TypeKey{digit});
    const StaffView view = view_of(story);
    CHECK(view.entry.shown == "● ● ● ● ● ● ●");
    CHECK(view.entry.spoken == "Digits entered: 7");
    story.send(TypeKey{'<'}).send(TypeKey{'.'});
    CHECK(staff(story).typed == "482715");
    for (int i = 0; i < 20; ++i) story.send(TypeKey{'1'});
    CHECK(staff(story).typed.size() == 12);
  }

  TEST_CASE("wrong PINs wait longer and longer, wherever the answer arrives, until the right one") {
    Scenario story(guarded());
    Milliseconds now = 0;
    for (const Milliseconds wait : {0, 0, 15'000, 30'000, 60'000, 120'000, 240'000, 300'000, 300'000}) {
      story.send(OpenStaff{}).take_commands();
      enter(story, "000000");
      REQUIRE(story.take_commands().size() == 1);
      story.send(PinChecked{false});
      CHECK(staff(story).fault == EntryFault::wrong);
      CHECK(wait_left(story.model().pin_tries, now) == wait);
      if (wait > 0) {
        enter(story, "482715");
        CHECK(story.take_commands().empty());
        CHECK(view_of(story).wait == "Seconds until you can try again: " + std::to_string(wait / 1000));
      }
      story.send(GoBack{});
      now += wait;
      story.send(Tick{now});
    }
    story.send(OpenStaff{});
    enter(story, "482715").send(PinChecked{true});
    CHECK(story.model().pin_tries == Tries{});

    Scenario gone(guarded());
    gone.send(OpenStaff{});
    enter(gone, "000000").send(GoBack{}).send(PinChecked{false});
    CHECK(gone.page() == "attract");
    CHECK(gone.model().pin_tries.wrong == 1);
  }

  TEST_CASE("while the glass is wiped nothing counts, for thirty seconds") {
    Scenario story = unlocked();
    story.send(StartCleaning{});
    CHECK(story.page() == "clean");
    CHECK(next_deadline(story.model()) == 1'000);
    const auto seconds = [&] {
      return std::get<CleanView>(make_view(story.model(), tests::shipped_strings()).page).count;
    };
    CHECK(seconds() == "30");
    for (const Action& action :
         std::vector<Action>{GoNext{}, GoBack{}, Leave{}, OpenComfort{}, NextLanguage{}, NextTextSize{},
                             NextContrast{}, HideScreen{}, TypeKey{'1'}})
      CHECK(update(story.model(), action).model == story.model());
    story.send(Tick{29'001}).send(InputSeen{});
    CHECK(seconds() == "1");
    story.send(Tick{30'000});
    CHECK(story.page() == "attract");
  }

  TEST_CASE("staff may end the program, unless it is locked down") {
    Scenario story = unlocked();
    CHECK_FALSE(view_of(story).quit.empty());
    story.take_commands();
    story.send(Quit{});
    CHECK(story.take_commands() == std::vector<Command>{QuitKiosk{}});
    Setup setup = guarded();
    setup.is_locked_down = true;
    Scenario locked = unlocked(setup);
    CHECK(view_of(locked).quit.empty());
    locked.take_commands();
    CHECK(locked.send(Quit{}).take_commands().empty());
  }

  TEST_CASE("the open door shuts after a minute; nothing behind it works from in front of it") {
    Scenario story = unlocked();
    story.send(Tick{60'000});
    CHECK(story.page() == "attract");
    Scenario shut(guarded());
    shut.send(OpenStaff{});
    const Model before = shut.model();
    CHECK(update(before, StartCleaning{}).model == before);
    CHECK(update(before, Quit{}).commands.empty());
    CHECK(update(before, KioskSeen{}).model == before);
    CHECK(update(before, PinChecked{true}).model == before);  // nobody asked for it
  }

  TEST_CASE("a kiosk that is out of order has the door too, and stays out of order behind it") {
    Setup setup = guarded();
    setup.bank = nullptr;
    Scenario story = unlocked(setup);
    CHECK(story.page() == "staff");
    CHECK(view_of(story.send(KioskSeen{{.can_save = false}})).state ==
          std::vector<std::string>{"This terminal cannot save results. Its log says why."});
    story.send(StartCleaning{}).send(Tick{30'000});
    CHECK(story.page() == "out_of_order");
    story.send(OpenStaff{}).send(GoBack{});
    CHECK(story.page() == "out_of_order");
  }
}
