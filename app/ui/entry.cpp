#include "app/ui/entry.hpp"

#include "app/ui/keypad.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

void draw_entry(Frame& frame, const std::string& page, const EntryView& entry, const std::string& wait) {
  if (!wait.empty()) {
    {
      const PanelScope note(frame, Panel::note);
      paragraph(frame, page + ".wait", wait, TypeRole::strong);
    }
    frame.space(24);
  }
  const auto key = keypad(frame, {.page = page,
                                  .title = entry.title,
                                  .shown = entry.shown,
                                  .spoken = entry.spoken,
                                  .delete_label = entry.delete_label});
  if (key) frame.emit(TypeKey{*key});
}

}  // namespace app::ui
