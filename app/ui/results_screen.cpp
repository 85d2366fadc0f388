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

// Quiet: what was asked, what became of the answer, and why.
void draw_remarks(Frame& frame, const DomainResultView& domain, const std::string& title) {
  frame.space(24);
  rule(frame);
  frame.space(16);
  heading(frame, fmt::format("results.answers.{}", domain.id), title, TypeRole::strong);
  int number = 0;
  for (const RemarkView& remark : domain.remarks) {
    const std::string id = fmt::format("results.answer.{}.{}", domain.id, number++);
    frame.space(12);
    paragraph(frame, id, remark.prompt, TypeRole::body, Ink::secondary);
    paragraph(frame, id + ".verdict", remark.verdict, TypeRole::strong);
    paragraph(frame, id + ".feedback", remark.feedback);
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
  if (!domain.knowledge.empty()) {
    frame.space(8);
    paragraph(frame, fmt::format("results.knowledge.{}", domain.id), domain.knowledge);
  }
  if (!domain.next_steps.empty()) draw_next_steps(frame, domain, view.next_steps_title);
  if (!domain.remarks.empty()) draw_remarks(frame, domain, view.remarks_title);
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
  paragraph(frame, "results.caveat", view.caveat, TypeRole::lead);
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
