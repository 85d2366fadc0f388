// The dashboard's page: all of it scrolls, but for "Show more" below.
#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "app/ui/more_strip.hpp"
#include "app/ui/paint.hpp"
#include "app/ui/touch.hpp"
#include "app/ui/trainer_parts.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

void draw_band(TrainerFrame& frame, const TrainerView& view) {
  const BandScope band(frame);
  const Column column = frame.layout.column;
  const float top = frame.layout.pen;
  heading(frame, "bar.product", view.product, TypeRole::m, Ink::on_brand);
  const auto spec = [](std::string id, const std::string& label) {
    return ButtonSpec{
        .id = std::move(id), .label = label, .kind = ButtonKind::brand, .size = ButtonSize::bar};
  };
  std::vector<ButtonSpec> specs{spec("bar.text_size", view.text_size_label),
                                spec("bar.contrast", view.contrast_label),
                                spec("bar.language", view.language_label)};
  specs.back().language = view.other_language;
  const TrainerAction actions[] = {NextTextSize{}, NextContrast{}, NextLanguage{}};
  // Beside the name where they fit, else below.
  float width = 2 * (frame.theme().gap() + frame.theme().px(4));
  for (const ButtonSpec& each : specs) width += button_width(frame, each);
  const bool is_beside = frame.items().back().box.width + frame.theme().px(32) + width <= column.width;
  if (is_beside) {
    frame.layout.pen = top;
  } else {
    frame.space(12);
  }
  const ColumnScope side(frame, is_beside ? Column{column.left + column.width - width, width + 1} : column);
  if (const auto pressed = buttons(frame, specs)) frame.emit(actions[*pressed]);
  frame.space(is_beside ? 8 : 16);
}

// Words in a row, the open one with a thick line below it.
void draw_tabs(TrainerFrame& frame, const std::vector<TrainerTab>& tabs) {
  const Theme& theme = frame.theme();
  const Palette& palette = theme.palette;
  const Column column = frame.layout.column;
  const float height = theme.control_target();
  float x = column.left;
  for (const TrainerTab& tab : tabs) {
    const TextBlock block = lay_out(frame, TypeRole::strong, tab.label, column.width - 2 * theme.px(8));
    const float width = std::max(height, block.width + 2 * theme.px(8));
    if (x > column.left && x + width > column.left + column.width) {
      x = column.left;
      frame.layout.pen += height + theme.gap();
    }
    const Box box{x, frame.layout.pen, width, std::max(height, block.height)};
    const Touch state = touch(frame, tab.id, box);
    if (state.has_ring) fill(box, palette.focus);
    const Color ink = state.has_ring ? palette.focus_text : tab.is_open ? palette.text : palette.link;
    draw_text(frame, TypeRole::strong, block, {x + theme.px(8), box.y + (box.height - block.height) / 2},
              ink);
    const float line = theme.px(tab.is_open ? 4 : state.is_hovered ? 2 : 0);
    fill({x, box.bottom() - line, width, line}, state.has_ring ? palette.focus_text : palette.link);
    if (state.has_ring) focus_ring(frame, box);
    frame.note({.id = tab.id,
                .role = ItemRole::link,
                .name = tab.label,
                .value = tab.is_open ? "selected" : "",
                .box = box});
    if (state.is_activated) frame.emit(tab.action);
    x = box.right() + theme.gap();
  }
  frame.layout.pen += height;
  frame.space(8);
  rule(frame);
  frame.space(24);
}

}  // namespace

void draw_trainer(TrainerFrame& frame, const TrainerView& view) {
  Box body = frame.layout.body;
  Box strip{};
  // Decided on the height without the strip, or it would come and go.
  if (frame.past().scroll.content_height > body.height + 0.5F)
    strip = take_more_strip(frame.theme(), body, frame.theme().edge_clear());
  frame.layout.body = body;
  {
    const PageScope page(frame);
    const ColumnScope column(frame, frame.wide_column());
    frame.layout.pen -= frame.theme().px(8);
    draw_band(frame, view);
    frame.space(16);
    if (!view.tabs.empty()) draw_tabs(frame, view.tabs);
    if (!view.back.empty() && link(frame, view.id + ".back", view.back)) frame.emit(GoBack{});
    for (const TrainerPart& part : view.parts) {
      std::visit([&frame](const auto& each) { draw_part(frame, each); }, part);
    }
  }
  if (strip.height > 0) more_strip(frame, {view.show_more, view.show_less}, strip);
}

}  // namespace app::ui
