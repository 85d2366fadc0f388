// The dashboard's plain parts: words, buttons and links.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/ui/paint.hpp"
#include "app/ui/trainer_parts.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

TypeRole type_of(HeadingLevel level) {
  switch (level) {
    case HeadingLevel::page:
      return TypeRole::l;
    case HeadingLevel::section:
      return TypeRole::m;
    case HeadingLevel::part:
      break;
  }
  return TypeRole::strong;
}

Bar bar_of(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::note:
      return Bar::brand;
    case NoticeKind::success:
      return Bar::success;
    case NoticeKind::problem:
      break;
  }
  return Bar::error;
}

}  // namespace

float draw_aside(TrainerFrame& frame, FrameItem words, float width, float height) {
  const Column column = frame.layout.column;
  const TextBlock block = lay_out(frame, TypeRole::strong, words.name, column.width);
  const float moved = std::ceil(block.width) + frame.theme().px(16);
  if (block.lines.size() != 1 || moved + width > column.width || block.height > height) return 0;
  const Point at{column.left, std::round(frame.layout.pen + (height - block.height) / 2)};
  draw_text(frame, TypeRole::strong, block, at, frame.palette().text);
  words.box = {at.x, at.y, block.width, block.height};
  frame.note(std::move(words));
  return moved;
}

void draw_part(TrainerFrame& frame, const HeadingPart& part) {
  frame.space(part.level == HeadingLevel::section ? 24 : 8);
  heading(frame, part.id, part.text, type_of(part.level));
  frame.space(16);
}

void draw_part(TrainerFrame& frame, const TextPart& part) {
  paragraph(frame, part.id, part.text, part.kind == TextKind::strong ? TypeRole::strong : TypeRole::body,
            part.kind == TextKind::hint ? Ink::secondary : Ink::normal);
  frame.space(16);
}

void draw_part(TrainerFrame& frame, const ListPart& part) {
  list(frame, part.id, part.lines, Bullet::dot);
  frame.space(16);
}

void draw_part(TrainerFrame& frame, const NoticePart& part) {
  {
    const PanelScope panel(frame, Panel::card, bar_of(part.kind));
    heading(frame, part.id + ".title", part.title, TypeRole::m,
            part.kind == NoticeKind::problem ? Ink::error : Ink::normal);
    for (std::size_t i = 0; i < part.lines.size(); ++i) {
      frame.space(8);
      paragraph(frame, fmt::format("{}.{}", part.id, i), part.lines[i]);
    }
  }
  frame.space(24);
}

void draw_part(TrainerFrame& frame, const ButtonsPart& part) {
  std::vector<ButtonSpec> specs;
  for (const ButtonPart& each : part.buttons) {
    specs.push_back(
        {.id = each.id,
         .label = each.label,
         .kind = each.weight == ButtonWeight::primary ? ButtonKind::primary : ButtonKind::secondary,
         .size = ButtonSize::control,
         .name = each.name});
  }
  float aside = 0;
  if (part.lead) {
    float width = 0, height = 0;
    for (const ButtonSpec& spec : specs) {
      const float own = button_width(frame, spec);
      width += own + 2 * frame.theme().gap();
      height = std::max(height, button_height(frame, spec, own));
    }
    aside = draw_aside(frame, {.id = part.lead->id, .name = part.lead->text}, width, height);
    if (aside == 0) draw_part(frame, *part.lead);
  }
  const Column column = frame.layout.column;
  const ColumnScope beside(frame, Column{column.left + aside, column.width - aside});
  if (const auto pressed = buttons(frame, specs)) frame.emit(part.buttons[*pressed].action);
  frame.space(24);
}

void draw_part(TrainerFrame& frame, const LinkPart& part) {
  if (link(frame, part.id, part.text)) frame.emit(part.action);
  frame.layout.pen += frame.theme().gap();
}

void draw_part(TrainerFrame& frame, const ProgressPart& part) {
  percent_bar(frame, part.id, part.text, "", static_cast<int>(part.share * 100));
  frame.space(32);
}

}  // namespace app::ui
