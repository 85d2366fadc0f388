// Every page, language, text size, theme and size of screen: nothing cut off, nothing on top of
// anything else, nothing too small to press.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "app/ui/imgui_compat.hpp"
#include "tests/headless_ui.hpp"
#include "tests/printing.hpp"
#include "tests/shipped.hpp"

using namespace app;
using tests::HeadlessUi;

namespace {

constexpr float rounding = 1;  // pixels: boxes are not rounded, the glass is

struct Glass {
  int width, height;
};
constexpr Glass glasses[] = {{1024, 768}, {1280, 720}, {1280, 800}, {1920, 1080}, {1080, 1920}};

bool overlap(const ui::Box& one, const ui::Box& other) {
  return one.x + rounding < other.right() && other.x + rounding < one.right() &&
         one.y + rounding < other.bottom() && other.y + rounding < one.bottom();
}

// Straight across or straight up and down; diagonal neighbours are further away than either.
float distance(const ui::Box& one, const ui::Box& other) {
  const float across = std::max(one.x - other.right(), other.x - one.right());
  const float down = std::max(one.y - other.bottom(), other.y - one.bottom());
  return std::max(across, down);
}

std::vector<std::string> faults_of_item(const HeadlessUi& ui, const ui::FrameItem& item) {
  std::vector<std::string> faults;
  const auto expect = [&](bool holds, const char* what) {
    if (!holds) faults.push_back(fmt::format("{}: {}", item.id, what));
  };
  const ui::Theme& theme = ui.theme();
  const auto width = static_cast<float>(theme.screen.width);
  const auto height = static_cast<float>(theme.screen.height);
  expect(item.box.width > 0 && item.box.height > 0, "has no size");
  expect(item.box.x >= theme.px(32) - 16 - rounding && item.box.right() <= width - theme.px(32) + rounding,
         "leaves the page sideways");
  if (item.place == ui::Place::bar)
    expect(item.box.y >= 0 && item.box.bottom() <= height, "leaves the screen");
  if (item.place == ui::Place::body) {
    const float top = ui.scroll().viewport.y - ui.scroll().offset;
    expect(item.box.y >= top && item.box.bottom() <= top + ui.scroll().content_height, "leaves the page");
  }
  if (!is_control(item.role)) return faults;
  const bool is_answer = item.role == ui::ItemRole::radio || item.role == ui::ItemRole::checkbox ||
                         item.id.ends_with(".next") || item.id.find(".start.") != std::string::npos;
  const float least = is_answer ? theme.answer_target() : theme.control_target();
  expect(item.box.height >= least, "is too low to press");
  expect(item.box.width >= theme.control_target(), "is too narrow to press");
  if (item.place == ui::Place::bar) {
    expect(item.box.x >= 25 && item.box.right() <= width - 25 && item.box.y >= 25 &&
               item.box.bottom() <= height - 25,
           "is too near the edge of the screen");
  }
  return faults;
}

std::vector<std::string> faults_of_page(const HeadlessUi& ui) {
  std::vector<std::string> faults;
  std::set<std::string> ids;
  for (const auto& item : ui.items()) {
    if (!ids.insert(item.id).second) faults.push_back(item.id + ": stands twice");
    const auto more = faults_of_item(ui, item);
    faults.insert(faults.end(), more.begin(), more.end());
  }
  const float gap = 3 * ui.theme().pixels_per_mm;
  for (auto one = ui.items().begin(); one != ui.items().end(); ++one) {
    for (auto other = std::next(one); other != ui.items().end(); ++other) {
      if (one->place != other->place) continue;
      if (overlap(one->box, other->box)) faults.push_back(fmt::format("{} lies on {}", one->id, other->id));
      if (is_control(one->role) && is_control(other->role) &&
          distance(one->box, other->box) < gap - rounding) {
        faults.push_back(fmt::format("{} is too near to {}", one->id, other->id));
      }
    }
  }
  return faults;
}

void check_all_pages(const Glass& glass) {
  HeadlessUi ui(glass.width, glass.height);
  for (const int text_size : {100, 125, 150, 200}) {
    for (const Contrast contrast : {Contrast::normal, Contrast::high}) {
      ui.set_text(text_size, contrast);
      for (const char* language : {"en", "cy"}) {
        for (const View& view : tests::views_of_a_visit(language, text_size, contrast)) {
          ui.show(view);
          CAPTURE(view.id);
          CAPTURE(text_size);
          CAPTURE(language);
          CHECK(faults_of_page(ui) == std::vector<std::string>{});
          if (!view.chrome.has_bars) CHECK(ui.scroll().limit() == 0);  // there is no way to see more
        }
      }
    }
  }
}

// Scenes are drawn larger where their text or a finger needs it, so they are looked at at every size.
void check_every_type(const Glass& glass, Contrast contrast) {
  HeadlessUi ui(glass.width, glass.height);
  for (const int text_size : {100, 125, 150, 200}) {
    ui.set_text(text_size, contrast);
    for (const char* language : {"en", "cy"}) {
      for (const View& view : tests::views_of_every_type(language, text_size, contrast)) {
        ui.show(view);
        CAPTURE(view.window_title);
        CAPTURE(text_size);
        CHECK(faults_of_page(ui) == std::vector<std::string>{});
      }
    }
  }
}

}  // namespace

