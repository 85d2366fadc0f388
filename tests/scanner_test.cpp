// Switch scanning: the ring of items, its steps in time, and presses that count.
#include "app/ui/scanner.hpp"

#include <doctest/doctest.h>

#include "tests/headless_ui.hpp"
#include "tests/printing.hpp"
#include "tests/shipped.hpp"

using namespace app;
using tests::HeadlessUi;

namespace {

using Ids = std::vector<std::string>;

View scanned(const std::string& page, Scanning scanning) {
  View view = tests::view_of(page);
  view.scanning = scanning;
  view.scan_seconds = 3;
  return view;
}

// The items that a running scan comes by in `steps` steps, the present one first.
Ids next_items(HeadlessUi& ui, std::size_t steps) {
  Ids ids{ui.focused()};
  while (ids.size() < steps) {
    ui.wait(3'000);
    ids.push_back(ui.focused());
  }
  return ids;
}

}  // namespace

TEST_SUITE("scanner") {
  TEST_CASE(
      "one switch: from the first answer through Continue and the bar to Back, once every three seconds") {
    HeadlessUi ui(1280, 1600);
    ui.show(scanned("question", Scanning::one_switch));
    CHECK(ui.next_step() == std::nullopt);
    CHECK(ui.key("Space").empty());  // the first press only begins
    CHECK(next_items(ui, 13) == Ids{"question.option.0", "question.option.1", "question.option.2",
                                    "question.option.3", "question.option.4", "question.option.5",
                                    "question.next", "question.mark", "bar.comfort", "bar.language",
                                    "bar.hide", "bar.away", "question.back"});
    ui.wait(2'999);
    CHECK(ui.focused() == "question.back");
    ui.wait(1);
    CHECK(ui.focused() == "question.option.0");
  }

  TEST_CASE("a press activates what is lit and the time begins anew; either switch will do") {
    HeadlessUi ui(1280, 1600);
    ui.show(scanned("question", Scanning::one_switch));
    ui.key("Enter");
    ui.wait(3'000);
    ui.wait(2'000);
    CHECK(ui.key("Space") == std::vector<Action>{ChooseOption{1}});
    ui.wait(2'999);
    CHECK(ui.focused() == "question.option.1");
    ui.wait(1);
    CHECK(ui.focused() == "question.option.2");
    CHECK(ui.key("Enter") == std::vector<Action>{ChooseOption{2}});
  }

  TEST_CASE("after three rounds without a press it stops, hides and asks for no more frames") {
    HeadlessUi ui(1280, 1600);
    ui.show(scanned("question", Scanning::one_switch));
    ui.key("Space");
    const auto count = static_cast<Milliseconds>(ui.controls().size());
    ui.wait(3 * count * 3'000 - 1);
    CHECK(ui.next_step().has_value());
    ui.wait(1);
    CHECK(ui.next_step() == std::nullopt);
    CHECK(ui.focused().empty());
    ui.key("Space");
    CHECK(ui.focused() == "question.option.0");
  }

  TEST_CASE("no step is made before its time, however often the page is drawn") {
    HeadlessUi ui(1280, 1600);
    ui.show(scanned("question", Scanning::one_switch));
    ui.key("Space");
    for (int i = 0; i < 5; ++i) ui.show(scanned("question", Scanning::one_switch));
    CHECK(ui.focused() == "question.option.0");
  }

  TEST_CASE("on the next page it goes on from the first item there") {
    HeadlessUi ui(1280, 1600);
    ui.show(scanned("question", Scanning::one_switch));
    ui.key("Space");
    ui.show(scanned("check", Scanning::one_switch));
    CHECK(ui.focused().starts_with("check.change."));
    CHECK(ui.next_step() == Milliseconds{3'000});
  }

  TEST_CASE("a touch stops it, and so does switching it off") {
    HeadlessUi ui(1280, 1600);
    ui.show(scanned("question", Scanning::one_switch));
    ui.key("Space");
    ui.click("question.option.1");
    CHECK(ui.next_step() == std::nullopt);
    ui.key("Space");
    CHECK(ui.next_step().has_value());
    ui.show(scanned("question", Scanning::off));
    CHECK(ui.next_step() == std::nullopt);
  }

  TEST_CASE("two switches: Space goes on, Enter activates, and nothing moves by itself") {
    HeadlessUi ui(1280, 1600);
    ui.show(scanned("question", Scanning::two_switches));
    CHECK(ui.key("Enter").empty());  // nobody presses what they cannot see
    CHECK(ui.focused() == "question.option.0");
    ui.key("Space");
    CHECK(ui.focused() == "question.option.1");
    CHECK(ui.key("Enter") == std::vector<Action>{ChooseOption{1}});
    CHECK(ui.next_step() == std::nullopt);
  }

  TEST_CASE("what lies below the page's edge is brought into sight") {
    HeadlessUi ui(1024, 768);
    ui.set_text(200);
    View view = scanned("question", Scanning::one_switch);
    view.text_size = 200;
    ui.show(view);
    ui.key("Space");
    for (std::size_t step = 0; step < ui.controls().size(); ++step) {
      const auto& item = ui.item(ui.focused());
      if (item.place == ui::Place::body) {
        CAPTURE(item.id);
        CHECK(item.box.y >= ui.scroll().viewport.y);
      }
      ui.wait(3'000);
    }
  }
}
