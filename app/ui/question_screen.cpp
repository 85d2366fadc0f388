// The question page: one prompt, its answers, Continue.
#include <fmt/format.h>

#include <string>

#include "app/ui/answers.hpp"
#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"
#include "assessment/base/overloaded.hpp"

namespace app::ui {

namespace {

using assessment::Overloaded;

void draw_work(Frame& frame, const WorkView& work) {
  const ColumnScope column(frame, frame.wide_column());
  std::visit(Overloaded{
                 [](const std::monostate&) {},
                 [&](const OrderView& view) { draw_order(frame, view); },
                 [&](const MatchView& view) { draw_match(frame, view); },
                 [&](const NumberView& view) { draw_number(frame, view); },
                 [&](const SceneView& view) { draw_scene(frame, view); },
             },
             work);
}

void draw_options(Frame& frame, const QuestionView& view) {
  const bool has_work = !std::holds_alternative<std::monostate>(view.work);
  const Mark mark = view.kind == ChoiceKind::several ? Mark::checkbox : Mark::radio;
  for (std::size_t index = 0; index < view.options.size(); ++index) {
    const ChoiceView& option = view.options[index];
    if (view.or_before == index && (index > 0 || has_work)) {
      if (has_work) frame.space(8);
      paragraph(frame, "question.or", view.or_word, TypeRole::strong, Ink::secondary);
      frame.space(12);
    }
    const Selected selected = option.is_selected ? Selected::yes : Selected::no;
    if (choice(frame, fmt::format("question.option.{}", option.id), option.label, mark, selected)) {
      frame.emit(ChooseOption{std::stoi(option.id)});
    }
  }
}

// Where the link of an error leads: the first thing to press.
std::string first_answer(const QuestionView& view) {
  return std::visit(Overloaded{
                        [&](const std::monostate&) {
                          return "question.option." + (view.options.empty() ? "0" : view.options.front().id);
                        },
                        [](const OrderView& order) {
                          const auto& rows = order.unplaced.empty() ? order.placed : order.unplaced;
                          return fmt::format("question.option.{}", rows.empty() ? 0 : rows.front().choice);
                        },
                        [](const MatchView&) { return std::string("question.left.0"); },
                        [](const NumberView&) { return std::string("question.key.1"); },
                        [](const SceneView& scene) {
                          return fmt::format("question.option.{}",
                                             scene.regions.empty() ? 0 : scene.regions.front().choice);
                        },
                    },
                    view.work);
}

void draw_hint(Frame& frame, const char* id, const std::string& hint) {
  if (hint.empty()) return;
  frame.space(8);
  paragraph(frame, id, hint, TypeRole::body, Ink::secondary);
}

void draw_prompt(Frame& frame, const QuestionView& view) {
  caption(frame, "question.caption", view.caption);
  {
    const ColumnScope column(frame, frame.wide_column());
    heading(frame, "question.prompt", view.prompt, heading_role(view.prompt));
  }
  draw_hint(frame, "question.hint", view.hint);
  if (!view.image.file.empty()) {
    frame.space(16);
    picture(frame, "question.image", view.image.file, view.image.alt);
  }
  if (!view.step_prompt.empty()) {
    const ColumnScope column(frame, frame.wide_column());
    frame.space(16);
    heading(frame, "question.step_prompt", view.step_prompt, TypeRole::m);
    draw_hint(frame, "question.step_hint", view.step_hint);
  }
}

void draw_why(Frame& frame, const QuestionView& view) {
  if (view.why.empty()) return;
  frame.space(40);
  const PanelScope why(frame, Panel::card, Bar::brand);
  heading(frame, "question.why_title", view.why_title, TypeRole::strong);
  frame.space(4);
  paragraph(frame, "question.why", view.why);
}

void draw_mark(Frame& frame, const QuestionView& view) {
  if (view.mark.empty()) return;
  frame.space(16);
  const Selected selected = view.is_marked ? Selected::yes : Selected::no;
  if (quiet_choice(frame, "question.mark", view.mark, selected)) frame.emit(ToggleMark{});
}

}  // namespace

void draw_question(Frame& frame, const QuestionView& view) {
  const PageScope page(frame);
  if (!view.error.empty() && error_summary(frame, "question", view.error_title, view.error)) {
    frame.wishes.focus = first_answer(view);
  }
  draw_prompt(frame, view);
  frame.space(24);
  if (!view.error.empty()) error_message(frame, "question", view.error);
  draw_work(frame, view.work);
  draw_options(frame, view);
  frame.space(24);
  if (button(frame, {.id = "question.next", .label = view.next})) frame.emit(GoNext{});
  draw_mark(frame, view);
  draw_why(frame, view);
}

}  // namespace app::ui
