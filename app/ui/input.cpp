#include "app/ui/input.hpp"

#include <array>
#include <utility>

namespace app::ui {

namespace {

constexpr std::array<std::pair<std::string_view, Key>, 40> key_names{{
    {"Tab", Key::tab},
    {"Enter", Key::enter},
    {"Return", Key::enter},
    {"Space", Key::space},
    {"Escape", Key::escape},
    {"Esc", Key::escape},
    {"Up", Key::up},
    {"Down", Key::down},
    {"Left", Key::left},
    {"Right", Key::right},
    {"PageUp", Key::page_up},
    {"Page Up", Key::page_up},
    {"Page_Up", Key::page_up},
    {"PageDown", Key::page_down},
    {"Page Down", Key::page_down},
    {"Page_Down", Key::page_down},
    {"F1", Key::f1},
    {"F2", Key::f2},
    {"F3", Key::f3},
    {"F4", Key::f4},
    {"F5", Key::f5},
    {"F6", Key::f6},
    {"F7", Key::f7},
    {"F8", Key::f8},
    {"F9", Key::f9},
    {"F10", Key::f10},
    {"F11", Key::f11},
    {"F12", Key::f12},
    {"0", Key::digit_0},
    {"1", Key::digit_1},
    {"2", Key::digit_2},
    {"3", Key::digit_3},
    {"4", Key::digit_4},
    {"5", Key::digit_5},
    {"6", Key::digit_6},
    {"7", Key::digit_7},
    {"8", Key::digit_8},
    {"9", Key::digit_9},
    {".", Key::point},
    {"Backspace", Key::backspace},
}};

}  // namespace

std::optional<KeyPressed> parse_key(std::string_view name) {
  KeyPressed pressed;
  constexpr std::string_view shift = "Shift+";
  if (name.starts_with(shift)) {
    pressed.shift = Shift::held;
    name.remove_prefix(shift.size());
  }
  for (const auto& [known, key] : key_names) {
    if (known != name) continue;
    pressed.key = key;
    return pressed;
  }
  return std::nullopt;
}

}  // namespace app::ui
