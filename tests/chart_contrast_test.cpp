#include <doctest/doctest.h>

#include "app/ui/theme.hpp"
#include "assessment/reporting/chart_canvas.hpp"
#include "tests/chart_samples.hpp"

using namespace assessment;

namespace {

app::ui::Color to_ui(Color color) {
  return {color.red, color.green, color.blue};
}

double contrast(Color one, Color other) {
  return app::ui::contrast_ratio(to_ui(one), to_ui(other));
}

// The uppermost fill under a point; the card is white.
Color ground_at(const ChartScene& scene, double x, double y) {
  Color ground = chart_colors::white;
  for (const SceneRectangle& rectangle : scene.rectangles) {
    const bool is_under = rectangle.x <= x && x <= rectangle.x + rectangle.width && rectangle.y <= y &&
                          y <= rectangle.y + rectangle.height;
    if (is_under && rectangle.fill) ground = *rectangle.fill;
  }
  return ground;
}

}  // namespace

TEST_SUITE("chart contrast") {
  TEST_CASE("of every text on what it stands on is at least 4.5, also on the lines of a hatching") {
    for (Chart chart : tests::hard_charts()) {
      // A figure in every step and part, so that each colour has a text.
      for (ChartSeries& series : chart.series) {
        for (std::size_t i = 0; i < series.cells.size(); ++i)
          series.cells[i].value = tests::shown(static_cast<std::int64_t>(i) * 250);
      }
      const ChartScene scene = layout(chart, {.width = 1200}, tests::even_metrics());
      for (const SceneText& text : scene.texts) {
        CAPTURE(text.text);
        CHECK(contrast(text.color, ground_at(scene, text.at.x, text.at.y - 1)) >= 4.5);
      }
    }
    for (const Color fill : chart_colors::steps) CHECK(contrast(text_color_on(fill), fill) >= 4.5);
    for (const Color fill : chart_colors::categories) CHECK(contrast(text_color_on(fill), fill) >= 4.5);
    CHECK(contrast(chart_colors::text, chart_colors::hatch) >= 4.5);
  }

  TEST_CASE("of parts that carry meaning is at least 3 to the card and between neighbours") {
    for (const Color fill : chart_colors::categories) CHECK(contrast(fill, chart_colors::white) >= 3);
    for (std::size_t i = 1; i < chart_colors::categories.size(); ++i)
      CHECK(contrast(chart_colors::categories[i - 1], chart_colors::categories[i]) >= 3);
    CHECK(contrast(series_color(0, 2), series_color(1, 2)) >= 3);
    CHECK(contrast(chart_colors::secondary, chart_colors::white) >= 3);  // borders of cells and hatching
  }
}
