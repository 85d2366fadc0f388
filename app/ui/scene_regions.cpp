// The regions of a scene: text, headings, links, buttons, fields and icons, each one a target.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "app/ui/paint.hpp"
#include "app/ui/scene_parts.hpp"
#include "app/ui/touch.hpp"

namespace app::ui {

namespace {

using assessment::RegionRole;
using assessment::SceneKind;

constexpr float inset = 12;
constexpr float nearly_whole = 90;  // percent: a wider region cannot be given more

TypeRole type_of(RegionRole role) {
  return role == RegionRole::heading || role == RegionRole::button ? TypeRole::strong : TypeRole::body;
}

// The mark of a chosen region: always has its room, so that nothing moves when it comes.
float badge(const Theme& theme) {
  return std::round(theme.mark() * 0.7F);
}
float icon_size(const Theme& theme) {
  return std::round(theme.mark() * 1.1F);
}

float text_width(const Theme& theme, const RegionView& region, float width) {
  if (region.role == RegionRole::icon) return width - 2 * theme.px(inset);
  return width - 2 * theme.px(inset) - badge(theme) - theme.px(8);
}

float longest_word(const Canvas& canvas, TypeRole role, std::string_view text) {
  float longest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    longest = std::max(longest, lay_out(canvas, role, text.substr(0, end), 100'000).width);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

// A sheet with a folded corner.
void draw_sheet(const Canvas& canvas, Point centre) {
  const Theme& theme = canvas.theme();
  const float high = icon_size(theme);
  const float wide = std::round(high * 0.76F);
  const Box sheet{centre.x - wide / 2, centre.y - high / 2, wide, high};
  fill(sheet, theme.palette.card, theme.px(3));
  outline(sheet, theme.palette.bar_full, theme.px(2), theme.px(3));
  const float fold = std::round(wide * 0.36F);
  strip({{sheet.right() - fold, sheet.y + theme.px(1)},
         {sheet.right() - fold, sheet.y + fold},
         {sheet.right() - theme.px(1), sheet.y + fold}},
        theme.palette.bar_full, theme.px(2));
  for (const float share : {0.55F, 0.75F}) {
    fill({sheet.x + wide * 0.2F, std::round(sheet.y + high * share), wide * 0.6F, theme.px(2)},
         theme.palette.bar_full);
  }
}

void draw_badge(const Canvas& canvas, const RegionView& region, const Box& box) {
  const Theme& theme = canvas.theme();
  const float radius = badge(theme) / 2;
  const bool is_icon = region.role == RegionRole::icon;
  const Point centre{box.right() - theme.px(inset) - radius,
                     is_icon ? box.y + theme.px(inset) + radius : box.y + std::round(box.height / 2)};
  dot(centre, radius, theme.palette.mark);
  strip({{centre.x - radius * 0.5F, centre.y},
         {centre.x - radius * 0.12F, centre.y + radius * 0.4F},
         {centre.x + radius * 0.55F, centre.y - radius * 0.4F}},
        theme.palette.card, std::max(2.0F, theme.px(3)));
}

struct RegionLook {
  Color back{0, 0, 0, 0}, border{0, 0, 0, 0}, text{};
  float thickness = 0, rounding = 0;
};

RegionLook look_of(const Theme& theme, SceneKind kind, const RegionView& region) {
  const Palette& palette = theme.palette;
  RegionLook look{
      .text = palette.text, .thickness = theme.px(palette.control_border), .rounding = theme.px(4)};
  switch (region.role) {
    case RegionRole::text:
    case RegionRole::heading:
      // On paper they are just words; in a record and on a desktop they stand on sheets of their own.
      if (kind == SceneKind::record || kind == SceneKind::desktop) {
        look.back = palette.card;
        look.border = palette.border_decor;
        look.thickness = std::max(1.0F, theme.px(1));
      }
      break;
    case RegionRole::link:
      look.text = palette.link;
      if (kind == SceneKind::desktop) look.back = palette.card;
      break;
    case RegionRole::button:
      look.back = palette.card;
      look.border = look.text = palette.link;
      look.rounding = theme.px(8);
      break;
    case RegionRole::field:
      look.back = palette.card;
      look.border = palette.border_input;
      // The address bar of a browser is round at its ends.
      look.rounding = kind == SceneKind::browser && region.at.top < 15 ? theme.px(20) : 0;
      break;
    case RegionRole::icon:
      break;
  }
  return look;
}

void draw_centred(const Canvas& canvas, TypeRole role, const TextBlock& block, Point top, Color color) {
  for (const std::string_view words : block.lines) {
    const TextBlock line = lay_out(canvas, role, words, 100'000);
    draw_text(canvas, role, line, {top.x - line.width / 2, top.y}, color);
    top.y += line.height;
  }
}

void draw_label(const Canvas& canvas, const RegionView& region, const Box& box, Color color) {
  const Theme& theme = canvas.theme();
  const TypeRole role = type_of(region.role);
  const TextBlock block = lay_out(canvas, role, region.label, text_width(theme, region, box.width));
  Point at{box.x + theme.px(inset), box.y + std::min((box.height - block.height) / 2, theme.px(16))};
  if (region.role == RegionRole::button) at.x = box.x + (box.width - block.width) / 2;
  if (region.role == RegionRole::button || region.role == RegionRole::field)
    at.y = box.y + (box.height - block.height) / 2;
  if (region.role == RegionRole::icon) {
    const float all = icon_size(theme) + theme.px(6) + block.height;
    const float top = box.y + std::round((box.height - all) / 2);
    draw_sheet(canvas, {std::round(box.x + box.width / 2), top + icon_size(theme) / 2});
    draw_centred(canvas, role, block, {box.x + box.width / 2, top + icon_size(theme) + theme.px(6)}, color);
    return;
  }
  draw_text(canvas, role, block, at, color);
  if (region.role != RegionRole::link) return;
  float y = at.y + theme.line_pitch(role) - theme.px(4);
  for (const std::string_view line : block.lines) {
    fill({at.x, std::round(y), lay_out(canvas, role, line, 100'000).width, theme.px(2)}, color);
    y += theme.line_pitch(role);
  }
}

}  // namespace

float least_region_width(const Canvas& canvas, const RegionView& region, float scene_width) {
  const Theme& theme = canvas.theme();
  float least = theme.control_target();
  if (region.at.width < nearly_whole) {
    const float word = longest_word(canvas, type_of(region.role), region.label);
    least =
        std::max(least, word + (theme.control_target() - text_width(theme, region, theme.control_target())));
  }
  return std::min(least, scene_width - theme.gap());
}

float least_region_height(const Canvas& canvas, const RegionView& region, float width) {
  const Theme& theme = canvas.theme();
  float text = lay_out(canvas, type_of(region.role), region.label, text_width(theme, region, width)).height;
  if (region.role == RegionRole::icon) text += icon_size(theme) + theme.px(6);
  return std::max(theme.control_target(), text + 2 * theme.px(inset));
}

bool draw_region(Canvas& canvas, SceneKind kind, const RegionView& region, const Box& box) {
  const Theme& theme = canvas.theme();
  const Palette& palette = theme.palette;
  const std::string id = fmt::format("question.option.{}", region.choice);
  const Touch state = touch(canvas, id, box);
  RegionLook look = look_of(theme, kind, region);
  if (state.is_held || state.is_hovered) look.back = palette.choice_hover;
  if (region.is_selected) {
    look.back = state.is_hovered ? palette.choice_hover : palette.choice_selected;
    look.border = palette.mark;
    look.thickness = theme.px(4);
  }
  fill(box, look.back, look.rounding);
  outline(box, look.border, look.thickness, look.rounding);
  draw_label(canvas, region, box, look.text);
  if (region.is_selected) draw_badge(canvas, region, box);
  if (state.has_ring) focus_ring(canvas, box);
  canvas.note({.id = id,
               .role = ItemRole::region,
               .name = region.name,
               .value = region.is_selected ? "selected" : "",
               .box = box});
  return state.is_activated;
}

}  // namespace app::ui
