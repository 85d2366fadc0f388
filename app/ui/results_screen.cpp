// The results: per domain a level in words, the reason for it, and what to do next. No score in
// large type, no traffic lights, no rank.
#include <fmt/format.h>

#include "app/ui/screens.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

Bar bar_of(Tone tone) {
  switch (tone) {
    case Tone::neutral:
      break;
    case Tone::good:
      return Bar::success;
    case Tone::problem:
      return Bar::error;
  }
  return Bar::brand;
}

void draw_step(Frame& frame, const std::string& id, const StepView& step) {
  paragraph(frame, id, step.title, TypeRole::strong);
  if (!step.detail.empty()) paragraph(frame, id + ".detail", step.detail, TypeRole::body, Ink::secondary);
  if (!step.text.empty()) paragraph(frame, id + ".text", step.text);
  if (!step.address.empty()) paragraph(frame, id + ".address", step.address, TypeRole::body, Ink::link);
}

void draw_next_steps(Frame& frame, const DomainResultView& domain, const std::string& title) {
  frame.space(24);
  rule(frame);
  frame.space(16);
  heading(frame, fmt::format("results.steps.{}", domain.id), title, TypeRole::strong);
  int number = 0;
  for (const StepView& step : domain.next_steps) {
    frame.space(12);
    draw_step(frame, fmt::format("results.step.{}.{}", domain.id, number++), step);
  }
}

void draw_answer(Frame& frame, const std::string& id, const AnswerView& answer) {
  paragraph(frame, id, answer.prompt, TypeRole::body, Ink::secondary);
  paragraph(frame, id + ".given", answer.answer, TypeRole::strong);
  if (!answer.verdict.empty()) paragraph(frame, id + ".verdict", answer.verdict);
  if (!answer.feedback.empty()) paragraph(frame, id + ".feedback", answer.feedback);
  if (!answer.counted.empty())
    paragraph(frame, id + ".counted", answer.counted, TypeRole::body, Ink::secondary);
}

void draw_answers(Frame& frame, const std::string& id, const std::string& title,
                  const std::vector<AnswerView>& answers) {
  if (answers.empty()) return;
  frame.space(20);
  heading(frame, id, title, TypeRole::strong);
  int number = 0;
  for (const AnswerView& answer : answers) {
    frame.space(16);
    draw_answer(frame, fmt::format("{}.{}", id, number++), answer);
  }
}

// The button that opens the answers, and what it has opened.
void draw_why(Frame& frame, const DomainResultView& domain) {
  frame.space(20);
  const bool is_pressed = button(frame, {.id = fmt::format("results.why.{}", domain.id),
                                         .label = domain.why_label,
                                         .kind = ButtonKind::secondary,
                                         .size = ButtonSize::control,
                                         .name = domain.why_name,
                                         .arrow = domain.why ? Arrow::up : Arrow::down});
  if (is_pressed) frame.emit(ShowAnswers{{domain.id}});
  if (!domain.why) return;
  frame.space(16);
  const PanelScope quote(frame, Panel::plain, Bar::brand);
  if (!domain.figure.empty()) paragraph(frame, fmt::format("results.figure.{}", domain.id), domain.figure);
  draw_answers(frame, fmt::format("results.ratings.{}", domain.id), domain.why->ratings_title,
               domain.why->ratings);
  draw_answers(frame, fmt::format("results.known.{}", domain.id), domain.why->knowledge_title,
               domain.why->knowledge);
}

void draw_comparison(Frame& frame, const DomainResultView& domain) {
  frame.space(12);
  paragraph(frame, fmt::format("results.knowledge.{}", domain.id), domain.knowledge);
  int number = 0;
  for (const BarView& bar : domain.bars) {
    frame.space(12);
    percent_bar(frame, fmt::format("results.bar.{}.{}", domain.id, number++), bar.label, bar.text,
                bar.percent);
  }
}

void draw_domain(Frame& frame, const DomainResultView& domain, const ResultsView& view) {
  const PanelScope card(frame, Panel::card);
  heading(frame, fmt::format("results.domain.{}", domain.id), domain.title, TypeRole::m);
  frame.space(8);
  paragraph(frame, fmt::format("results.level.{}", domain.id), domain.level, TypeRole::strong);
  if (domain.steps > 0) {
    frame.space(12);
    level_bar(frame, fmt::format("results.position.{}", domain.id), domain.position, domain.step,
              domain.steps);
  }
  frame.space(12);
  if (!domain.reason.empty()) paragraph(frame, fmt::format("results.reason.{}", domain.id), domain.reason);
  if (!domain.gap.empty()) paragraph(frame, fmt::format("results.gap.{}", domain.id), domain.gap);
  if (!domain.knowledge.empty()) draw_comparison(frame, domain);
  if (!domain.why_label.empty()) draw_why(frame, domain);
  if (!domain.next_steps.empty()) draw_next_steps(frame, domain, view.next_steps_title);
}

// All levels in one look.
void draw_overview(Frame& frame, const ResultsView& view) {
  const PanelScope card(frame, Panel::card);
  heading(frame, "results.overview", view.overview_title, TypeRole::m);
  for (const DomainResultView& domain : view.domains) {
    frame.space(8);
    rule(frame);
    frame.space(8);
    level_row(frame, {.id = fmt::format("results.overview.{}", domain.id),
                      .name = domain.summary,
                      .title = domain.title,
                      .level = domain.level,
                      .step = domain.step,
                      .steps = domain.steps});
  }
}

}  // namespace

void draw_results(Frame& frame, const ResultsView& view) {
  const PageScope page(frame);
  const ColumnScope column(frame, frame.wide_column());
  heading(frame, "results.title", view.title);
  frame.space(16);
  {
    const PanelScope panel(frame, Panel::card, bar_of(view.saved_tone));
    const Ink ink = view.saved_tone == Tone::good      ? Ink::success
                    : view.saved_tone == Tone::problem ? Ink::error
                                                       : Ink::normal;
    paragraph(frame, "results.saved", view.saved, TypeRole::strong, ink);
  }
  frame.space(24);
  draw_overview(frame, view);
  frame.space(24);
  paragraph(frame, "results.caveat", view.caveat);
  if (!view.note.empty()) {
    frame.space(12);
    paragraph(frame, "results.note", view.note, TypeRole::body, Ink::secondary);
  }
  for (const DomainResultView& domain : view.domains) {
    frame.space(24);
    draw_domain(frame, domain, view);
  }
  if (!view.after.empty()) {
    frame.space(24);
    paragraph(frame, "results.after", view.after);
  }
  frame.space(40);
  const auto pressed =
      buttons(frame, {{.id = "results.next", .label = view.next},
                      {.id = "results.finish", .label = view.finish, .kind = ButtonKind::secondary}});
  if (pressed == 0) frame.emit(GoNext{});
  if (pressed == 1) frame.emit(Finish{});
}

}  // namespace app::ui
