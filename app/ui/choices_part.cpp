// Choices of the dashboard: pills in rows, one of which is chosen, or check boxes.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/ui/paint.hpp"
#include "app/ui/touch.hpp"
#include "app/ui/trainer_parts.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

float tick_width(const Theme& theme) {
  return std::round(theme.em_of(TypeRole::body) * 1.2F);
}

void draw_tick(const Theme& theme, Point centre, Color color) {
  const float half = theme.em_of(TypeRole::body) * 0.4F;
  strip({{centre.x - half, centre.y},
         {centre.x - half * 0.25F, centre.y + half * 0.7F},
         {centre.x + half, centre.y - half * 0.7F}},
        color, std::max(2.0F, std::round(half / 3)));
}

// A tick and the fill say which is chosen, so that neither is the only cue.
bool pill(TrainerFrame& frame, const std::string& id, const TrainerChoice& choice, const TextBlock& block,
          const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = theme.palette;
  const Touch state = touch(frame, id, box);
  const ButtonColors& chosen = palette.button(ButtonKind::brand);
  Color back = choice.is_selected ? chosen.fill : palette.card;
  if (state.is_hovered && !choice.is_selected) back = palette.choice_hover;
  Color ink = choice.is_selected ? chosen.text : palette.text;
  if (state.has_ring) {
    back = palette.focus;
    ink = palette.focus_text;
  }
  fill(box, back, theme.corner());
  outline(box, palette.border_input, theme.px(palette.control_border), theme.corner());
  const float middle = std::round(box.y + box.height / 2);
  float x = box.x + theme.px(12);
  if (choice.is_selected) {
    draw_tick(theme, {x + tick_width(theme) / 2, middle}, ink);
    x += tick_width(theme) + theme.px(8);
  }
  draw_text(frame, TypeRole::body, block, {x, middle - block.height / 2}, ink);
  if (state.has_ring) focus_ring(frame, box);
  frame.note({.id = id,
              .role = ItemRole::radio,
              .name = choice.label,
              .value = choice.is_selected ? "selected" : "",
              .box = box});
  return state.is_activated;
}

float pill_width(const TrainerFrame& frame, const TrainerChoice& choice) {
  const Theme& theme = frame.theme();
  const float tick = choice.is_selected ? tick_width(theme) + theme.px(8) : 0;
  const TextBlock block = lay_out(frame, TypeRole::body, choice.label, frame.layout.column.width);
  return std::max(theme.control_target(), block.width + tick + 2 * theme.px(12)) + theme.gap();
}

void draw_pills(TrainerFrame& frame, const ChoicesPart& part) {
  const Theme& theme = frame.theme();
  const Column column = frame.layout.column;
  float x = column.left;
  float row = 0;
  for (const TrainerChoice& choice : part.choices) {
    const float tick = choice.is_selected ? tick_width(theme) + theme.px(8) : 0;
    const TextBlock block =
        lay_out(frame, TypeRole::body, choice.label, column.width - tick - 2 * theme.px(12));
    const float width = std::max(theme.control_target(), block.width + tick + 2 * theme.px(12));
    if (x > column.left && x + width > column.left + column.width) {
      x = column.left;
      frame.layout.pen += row + theme.gap();
      row = 0;
    }
    const Box box{x, frame.layout.pen, width,
                  std::max(theme.control_target(), block.height + 2 * theme.px(6))};
    if (pill(frame, fmt::format("{}.{}", part.id, choice.id), choice, block, box)) frame.emit(choice.action);
    x = box.right() + theme.gap();
    row = std::max(row, box.height);
  }
  frame.layout.pen += row;
}

}  // namespace

void draw_part(TrainerFrame& frame, const ChoicesPart& part) {
  float aside = 0;
  if (part.look == ChoiceLook::pills) {
    float width = 0;
    for (const TrainerChoice& choice : part.choices) width += pill_width(frame, choice);
    const FrameItem legend{.id = part.id + ".legend", .role = ItemRole::heading, .name = part.legend};
    aside = draw_aside(frame, legend, width, frame.theme().control_target());
  }
  if (aside == 0) {
    heading(frame, part.id + ".legend", part.legend, TypeRole::strong);
    frame.space(8);
  }
  if (part.look == ChoiceLook::pills) {
    const Column column = frame.layout.column;
    const ColumnScope beside(frame, Column{column.left + aside, column.width - aside});
    draw_pills(frame, part);
  }
  if (part.look == ChoiceLook::checkboxes) {
    for (const TrainerChoice& choice : part.choices) {
      const Selected selected = choice.is_selected ? Selected::yes : Selected::no;
      if (quiet_choice(frame, fmt::format("{}.{}", part.id, choice.id), choice.label, selected))
        frame.emit(choice.action);
      frame.layout.pen += frame.theme().gap();
    }
  }
  frame.space(24);
}

}  // namespace app::ui
