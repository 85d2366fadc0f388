#include "assessment/reporting/scene.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/chart_samples.hpp"

using namespace assessment;
using tests::absent;
using tests::chart_of;
using tests::hidden;
using tests::shown;
using tests::too_few;

namespace {

constexpr Color first{0x12, 0x43, 0x6D}, second{0x28, 0xA1, 0x97}, hatching{0xAE, 0xB7, 0xBD},
    orange{0xF4, 0x6A, 0x25};

ChartScene lay_out(const Chart& chart, const ChartSize& size = {}) {
  return layout(chart, size, tests::even_metrics());
}

std::vector<SceneRectangle> of_color(const ChartScene& scene, Color color) {
  std::vector<SceneRectangle> found;
  for (const SceneRectangle& rectangle : scene.rectangles) {
    if (rectangle.fill == color) found.push_back(rectangle);
  }
  return found;
}

std::vector<std::string> texts_of(const ChartScene& scene) {
  std::vector<std::string> texts;
  for (const SceneText& text : scene.texts) texts.push_back(text.text);
  return texts;
}

bool writes(const ChartScene& scene, std::string_view text) {
  return std::ranges::count(texts_of(scene), text) > 0;
}

std::ptrdiff_t hatch_lines(const ChartScene& scene) {
  return std::ranges::count(scene.lines, hatching, &SceneLine::color);
}

// Where the ink of a text lies: capitals reach 0.72 em above the base line, descenders 0.2 em below it.
SceneRectangle ink_of(const SceneText& text) {
  const double width = tests::even_metrics().width(text.text, text.size, text.weight);
  const double share = text.anchor == Anchor::start ? 0 : text.anchor == Anchor::middle ? 0.5 : 1;
  return {.x = text.at.x - share * width,
          .y = text.at.y - 0.72 * text.size,
          .width = width,
          .height = 0.92 * text.size};
}

bool overlap(const SceneRectangle& a, const SceneRectangle& b) {
  constexpr double touch = 0.01;
  return a.x + touch < b.x + b.width && b.x + touch < a.x + a.width && a.y + touch < b.y + b.height &&
         b.y + touch < a.y + a.height;
}

bool is_inside(const ChartScene& scene, const SceneRectangle& box) {
  constexpr double rounding = 0.01;
  return box.x >= -rounding && box.y >= -rounding && box.x + box.width <= scene.width + rounding &&
         box.y + box.height <= scene.height + rounding;
}

void check_order(const ChartScene& scene) {
  for (std::size_t i = 0; i < scene.texts.size(); ++i) {
    CAPTURE(scene.texts[i].text);
    const SceneRectangle ink = ink_of(scene.texts[i]);
    CHECK(is_inside(scene, ink));
    for (std::size_t other = i + 1; other < scene.texts.size(); ++other) {
      CAPTURE(scene.texts[other].text);
      CHECK_FALSE(overlap(ink, ink_of(scene.texts[other])));
    }
  }
  for (const SceneRectangle& rectangle : scene.rectangles) CHECK(is_inside(scene, rectangle));
  for (const SceneLine& line : scene.lines) {
    CHECK(is_inside(scene, {.x = std::min(line.from.x, line.to.x),
                            .y = std::min(line.from.y, line.to.y),
                            .width = std::abs(line.from.x - line.to.x),
                            .height = std::abs(line.from.y - line.to.y)}));
  }
}

}  // namespace

TEST_SUITE("chart text") {
  TEST_CASE("of a figure is in tenths or whole, with its unit; of what is withheld the stand-in") {
    Chart chart = chart_of(ChartKind::bars, {}, {});
    CHECK(value_text(chart, shown(613)) == "61.3%");
    CHECK(value_text(chart, shown(-5)) == "-0.5%");
    CHECK(value_text(chart, hidden) == "*");
    CHECK(value_text(chart, too_few) == "fewer than 10");
    CHECK(value_text(chart, absent) == "-");
    chart.decimals = 0;
    CHECK(value_text(chart, shown(345)) == "35%");
    CHECK(value_text(chart, shown(344)) == "34%");
  }

  TEST_CASE("of people stands with the row, else with the column, else with the figure") {
    const ChartSeries same{"a", {{shown(1), shown(35)}, {shown(2), shown(20)}}};
    const ChartSeries flat{"b", {{shown(1), shown(35)}, {shown(2), shown(35)}}};
    const ChartSeries flat_other{"c", {{shown(1), shown(10)}, {shown(2), shown(10)}}};
    const auto place = [](std::vector<ChartSeries> series) {
      return place_of_people(chart_of(ChartKind::bars, {"x", "y"}, std::move(series)));
    };
    CHECK(place({same, same}) == PeoplePlace::category);
    CHECK(place({flat, flat_other}) == PeoplePlace::series);
    CHECK(place({same, flat}) == PeoplePlace::cell);
  }
}

