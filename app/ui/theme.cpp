#include "app/ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace app::ui {

namespace {

constexpr Color none{0, 0, 0, 0};
constexpr Color white = rgb(0xFFFFFF);
constexpr Color black = rgb(0x000000);

// Of Inter, in Dear ImGui's sizes: what EN 301 549 clause 5.1.4 measures is the capital H.
constexpr float cap_height_per_size = 0.601F;
constexpr float size_per_em = 1.2102F;

double linear(std::uint8_t channel) {
  const double share = channel / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

Palette normal_palette() {
  Palette palette;
  palette.page = rgb(0xF0F4F5);
  palette.card = white;
  palette.note = rgb(0xFFF9C4);
  palette.text = rgb(0x212B32);
  palette.text_secondary = rgb(0x4C6272);
  palette.brand = rgb(0x005EB8);
  palette.text_on_brand = white;
  palette.secondary_on_brand = rgb(0xC7DCEF);
  palette.link = rgb(0x005EB8);
  palette.link_hover = rgb(0x003087);
  palette.focus = rgb(0xFFEB3B);
  palette.focus_text = rgb(0x212B32);
  palette.success = rgb(0x007F3B);
  palette.text_on_success = white;
  palette.error = rgb(0xD5281B);
  palette.border_input = rgb(0x4C6272);
  palette.border_decor = rgb(0xD8DDE0);
  palette.choice_hover = rgb(0xE9F1F8);
  palette.choice_selected = rgb(0xE9F1F8);
  palette.mark = rgb(0x005EB8);
  palette.bar_full = rgb(0x005EB8);
  palette.bar_empty = white;
  palette.scene_bar = rgb(0xD8DDE0);
  palette.scene_backdrop = rgb(0xC7DCEF);
  palette.buttons = {{
      {rgb(0x007F3B), rgb(0x00662F), rgb(0x00401E), rgb(0x00401E), none, white},
      {white, rgb(0xD9E7F4), rgb(0xC7DCEF), none, rgb(0x005EB8), rgb(0x005EB8)},
      {rgb(0xD5281B), rgb(0xAA2016), rgb(0x6B140E), rgb(0x6B140E), none, white},
      {rgb(0x005EB8), rgb(0x004B93), rgb(0x002F5C), none, none, white},
      {white, rgb(0xD9D9D9), rgb(0xB3B3B3), rgb(0xB3B3B3), none, rgb(0x212B32)},
  }};
  return palette;
}

Palette high_palette() {
  Palette palette;
  palette.page = palette.card = palette.note = palette.brand = black;
  palette.text = palette.text_secondary = palette.text_on_brand = palette.secondary_on_brand = white;
  palette.link = palette.link_hover = rgb(0xFFEB3B);
  palette.focus = rgb(0xFFEB3B);
  palette.focus_text = black;
  palette.success = rgb(0x7BE0A0);
  palette.text_on_success = black;
  palette.error = rgb(0xFFB4AB);
  palette.border_input = palette.border_decor = white;
  palette.choice_hover = rgb(0x333333);
  palette.choice_selected = black;
  palette.mark = rgb(0xFFEB3B);
  palette.bar_full = rgb(0xFFEB3B);
  palette.bar_empty = black;
  palette.scene_bar = palette.scene_backdrop = black;
  palette.control_border = 3;
  const ButtonColors plain{black, rgb(0x333333), rgb(0x4D4D4D), none, white, white};
  palette.buttons = {{{white, rgb(0xD9D9D9), rgb(0xB3B3B3), none, white, black}, plain, plain, plain, plain}};
  return palette;
}

float design_em(TypeRole role) {
  switch (role) {
    case TypeRole::xl:
      return 48;
    case TypeRole::l:
      return 36;
    case TypeRole::m:
      return 26;
    case TypeRole::lead:
      return 22;
    case TypeRole::body:
    case TypeRole::strong:
      return 19;
    case TypeRole::small:
      break;
  }
  return 16;
}

float scale_of(const Screen& screen) {
  const auto width = static_cast<float>(screen.width);
  const auto height = static_cast<float>(screen.height);
  const float room = std::max(std::min(width / 1280, height / 720), std::min(width / 1024, height / 768));
  return std::clamp(screen.pixels_per_inch / 96, 1.0F, std::max(1.0F, room));
}

float density_of(const Screen& screen) {
  const float density = screen.pixels_per_inch;
  return density >= 60 && density <= 300 ? density : 96;
}

}  // namespace

int large_mode_floor(const Screen& screen) {
  const float capital = 0.7F * 3.14159265F * screen.viewing_mm / 180 * density_of(screen) / 25.4F;
  return static_cast<int>(std::ceil(capital / cap_height_per_size));
}

bool can_be_large(const Screen& screen) {
  Screen known = screen;
  known.pixels_per_inch = density_of(screen);
  const float body = 2 * design_em(TypeRole::body) * scale_of(known);
  return static_cast<float>(large_mode_floor(screen)) <= std::round(body * size_per_em);
}

double contrast_ratio(Color one, Color other) {
  const double first = luminance(one) + 0.05;
  const double second = luminance(other) + 0.05;
  return std::max(first, second) / std::min(first, second);
}

bool is_strong(TypeRole role) {
  return role == TypeRole::xl || role == TypeRole::l || role == TypeRole::m || role == TypeRole::strong;
}

Palette make_palette(Contrast contrast) {
  return contrast == Contrast::high ? high_palette() : normal_palette();
}

Theme make_theme(Contrast contrast, int text_size, const Screen& screen, Pointing pointing) {
  Theme theme;
  theme.pointing = pointing;
  theme.palette = make_palette(contrast);
  theme.contrast = contrast;
  theme.screen = screen;
  theme.screen.pixels_per_inch = density_of(screen);
  theme.ui_scale = scale_of(theme.screen);
  theme.text_scale = static_cast<float>(text_size) / 100;
  theme.pixels_per_mm = theme.screen.pixels_per_inch / 25.4F;

  const float floor = text_size >= 200 ? static_cast<float>(large_mode_floor(screen)) / size_per_em : 0;
  for (std::size_t role = 0; role < type_role_count; ++role) {
    const float em = design_em(static_cast<TypeRole>(role)) * theme.text_scale * theme.ui_scale;
    theme.em[role] = std::max(em, floor);
  }
  return theme;
}

float Theme::px(float design) const {
  return std::round(design * ui_scale);
}

float Theme::line_pitch(TypeRole role) const {
  const bool is_heading = role == TypeRole::xl || role == TypeRole::l || role == TypeRole::m;
  return std::round(em_of(role) * (is_heading ? 1.25F : 1.5F));
}

float Theme::answer_target() const {
  if (pointing == Pointing::mouse) return control_target();
  return std::ceil(std::max(56 * ui_scale, 20 * pixels_per_mm));
}

// Large letters need more room than a finger does.
float Theme::control_target() const {
  const float least =
      pointing == Pointing::mouse ? 40 * ui_scale : std::max(44 * ui_scale, 15 * pixels_per_mm);
  return std::ceil(std::max(least, line_pitch(TypeRole::strong) + px(12)));
}

float Theme::mark() const {
  return 2 * std::round(20 * ui_scale * (1 + (text_scale - 1) * 0.4F));
}

// The ring is two bands wide and must stay off the neighbour.
float Theme::gap() const {
  const float least = pointing == Pointing::mouse ? 0 : 3 * pixels_per_mm;
  return std::ceil(std::max(least, 2 * ring_band() + 2));
}

float Theme::edge_clear() const {
  return 25;
}

float Theme::ring_band() const {
  return std::max(4.0F, px(4));
}

}  // namespace app::ui
