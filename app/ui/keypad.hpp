// Digits are entered on a keypad of our own: what was entered stands above or beside it.
#pragma once

#include <optional>
#include <string>

#include "app/ui/frame.hpp"

namespace app::ui {

struct KeypadSpec {
  std::string page{};          // ids: PAGE.number_title, PAGE.typed, PAGE.key.0 to .9, .point and .delete
  std::string title{};         // above the field
  std::string shown{};         // in it
  std::string spoken{};        // of it
  std::string unit{};          // beside it; empty: none
  std::string point{};         // spoken name of the key; empty: not there
  std::string delete_label{};  // of its key
};

// The key that was pressed: '0' to '9', '.' or '<'.
std::optional<char> keypad(Canvas& canvas, const KeypadSpec& spec);

}  // namespace app::ui
