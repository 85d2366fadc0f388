// Every colour, size and distance of the interface, by the role it plays.
//
// Screens and widgets name a role and never a raw value, so this file and
// widgets are where the look is changed. Values and their reasons:
// docs/interface.md. px means pixels at ui_scale 1.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "app/core/action.hpp"

namespace app::ui {

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;

  bool operator==(const Color&) const = default;
};

// 0xRRGGBB.
constexpr Color rgb(std::uint32_t code) {
  return {static_cast<std::uint8_t>(code >> 16), static_cast<std::uint8_t>(code >> 8),
          static_cast<std::uint8_t>(code)};
}

// Contrast of two opaque colours, 1 .. 21. Source: WCAG 2.2, relative luminance and contrast ratio.
double contrast_ratio(Color one, Color other);

enum class TypeRole { xl, l, m, lead, body, strong, small };
inline constexpr std::size_t type_role_count = 7;

// True for the roles that are set in SemiBold.
bool is_strong(TypeRole role);

enum class ButtonKind { primary, secondary, warning, brand, reverse };
inline constexpr std::size_t button_kind_count = 5;

struct ButtonColors {
  Color fill{}, hover{}, pressed{};
  Color shadow{};  // alpha 0: no shadow
  Color border{};  // alpha 0: no border
  Color text{};
};

struct Palette {
  Color page{}, card{}, note{};
  Color text{}, text_secondary{};
  Color brand{}, text_on_brand{}, secondary_on_brand{};
  Color link{}, link_hover{};
  Color focus{}, focus_text{};
  Color success{}, text_on_success{}, error{};
  Color border_input{}, border_decor{};
  Color choice_hover{}, choice_selected{}, mark{};  // mark: border of a chosen answer
  Color bar_full{}, bar_empty{};                    // level bar
  Color scene_bar{}, scene_backdrop{};              // a drawn window's title bar, a drawn desktop
  float control_border = 2;                         // px
  std::array<ButtonColors, button_kind_count> buttons{};

  const ButtonColors& button(ButtonKind kind) const { return buttons[static_cast<std::size_t>(kind)]; }
};

Palette make_palette(Contrast contrast);

// The glass: its size in pixels and how dense they are. A density outside 60 .. 300 counts as
// not known, that is as 96.
struct Screen {
  int width = 1280, height = 720;
  float pixels_per_inch = 96;
  float viewing_mm = 500;  // from the eye to the glass

  bool operator==(const Screen&) const = default;
};

// What presses: a finger in a glove needs millimetres, a mouse at a desk fewer pixels.
enum class Pointing { finger, mouse };

// Sizes in whole pixels of the present screen.
struct Theme {
  Palette palette{};
  Contrast contrast = Contrast::normal;
  Screen screen{};
  Pointing pointing = Pointing::finger;
  float ui_scale = 1;    // physical size, limited so that at least 1024 x 768 or 1280 x 720 px remain
  float text_scale = 1;  // 1, 1.25, 1.5 or 2
  float pixels_per_mm = 96 / 25.4F;
  std::array<float, type_role_count> em{};  // pixels, by TypeRole

  // A distance of the design in pixels of the screen.
  float px(float design) const;

  float em_of(TypeRole role) const { return em[static_cast<std::size_t>(role)]; }
  float line_pitch(TypeRole role) const;

  float answer_target() const;   // least height of answers, Continue and Start: 20 mm; for a mouse as below
  float control_target() const;  // of everything else that can be pressed: 15 mm; for a mouse 40 px
  float mark() const;            // side of a radio or check box
  float corner() const { return px(4); }  // radius, of whatever can be pressed
  float inset() const { return px(16); }  // from the edge of an answer or a field to what stands in it
  float gap() const;         // least distance between two of them: 3 mm; for a mouse room for the ring
  float edge_clear() const;  // nothing active nearer than this to the edge of the screen
  float ring_band() const;   // width of each of the two bands of the focus ring
};

// Dear ImGui's size, in pixels, whose capital H is 0.7 degrees high from the viewing distance; at 200 percent
// no text is smaller. Source: EN 301 549 V3.2.1, clause 5.1.4.
int large_mode_floor(const Screen& screen);

// False where the floor is more than body text at 200 percent: the screen is too small for that distance.
bool can_be_large(const Screen& screen);

// text_size in percent: 100, 125, 150 or 200.
Theme make_theme(Contrast contrast, int text_size, const Screen& screen,
                 Pointing pointing = Pointing::finger);

}  // namespace app::ui
