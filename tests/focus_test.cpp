// The focus as a value, and keys by their names.
#include "app/ui/focus.hpp"

#include <doctest/doctest.h>

#include "app/ui/input.hpp"

using namespace app::ui;

namespace {

const std::vector<FrameItem> page{{.id = "title", .role = ItemRole::heading},
                                  {.id = "back", .role = ItemRole::button},
                                  {.id = "first", .role = ItemRole::radio},
                                  {.id = "words"},
                                  {.id = "next", .role = ItemRole::button}};

std::string after(const std::string& id, Direction direction) {
  return move_focus({.id = id}, page, direction).id;
}

}  // namespace

TEST_SUITE("focus") {
  TEST_CASE("from nowhere, forward is the first control and backward the last") {
    CHECK(after("", Direction::forward) == "back");
    CHECK(after("", Direction::backward) == "next");
  }

  TEST_CASE("it stops at controls only, in reading order, and goes around") {
    CHECK(after("back", Direction::forward) == "first");
    CHECK(after("first", Direction::forward) == "next");
    CHECK(after("next", Direction::forward) == "back");
  }

  TEST_CASE("backward undoes forward") {
    for (const std::string id : {"back", "first", "next"}) {
      CHECK(after(after(id, Direction::forward), Direction::backward) == id);
    }
  }

  TEST_CASE("an item that has gone counts as nowhere") {
    CHECK(after("gone", Direction::forward) == "back");
  }

  TEST_CASE("a page without controls has no focus") {
    CHECK(move_focus({.id = "x"}, {}, Direction::forward).id.empty());
  }

  TEST_CASE("moving shows the ring") {
    CHECK(move_focus({}, page, Direction::forward).is_ring_visible);
  }

  TEST_CASE("pressing activates what the ring shows; a hidden ring only comes back") {
    const Focus shown{.id = "first", .is_ring_visible = true};
    const Focus hidden{.id = "first"};
    CHECK(press_focused(shown, page).activated == "first");
    CHECK(press_focused(hidden, page).activated.empty());
    CHECK(press_focused(hidden, page).is_ring_visible);
  }

  TEST_CASE("pressing with the focus nowhere does nothing") {
    CHECK(press_focused({}, page) == Focus{});
  }
}

TEST_SUITE("keys") {
  TEST_CASE("keys are read by their names") {
    CHECK(parse_key("Tab") == KeyPressed{Key::tab});
    CHECK(parse_key("Shift+Tab") == KeyPressed{Key::tab, Shift::held});
    CHECK(parse_key("Page Down") == KeyPressed{Key::page_down});
    CHECK(parse_key("F9") == KeyPressed{Key::f9});
    CHECK(parse_key("a") == std::nullopt);
    CHECK(parse_key("") == std::nullopt);
    CHECK(parse_key("Shift+") == std::nullopt);
  }
}
