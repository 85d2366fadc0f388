// What a scene is drawn from: its window with a title bar, and its regions; for draw_scene only.
#pragma once

#include "app/core/question_view.hpp"
#include "app/ui/frame.hpp"

namespace app::ui {

// Sides of the drawn window, in pixels: title bar or header above, task bar below, room at the sides.
struct SceneFrame {
  float top = 0, bottom = 0, side = 0;
};

SceneFrame scene_frame(const Canvas& canvas, const SceneView& view, float width);

// The window itself. `box` is all of it, the content being what scene_frame leaves. Notes question.scene.
void draw_scene_frame(Canvas& canvas, const SceneView& view, const Box& box);

// What a region needs, so that its text fits and it can be pressed.
float least_region_width(const Canvas& canvas, const RegionView& region, float scene_width);
float least_region_height(const Canvas& canvas, const RegionView& region, float width);

// True when it was pressed.
bool draw_region(Canvas& canvas, assessment::SceneKind kind, const RegionView& region, const Box& box);

}  // namespace app::ui