TEST_SUITE("layout") {
  TEST_CASE("A10: every type of question at 1024x768") {
    check_every_type(glasses[0], Contrast::normal);
  }
  TEST_CASE("every type of question at 1280x720, high contrast") {
    check_every_type(glasses[1], Contrast::high);
  }
  TEST_CASE("every type of question at 1080x1920") {
    check_every_type(glasses[4], Contrast::normal);
  }

  TEST_CASE("A10: every page of every shipped bank, the largest text on the smallest screen") {
    std::size_t banks = 0;
    for (const auto& file : std::filesystem::directory_iterator(SOURCE_ROOT "/question_banks")) {
      if (file.path().extension() != ".yaml") continue;
      ++banks;
      HeadlessUi ui(glasses[0].width, glasses[0].height);
      ui.set_text(200);
      for (const char* language : {"en", "cy"}) {
        const auto path = "question_banks/" + file.path().filename().string();
        for (const View& view : tests::views_of_bank(path, language, 200)) {
          ui.show(view);
          CAPTURE(path);
          CAPTURE(view.window_title);
          CHECK(faults_of_page(ui) == std::vector<std::string>{});
        }
      }
    }
    CHECK(banks == 7);  // see docs/banks/README.md
  }

  TEST_CASE("A28: nothing is cut off, overlaps or leaves the page at 1024x768") {
    check_all_pages(glasses[0]);
  }
  TEST_CASE("A28: nothing is cut off, overlaps or leaves the page at 1280x720") {
    check_all_pages(glasses[1]);
  }
  TEST_CASE("A10: nothing is cut off, overlaps or leaves the page at 1280x800") {
    check_all_pages(glasses[2]);
  }
  TEST_CASE("A10: nothing is cut off, overlaps or leaves the page at 1920x1080") {
    check_all_pages(glasses[3]);
  }
  TEST_CASE("A10: nothing is cut off, overlaps or leaves the page at 1080x1920") {
    check_all_pages(glasses[4]);
  }

  TEST_CASE("A7: on dense and coarse panels targets keep their millimetres") {
    HeadlessUi ui(1920, 1080);
    for (const float density : {85.3F, 91.8F, 102.5F, 141.2F}) {
      ui.resize(1920, 1080, density);
      for (const View& view : tests::views_of_a_visit("en", 100, Contrast::normal)) {
        ui.show(view);
        CAPTURE(density);
        CHECK(faults_of_page(ui) == std::vector<std::string>{});
      }
    }
  }

  TEST_CASE(
      "A19: comfort is on the first page and every later one, each button of the bar in its one place") {
    // Where there is no bar at all: nobody is served there, or the whole glass is something else.
    const std::set<std::string> without{"out_of_order", "curtain", "clean"};
    for (const Glass& glass : glasses) {
      HeadlessUi ui(glass.width, glass.height);
      for (const int text_size : {100, 200}) {
        ui.set_text(text_size);
        for (const char* language : {"en", "cy"}) {
          std::map<std::string, ui::Box> places;
          for (const View& view : tests::views_of_a_visit(language, text_size, Contrast::normal)) {
            if (view.language != language || view.text_size != text_size) continue;  // wiped already
            ui.show(view);
            CAPTURE(view.id);
            CHECK(ui.has("bar.comfort") != without.contains(view.id));
            CHECK(ui.has("bar.language") != without.contains(view.id));
            for (const char* id : {"bar.comfort", "bar.language", "bar.hide", "bar.away"}) {
              if (!ui.has(id)) continue;
              CHECK(places.try_emplace(id, ui.item(id).box).first->second == ui.item(id).box);
            }
          }
          CHECK(places.size() == 4);
        }
      }
    }
  }

  TEST_CASE(
      "A19: text size, contrast and reading aloud stand in the open on the first page, in sight with Start") {
    for (const auto& [width, height, text_size] : {std::tuple(1280, 720, 100), std::tuple(1280, 800, 150)}) {
      HeadlessUi ui(width, height);
      ui.set_text(text_size);
      for (const char* language : {"en", "cy"}) {
        View view = tests::view_of("attract", language);
        ui.show(view);
        CAPTURE(text_size);
        const auto is_in_sight = [&](const char* id) {
          return ui.item(id).box.bottom() <= ui.scroll().viewport.bottom();
        };
        CHECK(is_in_sight("attract.start.en"));
        CHECK(is_in_sight("attract.start.cy"));
        for (const char* id : {"attract.text_size", "attract.contrast", "attract.read_aloud"})
          CHECK((text_size > 100 || is_in_sight(id)));
      }
    }
    HeadlessUi ui(1280, 800);
    ui.show(tests::view_of("attract"));
    CHECK(ui.click("attract.text_size") == std::vector<Action>{NextTextSize{}});
    CHECK(ui.click("attract.contrast") == std::vector<Action>{NextContrast{}});
    CHECK(ui.click("attract.read_aloud") == std::vector<Action>{ReadPage{}});
  }

  TEST_CASE("the organisation stands in the same place on every page") {
    HeadlessUi ui(1280, 800);
    std::optional<ui::Box> place;
    for (const View& view : tests::views_of_a_visit("en", 100, Contrast::normal)) {
      ui.show(view);
      if (!ui.has("bar.organisation")) continue;
      CAPTURE(view.id);
      if (!place) place = ui.item("bar.organisation").box;
      CHECK(*place == ui.item("bar.organisation").box);
    }
    CHECK(place.has_value());
  }

  TEST_CASE("a site's logo keeps its shape, and its distance from Back, in every size") {
    for (const auto& [width, height] : {std::pair(300, 60), std::pair(4000, 100), std::pair(20, 400)}) {
      for (const int text_size : {100, 200}) {
        HeadlessUi ui(1024, 768);
        ui.set_text(text_size);
        ui.set_pictures({{":logo", {1, width, height}}});
        for (View view : tests::views_of_a_visit("en", text_size, Contrast::normal)) {
          view.chrome.logo = ":logo";
          ui.show(view);
          if (!ui.has("bar.organisation")) continue;
          CAPTURE(view.id);
          const ui::FrameItem& logo = ui.item("bar.organisation");
          CHECK(logo.role == ui::ItemRole::image);
          // Whole pixels: neither side is off by more than one.
          CHECK(std::abs(logo.box.width * static_cast<float>(height) -
                         logo.box.height * static_cast<float>(width)) <=
                static_cast<float>(std::max(width, height)));
          CHECK(logo.box.height <= ui.theme().control_target());
          CHECK(logo.box.right() <= 1024 - ui.theme().edge_clear());
          for (const auto& item : ui.items())
            CHECK((!item.id.ends_with(".back") || item.box.right() + ui.theme().gap() <= logo.box.x));
        }
      }
    }
  }

  TEST_CASE("A13: colour is never the only cue: both themes list the same items") {
    HeadlessUi ui(1280, 800);
    const auto normal = tests::views_of_a_visit("en", 100, Contrast::normal);
    for (View view : normal) {
      ui.set_text(100, Contrast::normal);
      ui.show(view);
      const auto items = ui.items();
      ui.set_text(100, Contrast::high);
      view.contrast = Contrast::high;
      ui.show(view);
      REQUIRE(ui.items().size() == items.size());
      for (std::size_t index = 0; index < items.size(); ++index) {
        CHECK(ui.items()[index].id == items[index].id);
        CHECK(ui.items()[index].value == items[index].value);
      }
    }
  }

  TEST_CASE("A23: every character that can be shown has a glyph") {
    HeadlessUi ui(1280, 800);
    const std::u32string needed = U"AZaz09âêîôûŵŷÂÊÎÔÛŴŶáéëïöẁỳąęłńśźżșțñç–—‘’“”•…€✓←▲▼●";
    for (const auto role :
         {ui::TypeRole::xl, ui::TypeRole::body, ui::TypeRole::strong, ui::TypeRole::small}) {
      for (const char32_t character : needed) {
        CAPTURE(static_cast<unsigned>(character));
        CHECK(ui::has_glyph(ui.typeface().font(role), static_cast<unsigned>(character)));
      }
    }
  }
}
