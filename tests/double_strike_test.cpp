// Presses that count, and second ones that do not: a fake clock, and real input of the interface.
#include "app/ui/double_strike.hpp"

#include <doctest/doctest.h>

#include "tests/headless_ui.hpp"
#include "tests/printing.hpp"
#include "tests/shipped.hpp"

using namespace app;
using tests::HeadlessUi;

namespace {

using Actions = std::vector<Action>;

View guarded(const std::string& page, Milliseconds setting = 500) {
  View view = tests::view_of(page);
  view.double_strike = setting;
  return view;
}

// A question for a number, whose keypad is meant to be pressed quickly.
View keypad() {
  for (View& view : tests::views_of_every_type("en", 100, Contrast::normal)) {
    const auto* question = std::get_if<QuestionView>(&view.page);
    if (!question || !std::holds_alternative<NumberView>(question->work)) continue;
    view.double_strike = 500;
    return view;
  }
  throw std::logic_error("no question for a number");
}

}  // namespace

TEST_SUITE("double strike") {
  TEST_CASE("A8: a press acts on its release inside, once, and sliding off cancels it") {
    HeadlessUi ui(1280, 800);
    ui.show(guarded("question"));
    const auto on = ui.middle("question.option.1");
    const ui::Point off{5, on.y};
    CHECK(ui.send(ui::PointerPressed{on}).empty());
    CHECK(ui.send(ui::PointerMoved{off}).empty());
    CHECK(ui.send(ui::PointerReleased{off}).empty());
    CHECK(ui.send(ui::PointerPressed{on}).empty());
    CHECK(ui.send(ui::PointerReleased{on}) == Actions{ChooseOption{1}});
  }

  TEST_CASE("A8: a second press on the same target within half a second is none; on another it counts") {
    HeadlessUi ui(1280, 800);
    ui.show(guarded("question"));
    CHECK(ui.click("question.option.1") == Actions{ChooseOption{1}});
    ui.wait(499);
    CHECK(ui.click("question.option.1").empty());
    CHECK(ui.click("question.option.2") == Actions{ChooseOption{2}});
    CHECK(ui.click("question.option.1") == Actions{ChooseOption{1}});
    ui.wait(500);
    CHECK(ui.click("question.option.1") == Actions{ChooseOption{1}});
  }

  TEST_CASE("A8: keypad digits and Move buttons wait a fifth of a second") {
    HeadlessUi ui(1280, 800);
    ui.show(keypad());
    CHECK(ui.click("question.key.3") == Actions{TypeKey{'3'}});
    ui.wait(199);
    CHECK(ui.click("question.key.3").empty());
    ui.wait(1);
    CHECK(ui.click("question.key.3") == Actions{TypeKey{'3'}});
  }

  TEST_CASE("A8: the second half of a press that turned the page falls on nothing, wherever it wavers") {
    HeadlessUi ui(1280, 800);
    ui.show(guarded("comfort"));
    CHECK(ui.click("comfort.next") == Actions{GoNext{}});
    const ui::Point at = ui.middle("comfort.next");
    ui.show([](ui::Frame& frame) { static_cast<void>(frame); }, "between");
    View next = guarded("question");
    ui.show(next);
    const auto here = ui.middle("question.option.1");
    // As if the answer stood where Continue stood: struck at once, and half a second later.
    CHECK(ui.send(ui::PointerPressed{{at.x + 10, at.y}}).empty());
    CHECK(ui.send(ui::PointerReleased{{at.x + 10, at.y}}).empty());
    CHECK(ui.click("question.option.1") == Actions{ChooseOption{1}});  // well away from it: meant
    static_cast<void>(here);
  }

  TEST_CASE("A27: Enter and Space twice on one control count once, on the next control they count") {
    HeadlessUi ui(1280, 800);
    ui.show(guarded("question"));
    ui.key("Tab");
    ui.wait(300);
    ui.key("Tab");
    REQUIRE(ui.focused() == "question.option.0");
    CHECK(ui.key("Space") == Actions{ChooseOption{0}});
    ui.wait(300);
    CHECK(ui.key("Space").empty());
    CHECK(ui.key("Enter").empty());
    ui.key("Tab");
    CHECK(ui.key("Space") == Actions{ChooseOption{1}});
  }

  TEST_CASE("A27: the same key again within a fifth of a second is the same stroke") {
    HeadlessUi ui(1280, 800);
    ui.show(guarded("question"));
    CHECK(ui.key("F9") == Actions{NextTextSize{}});
    ui.wait(199);
    CHECK(ui.key("F9").empty());
    CHECK(ui.key("F10") == Actions{NextContrast{}});
    ui.wait(200);
    CHECK(ui.key("F10") == Actions{NextContrast{}});
  }

  TEST_CASE("A27: the filter can be set from nothing to a second, for every key to more than half of one") {
    using ui::guard_time;
    using ui::Strike;
    CHECK(guard_time(Strike::ordinary, 0) == 0);
    CHECK(guard_time(Strike::quick, 0) == 0);
    CHECK(guard_time(Strike::quick, 100) == 100);
    CHECK(guard_time(Strike::quick, 500) == 200);
    CHECK(guard_time(Strike::ordinary, 1'000) == 1'000);
    CHECK(guard_time(Strike::quick, 1'000) == 700);
    HeadlessUi ui(1280, 800);
    ui.show(guarded("question", 0));
    for (int i = 0; i < 3; ++i) CHECK(ui.click("question.option.1") == Actions{ChooseOption{1}});
    ui.show(guarded("question", 1'000));
    ui.wait(2'000);
    CHECK(ui.click("question.option.1") == Actions{ChooseOption{1}});
    ui.wait(999);
    CHECK(ui.click("question.option.1").empty());
  }

  TEST_CASE("A27: the switch that finds the first item does not press it with its second stroke") {
    HeadlessUi ui(1280, 800);
    View view = guarded("question");
    view.scanning = Scanning::one_switch;
    ui.show(view);
    CHECK(ui.key("Space").empty());
    ui.wait(100);
    CHECK(ui.key("Space").empty());
    ui.wait(500);
    CHECK(ui.key("Space") == Actions{ChooseOption{0}});
  }
}
