// The comfort page: language, text size, contrast and reading aloud; an example shows the effect at once.
#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

enum class IsLanguage { no, yes };  // each choice is named in the language that its id is the tag of

std::optional<std::size_t> group(Frame& frame, const std::string& id, const std::string& legend,
                                 const std::vector<ChoiceView>& choices,
                                 IsLanguage is_language = IsLanguage::no) {
  frame.space(32);
  heading(frame, id + "_legend", legend, TypeRole::m);
  frame.space(12);
  std::vector<ShortChoice> cards;
  for (const ChoiceView& choice : choices) {
    cards.push_back({choice.id, choice.label, choice.is_selected ? Selected::yes : Selected::no,
                     is_language == IsLanguage::yes ? choice.id : ""});
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

// How much or how fast, with a button for less and for more. Answers -1, 0 or 1.
int dial(Frame& frame, const std::string& id, const std::string& text, const std::string& less,
         const std::string& more) {
  frame.space(24);
  paragraph(frame, id, text);
  frame.space(12);
  const auto spec = [&](const char* way, const std::string& label) {
    return ButtonSpec{
        .id = id + way, .label = label, .kind = ButtonKind::secondary, .size = ButtonSize::control};
  };
  const auto pressed = buttons(frame, {spec(".less", less), spec(".more", more)});
  return !pressed ? 0 : *pressed == 0 ? -1 : 1;
}

void draw_speech(Frame& frame, const SpeechChoicesView& view) {
  constexpr int step = 10;
  if (!view.note.empty()) {
    frame.space(32);
    heading(frame, "comfort.speech_legend", view.legend, TypeRole::m);
    frame.space(12);
    paragraph(frame, "comfort.speech_note", view.note);
    return;
  }
  if (const auto pressed = group(frame, "comfort.speech", view.legend, view.switches))
    frame.emit(SetReadAloud{view.switches[*pressed].id == "on"});
  if (view.volume.empty()) return;
  if (const int way = dial(frame, "comfort.volume", view.volume, view.quieter, view.louder); way != 0)
    frame.emit(ChangeVolume{way * step});
  if (const int way = dial(frame, "comfort.rate", view.rate, view.slower, view.faster); way != 0)
    frame.emit(ChangeRate{way * step});
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
  if (const auto pressed =
          group(frame, "comfort.language", view.language_legend, view.languages, IsLanguage::yes)) {
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
  draw_speech(frame, view.speech);
  frame.space(40);
  if (button(frame, {.id = "comfort.next", .label = view.next})) frame.emit(GoNext{});
}

}  // namespace app::ui
