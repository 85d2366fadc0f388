// What the pages of a code and of a PIN have in common.
#pragma once

#include <string>

#include "app/core/pause_view.hpp"
#include "app/ui/frame.hpp"

namespace app::ui {

// How long to wait, if at all, and the keypad. Ids: PAGE.wait and those of the keypad.
void draw_entry(Frame& frame, const std::string& page, const EntryView& entry, const std::string& wait);

}  // namespace app::ui
