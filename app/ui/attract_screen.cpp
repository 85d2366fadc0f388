// The attract page: what this is, how long it takes, and one way in for each language.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/ui/paint.hpp"
#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

// A tall screen gives its room to the band, and the buttons come down to where hands are.
float room_above(const Frame& frame) {
  const Theme& theme = frame.theme();
  const float usual = theme.px(600) * theme.text_scale;
  return std::round(std::max(theme.px(8), (frame.layout.body.height - usual) * 0.35F));
}

// Where the title would need a second line, the buttons below it need the room more.
TypeRole title_role(const Frame& frame, std::string_view title) {
  const TextBlock block = lay_out(frame, TypeRole::xl, title, frame.layout.column.width);
  return block.lines.size() > 1 ? TypeRole::l : TypeRole::xl;
}

void draw_banks(Frame& frame, const AttractView& view) {
  if (view.banks.empty()) return;
  std::vector<ButtonSpec> specs;
  for (const ChoiceView& bank : view.banks) {
    specs.push_back(
        {.id = fmt::format("attract.bank.{}", bank.id), .label = bank.label, .kind = ButtonKind::secondary});
  }
  const auto pressed = button_columns(frame, specs);
  if (pressed) frame.emit(PickBank{std::stoi(view.banks[*pressed].id)});
}

void draw_starts(Frame& frame, const AttractView& view) {
  if (view.starts.empty()) return;
  std::vector<ButtonSpec> starts;
  for (const ChoiceView& start : view.starts)
    starts.push_back(
        {.id = fmt::format("attract.start.{}", start.id), .label = start.label, .language = start.id});
  if (const auto pressed = buttons(frame, starts)) frame.emit(Start{view.starts[*pressed].id});
}

void draw_facts(Frame& frame, const AttractView& view) {
  std::vector<Fact> known;
  if (!view.duration.empty()) known.push_back({"attract.duration", Icon::clock, view.duration});
  known.push_back({"attract.privacy", Icon::shield, view.privacy});
  facts(frame, known);
}

// A row of lesser buttons, each with what it asks for; those without a label are not there.
struct Offer {
  const char* id;
  const std::string& label;
  Action action;
};
void draw_row(Frame& frame, const std::vector<Offer>& offers) {
  std::vector<ButtonSpec> specs;
  std::vector<Action> actions;
  for (const Offer& offer : offers) {
    if (offer.label.empty()) continue;
    specs.push_back(
        {.id = offer.id, .label = offer.label, .kind = ButtonKind::secondary, .size = ButtonSize::control});
    actions.push_back(offer.action);
  }
  if (specs.empty()) return;
  frame.space(24);
  if (const auto pressed = buttons(frame, specs)) frame.emit(actions[*pressed]);
}

}  // namespace

void draw_attract(Frame& frame, const AttractView& view) {
  const PageScope page(frame);
  {
    const BandScope band(frame);
    const ColumnScope column(frame, frame.wide_column());
    frame.layout.pen += room_above(frame);
    heading(frame, "attract.title", view.title, title_role(frame, view.title), Ink::on_brand);
    frame.space(12);
    paragraph(frame, "attract.about", view.about, TypeRole::lead, Ink::on_brand);
    frame.space(32);
  }
  const ColumnScope column(frame, frame.wide_column());
  frame.space(24);
  draw_banks(frame, view);
  draw_starts(frame, view);
  const Action read = view.is_read_aloud ? Action{SetReadAloud{.is_on = false}} : Action{ReadPage{}};
  draw_row(frame, {{"attract.text_size", view.text_size, NextTextSize{}},
                   {"attract.contrast", view.contrast, NextContrast{}},
                   {"attract.read_aloud", view.read_aloud, read},
                   {"attract.resume", view.resume, OpenResume{}},
                   {"attract.staff", view.staff, OpenStaff{}}});
  frame.space(32);
  draw_facts(frame, view);
  if (!view.note.empty()) {
    frame.space(24);
    const PanelScope note(frame, Panel::note);
    paragraph(frame, "attract.note", view.note);
  }
}

}  // namespace app::ui
