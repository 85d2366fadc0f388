// "Show more" and "Show less" below a body that does not fit: Dear ImGui cannot be scrolled by touch, and
// nobody should have to drag.
#pragma once

#include <string>

#include "app/ui/frame.hpp"

namespace app::ui {

struct MoreLabels {
  std::string more{}, less{};
};

// Takes the strip's room from the end of the body; `edge` is what it needs below, where no bar follows.
Box take_more_strip(const Theme& theme, Box& body, float edge);

// Ids: body.more and body.less.
void more_strip(Canvas& canvas, const MoreLabels& labels, const Box& bar);

}  // namespace app::ui
