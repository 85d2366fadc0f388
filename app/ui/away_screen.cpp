// "I'm called away": how long the answers are to wait, then the code that brings them back.
#include <fmt/format.h>

#include <cstdlib>

#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

// The code stands first: it must be seen whole on the smallest screen in the largest letters.
void draw_code(Frame& frame, const AwayView& view) {
  {
    const PanelScope card(frame, Panel::card, Bar::brand);
    heading(frame, "away.code", view.code, TypeRole::xl);
  }
  frame.space(16);
  paragraph(frame, "away.lead", view.lead, TypeRole::lead);
  for (std::size_t i = 0; i < view.notes.size(); ++i) {
    frame.space(i == 0 ? 16 : 8);
    paragraph(frame, fmt::format("away.note.{}", i), view.notes[i]);
  }
}

void draw_lengths(Frame& frame, const std::vector<ChoiceView>& lengths) {
  std::vector<ButtonSpec> specs;
  for (const ChoiceView& length : lengths)
    specs.push_back({.id = "away.minutes." + length.id, .label = length.label});
  if (const auto pressed = buttons(frame, specs))
    frame.emit(ChoosePause{std::atoi(lengths[*pressed].id.c_str())});
}

}  // namespace

void draw_away(Frame& frame, const AwayView& view) {
  const PageScope page(frame);
  const ColumnScope column(frame, frame.wide_column());
  heading(frame, "away.title", view.title);
  frame.space(12);
  if (!view.code.empty()) {
    draw_code(frame, view);
  } else {
    paragraph(frame, "away.lead", view.lead, TypeRole::lead);
    frame.space(32);
  }
  if (!view.lengths.empty()) draw_lengths(frame, view.lengths);
  if (!view.code.empty() || !view.lengths.empty()) frame.space(32);
  std::vector<ButtonSpec> specs;
  if (!view.next.empty()) specs.push_back({.id = "away.next", .label = view.next});
  specs.push_back({.id = "away.stay", .label = view.back, .kind = ButtonKind::secondary});
  const auto pressed = buttons(frame, specs);
  if (!pressed) return;
  if (specs[*pressed].id == "away.next") {
    frame.emit(GoNext{});
  } else {
    frame.emit(GoBack{});
  }
}

}  // namespace app::ui
