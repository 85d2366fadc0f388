// Panels, bands, bars, errors and summary rows.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/ui/paint.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

constexpr float bar_width = 8;

Color fill_of(const Palette& palette, Panel panel) {
  switch (panel) {
    case Panel::card:
    case Panel::sheet:
      return palette.card;
    case Panel::paper:
      return make_palette(Contrast::normal).card;
    case Panel::note:
      return palette.note;
    case Panel::brand:
      return palette.brand;
    case Panel::success:
      return palette.success;
    case Panel::plain:
      break;
  }
  return Color{0, 0, 0, 0};
}

float padding_of(const Theme& theme, Panel panel) {
  if (panel == Panel::sheet) return theme.px(4);
  return theme.px(panel == Panel::note ? 16 : 24);
}

Color color_of(const Palette& palette, Bar bar) {
  switch (bar) {
    case Bar::none:
      break;
    case Bar::brand:
      return palette.bar_full;
    case Bar::success:
      return palette.success;
    case Bar::error:
      return palette.error;
  }
  return Color{0, 0, 0, 0};
}

}  // namespace

PanelScope::PanelScope(Canvas& canvas, Panel panel, Bar bar)
    : canvas_(canvas), panel_(panel), bar_(bar), outside_(canvas.layout.column), top_(canvas.layout.pen) {
  const float padding = padding_of(canvas.theme(), panel);
  const float left = padding + (bar == Bar::none ? 0 : canvas.theme().px(bar_width));
  canvas.layout.column = {outside_.left + left, outside_.width - left - padding};
  canvas.layout.pen += padding;
  // What the panel holds is drawn first, as only then its height is known.
  splitter_.Split(ImGui::GetWindowDrawList(), 2);
  splitter_.SetCurrentChannel(ImGui::GetWindowDrawList(), 1);
}

PanelScope::~PanelScope() {
  const Theme& theme = canvas_.theme();
  canvas_.layout.pen += padding_of(theme, panel_);
  canvas_.layout.column = outside_;
  splitter_.SetCurrentChannel(ImGui::GetWindowDrawList(), 0);
  const Box box{outside_.left, top_, outside_.width, canvas_.layout.pen - top_};
  fill(box, fill_of(theme.palette, panel_), theme.px(4));
  if (panel_ != Panel::plain && panel_ != Panel::success)
    outline(box, theme.palette.border_decor, theme.px(theme.contrast == Contrast::high ? 3 : 1), theme.px(4));
  if (bar_ != Bar::none) fill({box.x, box.y, theme.px(bar_width), box.height}, color_of(theme.palette, bar_));
  splitter_.Merge(ImGui::GetWindowDrawList());
}

BandScope::BandScope(Canvas& canvas) : canvas_(canvas), top_(canvas.layout.pen) {
  splitter_.Split(ImGui::GetWindowDrawList(), 2);
  splitter_.SetCurrentChannel(ImGui::GetWindowDrawList(), 1);
}

BandScope::~BandScope() {
  splitter_.SetCurrentChannel(ImGui::GetWindowDrawList(), 0);
  const Box body = canvas_.layout.body;
  // From far above, so that the top bar and the band are one surface.
  const float top = std::min(top_, body.y) - body.height;
  fill({body.x, top, body.width, canvas_.layout.pen - top}, canvas_.palette().brand);
  splitter_.Merge(ImGui::GetWindowDrawList());
}

void rule(Canvas& canvas) {
  const Column column = canvas.layout.column;
  fill({column.left, canvas.layout.pen, column.width, std::max(1.0F, canvas.theme().px(1))},
       canvas.palette().border_decor);
  canvas.layout.pen += canvas.theme().px(1);
}

bool error_summary(Canvas& canvas, std::string_view page, std::string_view title, std::string_view error) {
  const std::string id = fmt::format("{}.error", page);
  if (canvas.past().has_continued) {
    canvas.wishes.focus = id;
    canvas.wishes.scroll = -canvas.past().scroll.offset;  // its heading too, not just the link
  }
  bool is_pressed = false;
  {
    const PanelScope panel(canvas, Panel::card, Bar::error);
    heading(canvas, fmt::format("{}.problem", page), title, TypeRole::m);
    canvas.space(8);
    is_pressed = link(canvas, id, error, Ink::error);
  }
  canvas.space(32);
  return is_pressed;
}

void error_message(Canvas& canvas, std::string_view page, std::string_view error) {
  const Theme& theme = canvas.theme();
  const float top = canvas.layout.pen;
  const Column column = canvas.layout.column;
  const float left = theme.px(4) + theme.px(16);
  const ColumnScope inset(canvas, {column.left + left, column.width - left});
  paragraph(canvas, fmt::format("{}.error_message", page), error, TypeRole::strong, Ink::error);
  fill({column.left, top, theme.px(4), canvas.layout.pen - top}, theme.palette.error);
  canvas.space(16);
}

bool summary_row(Canvas& canvas, const SummaryRow& row) {
  const Theme& theme = canvas.theme();
  const Column column = canvas.layout.column;
  const ButtonSpec change{fmt::format("check.change.{}", row.key), row.change, ButtonKind::secondary,
                          ButtonSize::control, row.change_name};
  const float wide = button_width(canvas, change);
  const float height = std::max(theme.control_target(), theme.line_pitch(TypeRole::strong) + theme.px(16));
  const float text_width = column.width - wide - theme.px(32);
  // Beside the text where that leaves it a readable line, else below.
  const bool is_beside = text_width >= 12 * theme.em_of(TypeRole::body);
  const float top = canvas.layout.pen;
  {
    const ColumnScope text(canvas, {column.left, is_beside ? text_width : column.width});
    paragraph(canvas, fmt::format("check.prompt.{}", row.key), row.prompt, TypeRole::body, Ink::secondary);
    canvas.space(4);
    paragraph(canvas, fmt::format("check.answer.{}", row.key), row.answer, TypeRole::strong);
    if (!row.mark.empty()) {
      canvas.space(4);
      paragraph(canvas, fmt::format("check.mark.{}", row.key), row.mark, TypeRole::body, Ink::secondary);
    }
  }
  float y = top;
  if (!is_beside) {
    canvas.space(16);
    y = canvas.layout.pen;
  }
  const float x = is_beside ? column.left + column.width - wide : column.left;
  const bool is_pressed = button_at(canvas, change, {x, y, std::min(wide, column.width), height});
  canvas.layout.pen = std::max(canvas.layout.pen, y + height);
  return is_pressed;
}

}  // namespace app::ui
