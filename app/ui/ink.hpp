// From the meaning of a text to its colour; for widgets only.
#pragma once

#include "app/ui/widgets.hpp"

namespace app::ui {

Color color_of(const Canvas& canvas, Ink ink);

}  // namespace app::ui
