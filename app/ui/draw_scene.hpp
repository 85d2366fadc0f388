// A chart's scene on the present window's draw list.
#pragma once

#include "app/ui/frame.hpp"
#include "app/ui/input.hpp"
#include "assessment/reporting/scene.hpp"

namespace app::ui {

inline Color to_color(assessment::Color color) {
  return {color.red, color.green, color.blue};
}

// How wide texts are in the fonts of the canvas, which must outlive it.
assessment::FontMetrics chart_metrics(const Canvas& canvas);

// Draws the scene with its top left corner at `at`; one unit of it is a pixel.
void draw_scene(const Canvas& canvas, const assessment::ChartScene& scene, Point at);

}  // namespace app::ui
