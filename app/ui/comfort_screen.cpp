// The comfort page: language, text size and contrast; an example shows the effect at once.
#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

std::optional<std::size_t> group(Frame& frame, const std::string& id, const std::string& legend,
                                 const std::vector<ChoiceView>& choices) {
  frame.space(32);
  heading(frame, id + "_legend", legend, TypeRole::m);
  frame.space(12);
  std::vector<ShortChoice> cards;
  for (const ChoiceView& choice : choices) {
    cards.push_back({choice.id, choice.label, choice.is_selected ? Selected::yes : Selected::no});
  }
  return short_choices(frame, id, cards);
}

Scanning scanning_of(const std::string& id) {
  if (id == "off") return Scanning::off;
  return id == "one_switch" ? Scanning::one_switch : Scanning::two_switches;
}

void draw_scanning(Frame& frame, const ScanningView& view) {
  if (const auto pressed = group(frame, "comfort.scanning", view.legend, view.ways))
    frame.emit(SetScanning{scanning_of(view.ways[*pressed].id)});
  frame.space(8);
  paragraph(frame, "comfort.scanning_hint", view.hint, TypeRole::body, Ink::secondary);
  if (view.speed.empty()) return;
  frame.space(16);
  paragraph(frame, "comfort.scanning_speed", view.speed, TypeRole::strong);
  frame.space(12);
  std::vector<ButtonSpec> specs;
  const auto add = [&](const char* id, const std::string& label) {
    if (label.empty()) return;
    specs.push_back({.id = id,
                     .label = label,
                     .kind = ButtonKind::secondary,
                     .size = ButtonSize::control,
                     .strike = Strike::quick});
  };
  add("comfort.slower", view.slower);
  add("comfort.faster", view.faster);
  const auto pressed = buttons(frame, specs);
  if (!pressed) return;
  const bool is_slower = specs[*pressed].id == "comfort.slower";
  frame.emit(SetScanSeconds{view.seconds + (is_slower ? 1 : -1)});
}

}  // namespace

void draw_comfort(Frame& frame, const ComfortView& view) {
  const PageScope page(frame);
  const ColumnScope column(frame, frame.wide_column());
  heading(frame, "comfort.title", view.title);
  frame.space(16);
  {
    const PanelScope example(frame, Panel::card, Bar::brand);
    paragraph(frame, "comfort.example", view.example);
  }
  if (const auto pressed = group(frame, "comfort.language", view.language_legend, view.languages)) {
    frame.emit(SetLanguage{view.languages[*pressed].id});
  }
  if (!view.note.empty()) {
    frame.space(12);
    paragraph(frame, "comfort.note", view.note, TypeRole::body, Ink::secondary);
  }
  if (const auto pressed = group(frame, "comfort.text_size", view.text_size_legend, view.text_sizes)) {
    frame.emit(SetTextSize{std::stoi(view.text_sizes[*pressed].id)});
  }
  if (const auto pressed = group(frame, "comfort.contrast", view.contrast_legend, view.contrasts)) {
    frame.emit(SetContrast{view.contrasts[*pressed].id == "high" ? Contrast::high : Contrast::normal});
  }
  draw_scanning(frame, view.scanning);
  frame.space(40);
  if (button(frame, {.id = "comfort.next", .label = view.next})) frame.emit(GoNext{});
}

}  // namespace app::ui
