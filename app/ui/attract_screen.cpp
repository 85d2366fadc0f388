// The attract page: what this is, how long it takes, and one way in for each language.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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

void draw_ways_in(Frame& frame, const AttractView& view) {
  for (const ChoiceView& bank : view.banks) {
    if (button(frame, {.id = fmt::format("attract.bank.{}", bank.id),
                       .label = bank.label,
                       .kind = ButtonKind::secondary}))
      frame.emit(PickBank{std::stoi(bank.id)});
    frame.space(12);
  }
  if (view.starts.empty()) return;
  std::vector<ButtonSpec> starts;
  for (const ChoiceView& start : view.starts)
    starts.push_back(
        {.id = fmt::format("attract.start.{}", start.id), .label = start.label, .language = start.id});
  if (const auto pressed = buttons(frame, starts)) frame.emit(Start{view.starts[*pressed].id});
}

void draw_other_doors(Frame& frame, const AttractView& view) {
  std::vector<ButtonSpec> specs;
  const auto add = [&](const char* id, const std::string& label) {
    if (label.empty()) return;
    specs.push_back({.id = id, .label = label, .kind = ButtonKind::secondary, .size = ButtonSize::control});
  };
  add("attract.resume", view.resume);
  add("attract.staff", view.staff);
  if (specs.empty()) return;
  frame.space(24);
  const auto pressed = buttons(frame, specs);
  if (!pressed) return;
  if (specs[*pressed].id == "attract.resume") {
    frame.emit(OpenResume{});
  } else {
    frame.emit(OpenStaff{});
  }
}

}  // namespace

void draw_attract(Frame& frame, const AttractView& view) {
  const PageScope page(frame);
  {
    const BandScope band(frame);
    const ColumnScope column(frame, frame.wide_column());
    frame.layout.pen += room_above(frame);
    heading(frame, "attract.title", view.title, TypeRole::xl, Ink::on_brand);
    frame.space(12);
    paragraph(frame, "attract.about", view.about, TypeRole::lead, Ink::on_brand);
    frame.space(32);
  }
  const ColumnScope column(frame, frame.wide_column());
  frame.space(32);
  std::vector<Fact> known;
  if (!view.duration.empty()) known.push_back({"attract.duration", Icon::clock, view.duration});
  known.push_back({"attract.privacy", Icon::shield, view.privacy});
  facts(frame, known);
  frame.space(32);
  draw_ways_in(frame, view);
  draw_other_doors(frame, view);
  if (!view.note.empty()) {
    frame.space(24);
    const PanelScope note(frame, Panel::note);
    paragraph(frame, "attract.note", view.note);
  }
}

}  // namespace app::ui
