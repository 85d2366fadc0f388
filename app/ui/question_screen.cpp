// The question page: one prompt, its answers, Continue.
#include <fmt/format.h>

#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

void draw_answers(Frame& frame, const QuestionView& view) {
  const Mark mark = view.kind == ChoiceKind::several ? Mark::checkbox : Mark::radio;
  for (std::size_t index = 0; index < view.options.size(); ++index) {
    const ChoiceView& option = view.options[index];
    if (view.or_before == index && index > 0) {
      paragraph(frame, "question.or", view.or_word, TypeRole::strong, Ink::secondary);
      frame.space(12);
    }
    const Selected selected = option.is_selected ? Selected::yes : Selected::no;
    if (choice(frame, fmt::format("question.option.{}", option.id), option.label, mark, selected)) {
      frame.emit(ChooseOption{static_cast<int>(index)});
    }
  }
}

}  // namespace

void draw_question(Frame& frame, const QuestionView& view) {
  const PageScope page(frame);
  if (!view.error.empty() && error_summary(frame, "question", view.error_title, view.error)) {
    frame.wishes.focus = "question.option.0";
  }
  caption(frame, "question.caption", view.caption);
  {
    const ColumnScope column(frame, frame.wide_column());
    heading(frame, "question.prompt", view.prompt, heading_role(view.prompt));
  }
  if (!view.hint.empty()) {
    frame.space(8);
    paragraph(frame, "question.hint", view.hint, TypeRole::body, Ink::secondary);
  }
  frame.space(24);
  if (!view.error.empty()) error_message(frame, "question", view.error);
  draw_answers(frame, view);
  frame.space(24);
  if (button(frame, {.id = "question.next", .label = view.next})) frame.emit(GoNext{});
  if (!view.why.empty()) {
    frame.space(40);
    const PanelScope why(frame, Panel::card, Bar::brand);
    heading(frame, "question.why_title", view.why_title, TypeRole::strong);
    frame.space(4);
    paragraph(frame, "question.why", view.why);
  }
}

}  // namespace app::ui
