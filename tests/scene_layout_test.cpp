// Where the regions of a scene stand when text and fingers need more than the bank gave them.
#include "app/ui/scene_layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace app::ui;
using assessment::Rectangle;

namespace {

SceneNeeds needs(std::vector<float> widths, float height, float gap = 0) {
  return {.widths = std::move(widths), .height = [height](std::size_t, float) { return height; }, .gap = gap};
}

}  // namespace

TEST_SUITE("scene layout") {
  TEST_CASE("where nothing needs more, regions stand as the bank says") {
    const auto layout = lay_out_scene({{10, 20, 50, 10}, {70, 20, 20, 40}}, needs({1, 1}, 1), 1000, 500);
    // 10 % of 1000 and 20 % of 500, and so on.
    CHECK(layout.regions[0] == Box{100, 100, 500, 50});
    CHECK(layout.regions[1] == Box{700, 100, 200, 200});
    CHECK(layout.height == 500);
    CHECK_FALSE(layout.is_stacked);
  }

  TEST_CASE(
      "a region that needs more height grows, what is below it moves down, the scene grows by as much") {
    const auto layout = lay_out_scene({{0, 0, 100, 10}, {0, 20, 100, 10}}, needs({1, 1}, 99), 1000, 500);
    // 99 and 1 for rounding in place of 50 twice: the scene has 100 more.
    CHECK(layout.regions[0].height == 100);
    CHECK(layout.regions[1].y == 150);
    CHECK(layout.height == 600);
  }

  TEST_CASE("neighbours that touch in the bank keep the gap") {
    const auto layout = lay_out_scene({{0, 0, 50, 50}, {50, 0, 50, 50}}, needs({1, 1}, 1, 12), 1000, 500);
    CHECK(layout.regions[1].x - layout.regions[0].right() == 12);
    CHECK(layout.regions[0].x == 6);
    CHECK(layout.regions[1].right() == 994);
  }

  TEST_CASE("a region that needs more width takes it from where nothing stands") {
    const auto layout = lay_out_scene({{0, 0, 10, 50}, {60, 0, 40, 50}}, needs({300, 400}, 1), 1000, 500);
    CHECK(layout.regions[0].width == 300);
    CHECK(layout.regions[1].width == 400);
    CHECK(layout.regions[1].right() <= 1000);
    CHECK_FALSE(layout.is_stacked);
  }

  TEST_CASE("what cannot stand side by side stands below each other in reading order") {
    const auto layout =
        lay_out_scene({{0, 0, 50, 50}, {50, 0, 50, 50}}, needs({600, 600}, 80, 10), 1000, 500);
    CHECK(layout.is_stacked);
    CHECK(layout.regions[0] == Box{5, 5, 990, 80});
    CHECK(layout.regions[1] == Box{5, 95, 990, 80});
    CHECK(layout.height == 180);
  }
}
