// Radio buttons and check boxes as cards.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/ui/paint.hpp"
#include "app/ui/touch.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

struct ChoiceLook {
  Mark mark = Mark::radio;
  Selected selected = Selected::no;
  std::string language{};
};

void draw_box(const Canvas& canvas, Point centre, float half, Selected selected) {
  const Theme& theme = canvas.theme();
  const Palette& palette = theme.palette;
  const bool is_selected = selected == Selected::yes;
  const Box box{centre.x - half, centre.y - half, 2 * half, 2 * half};
  fill(box, palette.card);
  outline(box, is_selected ? palette.mark : palette.border_input, theme.px(palette.control_border));
  if (!is_selected) return;
  strip({{centre.x - half * 0.5F, centre.y},
         {centre.x - half * 0.12F, centre.y + half * 0.4F},
         {centre.x + half * 0.55F, centre.y - half * 0.4F}},
        palette.text, std::round(half / 4));
}

void draw_mark(const Canvas& canvas, ChoiceLook look, Point centre) {
  const Theme& theme = canvas.theme();
  const Palette& palette = theme.palette;
  const float half = theme.mark() / 2;
  const float border = theme.px(palette.control_border);
  const bool is_selected = look.selected == Selected::yes;
  if (look.mark == Mark::radio) {
    dot(centre, half, palette.card);
    circle(centre, half, is_selected ? palette.mark : palette.border_input, border);
    if (is_selected) dot(centre, half / 2, palette.text);
    return;
  }
  draw_box(canvas, centre, half, look.selected);
}

float text_left(const Theme& theme) {
  return theme.inset() + theme.mark() + theme.inset();
}

TextBlock label_block(const Canvas& canvas, std::string_view label, float width) {
  return lay_out(canvas, TypeRole::body, label, width - text_left(canvas.theme()) - canvas.theme().inset());
}

void draw_choice(const Canvas& canvas, std::string_view label, ChoiceLook look, const Box& box,
                 const Touch& state) {
  const Theme& theme = canvas.theme();
  const Palette& palette = theme.palette;
  const bool is_selected = look.selected == Selected::yes;
  const float resting_border = theme.contrast == Contrast::high ? 3 : 1;
  const Color back = state.is_held || state.is_hovered ? palette.choice_hover
                     : is_selected                     ? palette.choice_selected
                                                       : palette.card;
  fill(box, back, theme.corner());
  outline(box, is_selected ? palette.mark : palette.border_input, theme.px(is_selected ? 4 : resting_border),
          theme.corner());
  const float middle = std::round(box.y + box.height / 2);
  draw_mark(canvas, look, {box.x + theme.inset() + theme.mark() / 2, middle});
  const TextBlock block = label_block(canvas, label, box.width);
  draw_text(canvas, TypeRole::body, block, {box.x + text_left(theme), middle - block.height / 2},
            palette.text);
  if (state.has_ring) focus_ring(canvas, box);
}

bool choice_at(Canvas& canvas, std::string id, std::string_view label, ChoiceLook look, const Box& box) {
  const Touch state = touch(canvas, id, box);
  draw_choice(canvas, label, look, box, state);
  canvas.note({.id = std::move(id),
               .role = look.mark == Mark::radio ? ItemRole::radio : ItemRole::checkbox,
               .name = std::string(label),
               .value = look.selected == Selected::yes ? "selected" : "",
               .language = look.language,
               .box = box});
  return state.is_activated;
}

float height_of(const Canvas& canvas, std::string_view label, float width) {
  const Theme& theme = canvas.theme();
  return std::max(theme.answer_target(), label_block(canvas, label, width).height + 2 * theme.inset());
}

}  // namespace

bool choice(Canvas& canvas, std::string id, std::string_view label, Mark mark, Selected selected) {
  const Column column = canvas.layout.column;
  const Box box{column.left, canvas.layout.pen, column.width, height_of(canvas, label, column.width)};
  canvas.layout.pen += box.height + canvas.theme().gap();
  return choice_at(canvas, std::move(id), label, {mark, selected, ""}, box);
}

bool quiet_choice(Canvas& canvas, std::string id, std::string_view label, Selected selected) {
  const Theme& theme = canvas.theme();
  const Column column = canvas.layout.column;
  const float half = std::round(theme.mark() * 0.35F);
  const float left = 2 * half + theme.px(12);
  const TextBlock block = lay_out(canvas, TypeRole::body, label, column.width - left - theme.px(8));
  const Box box{column.left, canvas.layout.pen, std::min(column.width, left + block.width + theme.px(8)),
                std::max(theme.answer_target(), block.height + 2 * theme.px(8))};
  canvas.layout.pen += box.height;
  const Touch state = touch(canvas, id, box);
  if (state.is_held || state.is_hovered) fill(box, theme.palette.choice_hover, theme.corner());
  const float middle = std::round(box.y + box.height / 2);
  draw_box(canvas, {box.x + half, middle}, half, selected);
  draw_text(canvas, TypeRole::body, block, {box.x + left, middle - block.height / 2}, theme.palette.text);
  if (state.has_ring) focus_ring(canvas, box);
  canvas.note({.id = std::move(id),
               .role = ItemRole::checkbox,
               .name = std::string(label),
               .value = selected == Selected::yes ? "selected" : "",
               .box = box});
  return state.is_activated;
}

std::optional<std::size_t> short_choices(Canvas& canvas, std::string_view prefix,
                                         const std::vector<ShortChoice>& choices) {
  const Theme& theme = canvas.theme();
  const Column column = canvas.layout.column;
  const float gap = theme.gap();
  float natural = 0;
  for (const ShortChoice& each : choices) {
    natural = std::max(natural, lay_out(canvas, TypeRole::body, each.label, 100'000).width);
  }
  natural += text_left(theme) + 2 * theme.inset();
  const auto fitting =
      static_cast<std::size_t>(std::max(1.0F, std::floor((column.width + gap) / (natural + gap))));
  const std::size_t per_row = std::min(fitting, std::max<std::size_t>(2, choices.size()));
  const float width =
      std::floor((column.width - gap * static_cast<float>(per_row - 1)) / static_cast<float>(per_row));
  std::optional<std::size_t> pressed;
  float row_height = 0;
  for (std::size_t index = 0; index < choices.size(); ++index) {
    const std::size_t place = index % per_row;
    if (place == 0 && index > 0) canvas.layout.pen += row_height + gap;
    if (place == 0) row_height = 0;
    const float height = height_of(canvas, choices[index].label, width);
    const Box box{column.left + static_cast<float>(place) * (width + gap), canvas.layout.pen, width, height};
    const std::string id = fmt::format("{}.{}", prefix, choices[index].id);
    if (choice_at(canvas, id, choices[index].label,
                  {Mark::radio, choices[index].selected, choices[index].language}, box))
      pressed = index;
    row_height = std::max(row_height, height);
  }
  canvas.layout.pen += row_height;
  return pressed;
}

}  // namespace app::ui
