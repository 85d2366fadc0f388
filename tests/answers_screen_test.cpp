// Questions of every type by synthetic clicks and keys.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "app/core/view_model.hpp"
#include "app/ui/answers.hpp"
#include "app/ui/screens.hpp"
#include "tests/headless_ui.hpp"
#include "tests/printing.hpp"
#include "tests/shipped.hpp"

using namespace app;
using tests::HeadlessUi;

namespace {

using Actions = std::vector<Action>;

enum class Stage { untouched = 0, error = 1, halfway = 2, answered = 3 };

View page_of(const std::string& item, Stage stage = Stage::untouched) {
  int seen = 0;
  for (const View& view : tests::views_of_every_type("en", 100, Contrast::normal)) {
    const auto* question = std::get_if<QuestionView>(&view.page);
    if (question && question->item == item && seen++ == static_cast<int>(stage)) return view;
  }
  throw std::logic_error("no page of " + item);
}

template <class Work>
const Work& work_of(const View& view) {
  return std::get<Work>(std::get<QuestionView>(view.page).work);
}

void focus_on(HeadlessUi& ui, const std::string& id) {
  for (std::size_t step = 0; step <= ui.items().size() && ui.focused() != id; ++step) ui.key("Tab");
  REQUIRE(ui.focused() == id);
}

// A click, and Enter on the focus, ask for the same.
void check_asks(HeadlessUi& ui, const std::string& id, const Action& action) {
  CAPTURE(id);
  CHECK(ui.click(id) == Actions{action});
  ui.key("Tab");  // brings the ring back, which a finger hides
  focus_on(ui, id);
  CHECK(ui.key("Enter") == Actions{action});
}

}  // namespace

