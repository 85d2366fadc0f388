// Where the regions of a drawn scene stand, when their text must fit and fingers must find them.
//
// Pure geometry. The edges of all regions cut the scene into strips. A strip is as wide (as high) as the
// bank says, unless a region needs more: then its strips grow, whatever lies beyond moves on, and the regions
// keep their order and stay beside or below each other. Where the words cannot fit side by side at all, as
// with large text on a small screen, the regions stand below each other in reading order.
#pragma once

#include <functional>
#include <vector>

#include "app/ui/frame_item.hpp"
#include "assessment/bank/item.hpp"

namespace app::ui {

struct SceneNeeds {
  std::vector<float> widths{};  // least width of each region, pixels
  // Least height of the region at this index when it is so wide.
  std::function<float(std::size_t index, float width)> height{};
  float gap = 0;  // least distance between two regions
};

struct SceneLayout {
  std::vector<Box> regions{};  // from the top left of the scene
  float height = 0;            // of the whole scene
  bool is_stacked = false;     // below each other, for want of width

  bool operator==(const SceneLayout&) const = default;
};

// `width` is given, `least_height` may be exceeded. Regions do not overlap, keep `gap`, and lie inside.
SceneLayout lay_out_scene(const std::vector<assessment::Rectangle>& regions, const SceneNeeds& needs,
                          float width, float least_height);

}  // namespace app::ui
