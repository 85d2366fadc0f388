// Headings, paragraphs, lists and facts.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/ui/ink.hpp"
#include "app/ui/paint.hpp"
#include "app/ui/widgets.hpp"
#include "assessment/base/text.hpp"

namespace app::ui {

namespace {

constexpr std::size_t longest_large_prompt = 60;  // characters
constexpr float longest_line_em = 38;             // about 80 characters

void put_text(Canvas& canvas, FrameItem item, std::string_view text, TypeRole role, Ink ink) {
  const Column column = canvas.layout.column;
  const float longest_line = canvas.theme().em_of(role) * longest_line_em;
  const TextBlock block = lay_out(canvas, role, text, std::min(column.width, longest_line));
  const Point at{column.left, canvas.layout.pen};
  draw_text(canvas, role, block, at, color_of(canvas, ink));
  item.name = text;
  item.box = {at.x, at.y, block.width, block.height};
  canvas.note(std::move(item));
  canvas.layout.pen += block.height;
}

void draw_bullet(const Canvas& canvas, Bullet bullet, Point centre, float size) {
  const Palette& palette = canvas.palette();
  const float reach = size / 2;
  const float thickness = std::max(3.0F, size / 6);
  switch (bullet) {
    case Bullet::dot:
      dot(centre, size / 5, palette.text);
      break;
    case Bullet::tick:
      strip({{centre.x - reach, centre.y},
             {centre.x - reach / 3, centre.y + reach * 0.7F},
             {centre.x + reach, centre.y - reach * 0.7F}},
            palette.success, thickness);
      break;
    case Bullet::cross: {
      const float arm = reach * 0.75F;
      strip({{centre.x - arm, centre.y - arm}, {centre.x + arm, centre.y + arm}}, palette.error, thickness);
      strip({{centre.x - arm, centre.y + arm}, {centre.x + arm, centre.y - arm}}, palette.error, thickness);
      break;
    }
  }
}

void draw_clock(Point centre, float radius, Color color, float thickness) {
  circle(centre, radius, color, thickness);
  strip(
      {{centre.x, centre.y - radius * 0.6F}, centre, {centre.x + radius * 0.45F, centre.y + radius * 0.25F}},
      color, thickness);
}

void draw_shield(Point centre, float radius, Color color, float thickness) {
  const float half = radius * 0.85F;
  strip({{centre.x, centre.y - radius},
         {centre.x + half, centre.y - radius * 0.6F},
         {centre.x + half, centre.y},
         {centre.x + half * 0.7F, centre.y + radius * 0.6F},
         {centre.x, centre.y + radius},
         {centre.x - half * 0.7F, centre.y + radius * 0.6F},
         {centre.x - half, centre.y},
         {centre.x - half, centre.y - radius * 0.6F},
         {centre.x, centre.y - radius},
         {centre.x + half * 0.3F, centre.y - radius * 0.88F}},
        color, thickness);
  strip({{centre.x - half * 0.45F, centre.y},
         {centre.x - half * 0.1F, centre.y + radius * 0.35F},
         {centre.x + half * 0.5F, centre.y - radius * 0.3F}},
        color, thickness);
}

}  // namespace

Color color_of(const Canvas& canvas, Ink ink) {
  const Palette& palette = canvas.palette();
  switch (ink) {
    case Ink::normal:
      return palette.text;
    case Ink::secondary:
      return palette.text_secondary;
    case Ink::link:
      return palette.link;
    case Ink::on_brand:
      return palette.text_on_brand;
    case Ink::secondary_on_brand:
      return palette.secondary_on_brand;
    case Ink::error:
      return palette.error;
    case Ink::success:
      return palette.success;
    case Ink::on_success:
      break;
  }
  return palette.text_on_success;
}

TypeRole heading_role(std::string_view text) {
  return assessment::count_characters(text) <= longest_large_prompt ? TypeRole::l : TypeRole::m;
}

void heading(Canvas& canvas, std::string id, std::string_view text, TypeRole role, Ink ink) {
  put_text(canvas, {.id = std::move(id), .role = ItemRole::heading}, text, role, ink);
}

void paragraph(Canvas& canvas, std::string id, std::string_view text, TypeRole role, Ink ink) {
  put_text(canvas, {.id = std::move(id)}, text, role, ink);
}

void caption(Canvas& canvas, std::string id, std::string_view text) {
  put_text(canvas, {.id = std::move(id)}, text, TypeRole::lead, Ink::secondary);
  canvas.space(4);
}

void list(Canvas& canvas, std::string_view prefix, const std::vector<std::string>& lines, Bullet bullet) {
  const float em = canvas.theme().em_of(TypeRole::body);
  const float indent = std::round(em * 1.7F);
  const Column column = canvas.layout.column;
  for (std::size_t index = 0; index < lines.size(); ++index) {
    if (index > 0) canvas.layout.pen += std::round(em * 0.5F);
    const float middle = canvas.layout.pen + canvas.theme().line_pitch(TypeRole::body) / 2;
    draw_bullet(canvas, bullet, {std::round(column.left + em * 0.5F), std::round(middle)}, em * 0.8F);
    const ColumnScope text(canvas, {column.left + indent, column.width - indent});
    paragraph(canvas, fmt::format("{}.{}", prefix, index), lines[index]);
  }
}

void facts(Canvas& canvas, const std::vector<Fact>& facts) {
  const Theme& theme = canvas.theme();
  const Column column = canvas.layout.column;
  const float disc = std::round(theme.em_of(TypeRole::lead) * 2.2F);
  const float indent = disc + theme.px(16);
  const Color color = canvas.palette().bar_full;
  const float thickness = std::max(2.0F, disc / 18);
  float x = column.left;
  float row = 0;
  for (const Fact& fact : facts) {
    const TextBlock block = lay_out(canvas, TypeRole::lead, fact.text, column.width - indent);
    if (x > column.left && x + indent + block.width > column.left + column.width) {
      x = column.left;
      canvas.layout.pen += row + theme.px(16);
      row = 0;
    }
    row = std::max({row, disc, block.height});
    const Point centre{x + disc / 2, canvas.layout.pen + disc / 2};
    dot(centre, disc / 2, canvas.palette().choice_hover);
    if (fact.icon == Icon::clock) draw_clock(centre, disc * 0.29F, color, thickness);
    if (fact.icon == Icon::shield) draw_shield(centre, disc * 0.31F, color, thickness);
    const float lead = std::round((disc - theme.line_pitch(TypeRole::lead)) / 2);
    const Box box{x + indent, canvas.layout.pen + lead, block.width, block.height};
    draw_text(canvas, TypeRole::lead, block, {box.x, box.y}, canvas.palette().text);
    canvas.note({.id = fact.id, .name = fact.text, .box = box});
    x += indent + block.width + theme.px(48);
  }
  canvas.layout.pen += row;
}

}  // namespace app::ui
