// A row of a list that is put in order or joined: a card with its number in a disc.
#pragma once

#include <string>
#include <string_view>

#include "app/ui/widgets.hpp"

namespace app::ui {

struct NumberedRow {
  std::string id{};
  ItemRole role = ItemRole::button;
  std::string label{};
  std::string name{};   // spoken
  std::string value{};  // spoken: "selected"; empty: none
  int number = 0;       // 0: an empty disc
  bool is_picked = false;
};

// Least height of a row of that width: an answer's target, or more where the label needs it.
float row_height(const Canvas& canvas, std::string_view label, float width);

// True when it was pressed; all of it is the target.
bool numbered_row(Canvas& canvas, const NumberedRow& row, const Box& box);

}  // namespace app::ui
