// The preview page: for authors only, who read more than a visitor would.
#include <fmt/format.h>

#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

void findings(Frame& frame, const PreviewView& view) {
  const PanelScope card(frame, Panel::card);
  heading(frame, "preview.findings_title", view.findings_title, TypeRole::m);
  if (view.findings.empty()) return;
  frame.space(16);
  list(frame, "preview.finding", view.findings, Bullet::dot);
}

void roles(Frame& frame, const PreviewView& view) {
  heading(frame, "preview.role", view.role_legend, TypeRole::m);
  frame.space(8);
  for (const ChoiceView& role : view.roles) {
    const Selected selected = role.is_selected ? Selected::yes : Selected::no;
    if (choice(frame, fmt::format("preview.role.{}", role.id), role.label, Mark::radio, selected))
      frame.emit(SelectRole{assessment::RoleId{role.id}});
  }
}

void items(Frame& frame, const PreviewView& view) {
  heading(frame, "preview.items", view.items_title, TypeRole::m);
  for (const PreviewItem& item : view.items) {
    frame.layout.pen += frame.theme().gap();
    if (link(frame, fmt::format("preview.item.{}", item.id), item.label))
      frame.emit(JumpTo{assessment::ItemId{item.id}});
    if (!item.note.empty())
      paragraph(frame, fmt::format("preview.note.{}", item.id), item.note, TypeRole::body, Ink::secondary);
  }
}

}  // namespace

void draw_preview(Frame& frame, const PreviewView& view) {
  const PageScope page(frame);
  const ColumnScope column(frame, frame.wide_column());
  heading(frame, "preview.title", view.title);
  frame.space(8);
  paragraph(frame, "preview.lead", view.lead, TypeRole::lead);
  frame.space(24);
  findings(frame, view);
  if (view.start.empty()) return;
  frame.space(24);
  if (button(frame, {.id = "preview.next", .label = view.start})) frame.emit(GoNext{});
  frame.space(32);
  roles(frame, view);
  frame.space(32);
  items(frame, view);
}

}  // namespace app::ui
