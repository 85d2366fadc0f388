// The check page: every answer once more, each with a way to change it, and Confirm and save.
#include <fmt/format.h>

#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

void draw_section(Frame& frame, const CheckSection& section, std::size_t number) {
  const PanelScope card(frame, Panel::card);
  heading(frame, fmt::format("check.section.{}", number), section.title, TypeRole::m);
  frame.space(16);
  for (const CheckRow& row : section.rows) {
    rule(frame);
    frame.space(16);
    if (summary_row(frame, {row.item, row.prompt, row.answer, row.mark, row.change, row.change_name})) {
      frame.emit(ChangeAnswer{assessment::ItemId{row.item}});
    }
    frame.space(16);
  }
}

}  // namespace

void draw_check(Frame& frame, const CheckView& view) {
  const PageScope page(frame);
  const ColumnScope column(frame, frame.wide_column());
  heading(frame, "check.title", view.title);
  frame.space(12);
  paragraph(frame, "check.lead", view.lead, TypeRole::lead);
  std::size_t number = 0;
  for (const CheckSection& section : view.sections) {
    frame.space(24);
    draw_section(frame, section, number++);
  }
  frame.space(40);
  if (button(frame, {.id = "check.save", .label = view.save})) frame.emit(ConfirmAndSave{});
}

}  // namespace app::ui
