// A drawn scene: a message, a browser, a record or a desktop, with the regions that can be pressed.
#include <cmath>

#include "app/ui/answers.hpp"
#include "app/ui/scene_layout.hpp"
#include "app/ui/scene_parts.hpp"

namespace app::ui {

namespace {

constexpr float least_height_share = 0.42F;  // of the width: less, and it is no screen any more

}  // namespace

void draw_scene(Frame& frame, const SceneView& view) {
  const Column column = frame.layout.column;
  const SceneFrame sides = scene_frame(frame, view, column.width);
  const float width = column.width - 2 * sides.side;
  SceneNeeds needs{
      .height = [&](std::size_t index,
                    float room) { return least_region_height(frame, view.regions[index], room); },
      .gap = frame.theme().gap()};
  std::vector<assessment::Rectangle> places;
  for (const RegionView& region : view.regions) {
    needs.widths.push_back(least_region_width(frame, region, width));
    places.push_back(region.at);
  }
  const SceneLayout layout =
      lay_out_scene(places, needs, width, std::round(column.width * least_height_share));
  const Box window{column.left, frame.layout.pen, column.width, sides.top + layout.height + sides.bottom};
  draw_scene_frame(frame, view, window);
  for (std::size_t index = 0; index < view.regions.size(); ++index) {
    Box box = layout.regions[index];
    box.x += window.x + sides.side;
    box.y += window.y + sides.top;
    const RegionView& region = view.regions[index];
    if (draw_region(frame, view.kind, region, box)) frame.emit(ChooseOption{region.choice});
  }
  frame.layout.pen = window.bottom() + frame.theme().gap();
}

}  // namespace app::ui
