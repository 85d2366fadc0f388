// What a hand can do to the kiosk. The window, the automation and the tests all
// speak in these events, and there is no other way in.
#pragma once

#include <optional>
#include <string_view>
#include <variant>

namespace app::ui {

struct Point {
  float x = 0, y = 0;  // pixels, from the top left of the window

  bool operator==(const Point&) const = default;
};

enum class Key {
  tab,
  enter,
  space,
  escape,
  up,
  down,
  left,
  right,
  page_up,
  page_down,
  f1,
  f2,
  f3,
  f4,
  f5,
  f6,
  f7,
  f8,
  f9,
  f10,
  f11,
  f12,
  digit_0,  // the digits in one row: of the number row or of a keypad
  digit_1,
  digit_2,
  digit_3,
  digit_4,
  digit_5,
  digit_6,
  digit_7,
  digit_8,
  digit_9,
  point,
  backspace
};
enum class Shift { up, held };

struct PointerMoved {
  Point at{};
  bool operator==(const PointerMoved&) const = default;
};
struct PointerPressed {
  Point at{};
  bool operator==(const PointerPressed&) const = default;
};
struct PointerReleased {
  Point at{};
  bool operator==(const PointerReleased&) const = default;
};
struct Scrolled {    // by a wheel
  float pixels = 0;  // towards the end of the page is positive
  bool operator==(const Scrolled&) const = default;
};
struct KeyPressed {  // once per stroke: repeats are not events
  Key key{};
  Shift shift = Shift::up;
  bool operator==(const KeyPressed&) const = default;
};

using InputEvent = std::variant<PointerMoved, PointerPressed, PointerReleased, Scrolled, KeyPressed>;

// Reads a key as the automation writes it: "Tab", "Shift+Tab", "Page Down", "PageDown", "F9", "7", ".",
// "Backspace".
std::optional<KeyPressed> parse_key(std::string_view name);

}  // namespace app::ui