TEST_SUITE("answers") {
  TEST_CASE("order: rows are placed and taken out, buttons move them") {
    HeadlessUi ui(1280, 800);
    const View view = page_of("smartcard_order", Stage::answered);
    ui.show(view);
    const auto& placed = work_of<OrderView>(view).placed;
    const auto id = [](const char* what, const OrderRowView& row) {
      return "question." + std::string(what) + "." + std::to_string(row.choice);
    };
    check_asks(ui, id("option", placed[1]), ChooseOption{placed[1].choice});
    check_asks(ui, id("up", placed[1]), MoveOption{placed[1].option, -1});
    check_asks(ui, id("down", placed[1]), MoveOption{placed[1].option, 1});
    CHECK(ui.item(id("option", placed[1])).value == "selected");
    CHECK(ui.item(id("up", placed[1])).name == "Move up: " + placed[1].label);
    CHECK_FALSE(ui.has(id("up", placed.front())));
    CHECK_FALSE(ui.has(id("down", placed.back())));
  }

  TEST_CASE("order: who moves a step to the end by a key finds the way back focused") {
    HeadlessUi ui(1280, 800);
    const View view = page_of("smartcard_order", Stage::answered);
    ui.show(view);
    const std::string second = std::to_string(work_of<OrderView>(view).placed[1].choice);
    focus_on(ui, "question.up." + second);
    ui.key("Enter");
    CHECK(ui.focused() == "question.down." + second);
    ui.click("question.up." + second);  // a finger needs no focus
    CHECK(ui.focused() == "question.up." + second);
  }

  TEST_CASE("match: both lists, with the number of each pair in what is spoken") {
    HeadlessUi ui(1280, 800);
    const View view = page_of("join_tools", Stage::halfway);  // the first left one is picked
    ui.show(view);
    const auto& match = work_of<MatchView>(view);
    CHECK(ui.item("question.left.0").value == "selected");
    check_asks(ui, "question.left.3", PickLeft{match.lefts[3].option});
    check_asks(ui, "question.right.2", JoinRight{match.rights[2].option});
    ui.show(page_of("join_tools", Stage::answered));
    CHECK(ui.item("question.right.1").name.ends_with(", pair 2"));
  }

  TEST_CASE("number: keys on the glass and keys of a keyboard type the same") {
    HeadlessUi ui(1280, 800);
    ui.show(page_of("fever", Stage::answered));
    CHECK(ui.item("question.typed").value == "38");
    CHECK(ui.item("question.typed").role == ui::ItemRole::status);
    for (const char digit : std::string("0123456789")) {
      check_asks(ui, std::string("question.key.") + digit, TypeKey{digit});
      CHECK(ui.key(std::string(1, digit)) == Actions{TypeKey{digit}});
    }
    check_asks(ui, "question.key.point", TypeKey{'.'});
    check_asks(ui, "question.key.delete", TypeKey{'<'});
    CHECK(ui.key(".") == Actions{TypeKey{'.'}});
    CHECK(ui.key("Backspace") == Actions{TypeKey{'<'}});
    CHECK(ui.item("question.key.5").role == ui::ItemRole::key);
  }

  TEST_CASE("scene: every region can be pressed and focused, and a chosen one says so") {
    HeadlessUi ui(1280, 800);
    const View view = page_of("suspicious_part", Stage::answered);
    ui.show(view);
    for (const RegionView& region : work_of<SceneView>(view).regions) {
      const std::string id = "question.option." + std::to_string(region.choice);
      check_asks(ui, id, ChooseOption{region.choice});
      CHECK(ui.item(id).role == ui::ItemRole::region);
      CHECK(ui.item(id).value == (region.choice == 0 ? "selected" : ""));
    }
    check_asks(ui, "question.option.7", ChooseOption{7});  // not sure
    CHECK(ui.item("question.scene").name == "Inbox");
  }

  TEST_CASE("A20: the link of an error leads to the first thing that answers") {
    HeadlessUi ui(1280, 800);
    for (const auto& [item, first] :
         std::vector<std::pair<std::string, std::string>>{{"join_tools", "question.left.0"},
                                                          {"fever", "question.key.1"},
                                                          {"suspicious_part", "question.option.0"},
                                                          {"suspicious_part/1", "question.option.0"},
                                                          {"lock_screen", "question.option.0"}}) {
      CAPTURE(item);
      ui.show(page_of(item, Stage::error));
      ui.click("question.error");
      CHECK(ui.focused() == first);
    }
    const View order = page_of("smartcard_order", Stage::error);
    ui.show(order);
    ui.click("question.error");
    CHECK(ui.focused() ==
          "question.option." + std::to_string(work_of<OrderView>(order).unplaced.front().choice));
  }

  TEST_CASE("a picture is shown where it was loaded, else its words stand there") {
    HeadlessUi ui(1280, 800);
    ui.show(page_of("safe_places"));
    const auto item = ui.item("question.image");
    CHECK(item.role == ui::ItemRole::image);
    CHECK(item.name == "A smartcard with a photograph and a chip, half in a reader.");
  }

  TEST_CASE(
      "Tab visits every answer in the order in which it is read, on a small screen with large letters") {
    HeadlessUi ui(1024, 768);
    ui.set_text(200);
    for (const View& view : tests::views_of_every_type("en", 200, Contrast::normal)) {
      if (view.id != "question") continue;
      ui.show(view);
      CAPTURE(view.window_title);
      focus_on(ui, "question.back");
      for (const std::string& id : ui.controls()) {
        if (id.starts_with("body.")) continue;
        if (id.starts_with("bar.")) break;
        while (ui.focused().starts_with("body.")) ui.key("Tab");
        CHECK(ui.focused() == id);
        const auto& item = ui.item(id);
        const auto seen = ui.scroll().viewport;
        const float ring = 2 * ui.theme().ring_band();
        if (item.place == ui::Place::body && item.box.height + 2 * ring < seen.height) {
          CHECK(item.box.y - ring >= seen.y);
          CHECK(item.box.bottom() + ring <= seen.bottom());
        }
        ui.key("Tab");
      }
    }
  }
}
