// A number, typed on the keypad, with its unit.
#include "app/ui/answers.hpp"
#include "app/ui/keypad.hpp"

namespace app::ui {

void draw_number(Frame& frame, const NumberView& view) {
  const auto key = keypad(frame, {.page = "question",
                                  .title = view.title,
                                  .shown = view.typed,
                                  .spoken = view.spoken,
                                  .unit = view.unit,
                                  .point = view.point,
                                  .delete_label = view.delete_label});
  if (key) frame.emit(TypeKey{*key});
}

}  // namespace app::ui
