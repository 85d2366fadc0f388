// The page of the three words: asked for, given, or chosen from lists. Nobody types.
#include <fmt/format.h>

#include <cstdlib>

#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

void words(Frame& frame, const std::vector<std::string>& words) {
  if (words.empty()) return;
  const PanelScope card(frame, Panel::card, Bar::brand);
  for (std::size_t i = 0; i < words.size(); ++i)
    heading(frame, fmt::format("link.chosen.{}", i), words[i], TypeRole::m);
}

void choices(Frame& frame, const std::vector<ChoiceView>& choices) {
  std::vector<ButtonSpec> specs;
  for (const ChoiceView& one : choices)
    specs.push_back({"link." + one.id, one.label, ButtonKind::secondary, ButtonSize::control});
  const auto pressed = buttons(frame, specs);
  if (!pressed) return;
  const std::string& id = choices[*pressed].id;
  const int number = std::atoi(id.c_str() + id.find('.') + 1);
  if (id.starts_with("word.")) {
    frame.emit(ChooseWord{number});
  } else {
    frame.emit(ChooseInitial{number});
  }
}

}  // namespace

void draw_link(Frame& frame, const LinkView& view) {
  const PageScope page(frame);
  if (!view.error.empty() && error_summary(frame, "link", view.error_title, view.error))
    frame.wishes.focus = "link.initial.0";
  if (!view.caption.empty()) caption(frame, "link.caption", view.caption);
  heading(frame, "link.title", view.title);
  for (std::size_t i = 0; i < view.paragraphs.size(); ++i) {
    frame.space(8);
    paragraph(frame, fmt::format("link.paragraph.{}", i), view.paragraphs[i]);
  }
  frame.space(24);
  words(frame, view.words);
  if (!view.words.empty()) frame.space(24);
  if (!view.choices.empty()) choices(frame, view.choices);
  if (!view.next.empty() && button(frame, {.id = "link.next", .label = view.next})) frame.emit(GoNext{});
  if (view.enter.empty()) return;
  frame.space(24);
  if (button(frame, {.id = "link.enter", .label = view.enter, .kind = ButtonKind::secondary}))
    frame.emit(EnterLink{});
  frame.space(16);
  if (button(frame, {.id = "link.draw", .label = view.draw, .kind = ButtonKind::secondary}))
    frame.emit(DrawLink{});
}

}  // namespace app::ui