TEST_SUITE("chart layout") {
  TEST_CASE("keeps every text whole, apart and within, at every width and text size") {
    for (const Chart& chart : tests::hard_charts()) {
      for (const double width : {280.0, 640.0, 1200.0}) {
        for (const double text_size : {12.0, 16.0, 32.0}) {
          CAPTURE(static_cast<int>(chart.kind));
          CAPTURE(chart.series.size());
          CAPTURE(width);
          CAPTURE(text_size);
          const ChartScene scene = lay_out(chart, {.width = width, .text_size = text_size});
          CHECK(scene.width >= width);
          check_order(scene);
        }
      }
    }
  }

  TEST_CASE("of nothing is empty") {
    CHECK(lay_out(chart_of(ChartKind::trend, {}, {})).texts.empty());
  }

  TEST_CASE("of bars begins them all at one place, as long as their figures") {
    const ChartScene scene = lay_out(chart_of(
        ChartKind::bars, {"Data", "Safety"}, {{"Mean", {{shown(250), shown(35)}, {shown(500), shown(35)}}}}));
    const auto bars = of_color(scene, first);
    REQUIRE(bars.size() == 2);
    CHECK(bars[0].x == doctest::Approx(bars[1].x));
    CHECK(bars[1].width == doctest::Approx(2 * bars[0].width));
    // Labels: "Safety", 6 x 0.6 x 16 = 57.6 wide, then 24. Behind the axis 12 and room for "25.0%",
    // 5 x 0.6 x 16 = 48; half of "100.0%" at 14 is less. The axis: 720 - 57.6 - 24 - 12 - 48 = 578.4.
    CHECK(bars[0].x == doctest::Approx(81.6));
    CHECK(bars[1].width == doctest::Approx(578.4 / 2));
    CHECK(writes(scene, "25.0%"));
    CHECK(writes(scene, "n = 35"));
  }

  TEST_CASE("of two series of bars puts the second below the first, in the colours of a pair") {
    const ChartScene scene = lay_out(chart_of(
        ChartKind::bars, {"Data"}, {{"Self-rating", {{shown(250)}}}, {"Knowledge", {{shown(500)}}}}));
    const auto self = of_color(scene, first), knowledge = of_color(scene, orange);
    REQUIRE(self.size() == 2);  // key and bar
    REQUIRE(knowledge.size() == 2);
    CHECK(knowledge[1].y == doctest::Approx(self[1].y + 24));
    CHECK(self[1].height == doctest::Approx(22));  // a gap of 2
  }

  TEST_CASE("of a withheld figure draws no bar") {
    const ChartScene scene =
        lay_out(chart_of(ChartKind::bars, {"a", "b", "c"},
                         {{"Mean", {{hidden, shown(35)}, {too_few, too_few}, {absent, shown(35)}}}}));
    CHECK(of_color(scene, first).empty());
    CHECK(writes(scene, "*"));
    CHECK(writes(scene, "fewer than 10"));
  }

  TEST_CASE("of a negative figure goes the other way from zero") {
    Chart chart = chart_of(ChartKind::bars, {"a", "b"}, {{"Change", {{shown(-100)}, {shown(50)}}}});
    chart.lowest = -200;
    chart.highest = 200;
    const auto bars = of_color(lay_out(chart), first);
    REQUIRE(bars.size() == 2);
    CHECK(bars[0].x + bars[0].width == doctest::Approx(bars[1].x));
    CHECK(bars[0].width == doctest::Approx(2 * bars[1].width));
  }

  TEST_CASE("of stacked bars makes one whole of shares that were rounded, with gaps of 2") {
    // 333 + 333 = 666 of 666: each has half of the row.
    const ChartScene scene = lay_out(
        chart_of(ChartKind::stacked_bars, {"a"}, {{"Low", {{shown(333)}}}, {"High", {{shown(333)}}}}));
    const auto low = of_color(scene, first), high = of_color(scene, orange);
    REQUIRE(low.size() == 2);  // key and part
    REQUIRE(high.size() == 2);
    CHECK(low[1].width == doctest::Approx(high[1].width));
    CHECK(high[1].x - low[1].x - low[1].width == doctest::Approx(2));
    CHECK(hatch_lines(scene) == 0);
  }

  TEST_CASE("of stacked bars with a withheld share hatches all that is not shown, as one") {
    const ChartScene scene =
        lay_out(chart_of(ChartKind::stacked_bars, {"a"},
                         {{"Low", {{hidden}}}, {"Middle", {{shown(600)}}}, {"High", {{hidden}}}}));
    const auto middle = of_color(scene, second);
    REQUIRE(middle.size() == 2);
    const SceneRectangle& rest = scene.rectangles.back();
    CHECK(rest.border.has_value());
    CHECK((middle[1].width + 2) / (middle[1].width + 2 + rest.width) == doctest::Approx(0.6));
    CHECK(std::ranges::count(texts_of(scene), "*") == 1);
  }

  TEST_CASE("of a dot plot draws the interval with its ends around the dot") {
    const ChartScene scene = lay_out(
        chart_of(ChartKind::dot_plot, {"a"}, {{"Mean", {{.value = shown(500), .interval = {{400, 600}}}}}}));
    REQUIRE(scene.dots.size() == 1);
    REQUIRE(scene.lines.size() == 3);
    CHECK(scene.lines[0].from.x + scene.lines[0].to.x == doctest::Approx(2 * scene.dots[0].center.x));
    CHECK(scene.lines[1].from.x == scene.lines[1].to.x);
  }

  TEST_CASE("of a heat map has steps with fixed bounds, printed in the key") {
    const ChartScene scene = lay_out(chart_of(
        ChartKind::heat_map, {"a"}, {{"x", {{shown(199)}}}, {"y", {{shown(200)}}}, {"z", {{shown(1000)}}}}));
    CHECK(of_color(scene, {0xE9, 0xF1, 0xF8}).size() == 2);  // one swatch each, and the cells
    CHECK(of_color(scene, {0xC7, 0xDC, 0xEE}).size() == 2);
    CHECK(of_color(scene, {0x6B, 0xAC, 0xE6}).size() == 1);
    CHECK(of_color(scene, first).size() == 2);
    CHECK(writes(scene, "0.0% \u2013 19.9%"));
    CHECK(writes(scene, "80.0% \u2013 100.0%"));
  }

  TEST_CASE("of a heat map hatches what is withheld and says so in the cell") {
    const ChartScene scene = lay_out(
        chart_of(ChartKind::heat_map, {"a"}, {{"x", {{hidden}}}, {"y", {{too_few}}}, {"z", {{absent}}}}));
    CHECK(hatch_lines(scene) > 0);
    CHECK(writes(scene, "*"));
    CHECK(writes(scene, "fewer than 10"));
    CHECK(writes(scene, "-"));
  }

  TEST_CASE("of a trend leaves a gap where a figure is withheld") {
    const std::vector<std::string> quarters{"2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2"};
    const ChartScene whole = lay_out(chart_of(
        ChartKind::trend, quarters, {{"Mean", {{shown(100)}, {shown(200)}, {shown(300)}, {shown(400)}}}}));
    CHECK(std::ranges::count(whole.lines, first, &SceneLine::color) == 3);
    CHECK(whole.dots.size() == 4);
    CHECK(whole.dots[3].center.y < whole.dots[0].center.y);
    const ChartScene gap = lay_out(chart_of(
        ChartKind::trend, quarters, {{"Mean", {{shown(100)}, {hidden}, {shown(300)}, {shown(400)}}}}));
    CHECK(std::ranges::count(gap.lines, first, &SceneLine::color) == 1);
    CHECK(gap.dots.size() == 3);
    CHECK(hatch_lines(gap) > 0);
  }
}
