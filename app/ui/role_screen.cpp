// The role page: the only thing that is asked about the person.
#include <fmt/format.h>

#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

void draw_role(Frame& frame, const RoleView& view) {
  const PageScope page(frame);
  if (!view.error.empty() && error_summary(frame, "role", view.error_title, view.error) &&
      !view.roles.empty()) {
    frame.wishes.focus = fmt::format("role.option.{}", view.roles.front().id);
  }
  caption(frame, "role.caption", view.caption);
  heading(frame, "role.title", view.title);
  frame.space(8);
  paragraph(frame, "role.hint", view.hint, TypeRole::body, Ink::secondary);
  frame.space(24);
  if (!view.error.empty()) error_message(frame, "role", view.error);
  for (const ChoiceView& role : view.roles) {
    const Selected selected = role.is_selected ? Selected::yes : Selected::no;
    if (choice(frame, fmt::format("role.option.{}", role.id), role.label, Mark::radio, selected)) {
      frame.emit(SelectRole{assessment::RoleId{role.id}});
    }
  }
  frame.space(24);
  if (button(frame, {.id = "role.next", .label = view.next})) frame.emit(GoNext{});
}

}  // namespace app::ui
