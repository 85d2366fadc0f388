#include <algorithm>

#include "app/core/steps.hpp"
#include "assessment/base/overloaded.hpp"
#include "assessment/session/routing.hpp"

namespace app {
namespace {

using assessment::Overloaded;
using assessment::Session;

bool has_one_role(const Model& model) {
  return bank_of(model).roles.size() == 1;
}

Session session_or_new(const Model& model, const std::optional<Session>& session) {
  return session ? *session : start_session(bank_of(model), bank_of(model).roles.front().id, model.seed);
}

QuestionPage last_question(const Model& model, Session session) {
  session.position = route(bank_of(model), session, scores_of(model)).back();
  session.step = pages_of(bank_of(model).items[session.position], session) - 1;
  return {.session = std::move(session)};
}

// Back to the check page; what an answer has newly made necessary comes first.
Step after_change(const Model& model, const Session& session) {
  const auto missing = first_missing(bank_of(model), session, scores_of(model));
  if (missing) return show(model, QuestionPage{.session = *missing, .is_change = true});
  return show(model, CheckPage{session});
}

Step next_question(const Model& model, const QuestionPage& page) {
  if (is_answer_missing(bank_of(model), page.session)) {
    return show(model, QuestionPage{page.session, true, page.is_change});
  }
  const auto& item = bank_of(model).items[page.session.position];
  const bool is_last_of_item = page.session.step + 1 == pages_of(item, page.session);
  if (page.is_change && is_last_of_item) return after_change(model, page.session);
  const auto next = next_page(bank_of(model), page.session, scores_of(model));
  if (!next) return show(model, CheckPage{page.session});
  return show(model, QuestionPage{.session = *next, .is_change = page.is_change});
}

Step previous_question(const Model& model, const QuestionPage& page) {
  if (page.is_change && page.session.step == 0) return show(model, CheckPage{page.session});
  if (const auto previous = previous_page(bank_of(model), page.session, scores_of(model)))
    return show(model, QuestionPage{.session = *previous, .is_change = page.is_change});
  if (model.setup.link_key) return show(model, LinkPage{.session = page.session});
  return before_questions(model, page.session);
}

}  // namespace

Step before_questions(const Model& model, const Session& session) {
  if (has_one_role(model)) return show(model, PrivacyPage{session});
  return show(model, RolePage{.session = session});
}

Step start_visit(const Model& model, const Start& action) {
  const auto& languages = model.setup.languages;
  if (!is_one_of<AttractPage>(model.page.content) || has_to_pick(model)) return stay(model);
  if (std::ranges::find(languages, action.language) == languages.end()) return stay(model);
  Step step = show(model, ComfortPage{});
  step.model.comfort.language = action.language;
  step.commands.push_back(DrawSeed{});
  return step;
}

Step refuse_visit(const Model& model) {
  if (!std::holds_alternative<ComfortPage>(model.page.content)) return stay(model);
  return show(model, OutOfOrderPage{});
}

Step go_next(const Model& model) {
  return std::visit(
      Overloaded{
          [&](const PreviewPage&) { return model.setup.bank ? show(model, AttractPage{}) : stay(model); },
          [&](const ComfortPage& page) { return show(model, PrivacyPage{page.session}); },
          [&](const PrivacyPage& page) {
            if (has_one_role(model)) return begin_questions(model, session_or_new(model, page.session));
            return show(model, RolePage{.session = page.session});
          },
          [&](const RolePage& page) {
            if (!page.session) return show(model, RolePage{.session = {}, .is_role_missing = true});
            return begin_questions(model, *page.session);
          },
          [&](const LinkPage& page) { return skip_or_leave_link(model, page); },
          [&](const QuestionPage& page) { return next_question(model, page); },
          [&](const ResultsPage& page) { return show(model, TakeAwayPage{page.outcome}); },
          [&](const TakeAwayPage& page) { return wipe(model, FinishedPage{is_page_left(page)}); },
          [&](const ComfortAgainPage& page) { return show(model, page.beneath.page().content); },
          [&](const AwayPage& page) { return leave_paused(model, page); },
          [&](const ResumePage& page) { return try_code(model, page); },
          [&](const StaffPage& page) { return try_pin(model, page); },
          [&](const auto&) { return stay(model); },
      },
      model.page.content);
}

Step go_back(const Model& model) {
  return std::visit(
      Overloaded{
          [&](const AttractPage& page) { return unpick_bank(model, page); },
          [&](const ComfortPage&) { return wipe(model, AttractPage{}); },
          [&](const PrivacyPage& page) { return show(model, ComfortPage{page.session}); },
          [&](const RolePage& page) { return show(model, PrivacyPage{page.session}); },
          [&](const LinkPage& page) { return back_from_link(model, page); },
          [&](const QuestionPage& page) { return previous_question(model, page); },
          [&](const CheckPage& page) { return show(model, last_question(model, page.session)); },
          [&](const TakeAwayPage& page) { return show(model, ResultsPage{.outcome = page.outcome}); },
          [&](const ComfortAgainPage& page) { return show(model, page.beneath.page().content); },
          [&](const CurtainPage&) { return show_screen(model); },
          [&](const AwayPage& page) { return stay_after_all(model, page); },
          [&](const ResumePage&) { return wipe(model, AttractPage{}); },
          [&](const StaffPage&) { return wipe(model, resting_page(model)); },
          [&](const AloudPage&) { return allow_aloud(model, false); },
          [&](const auto&) { return stay(model); },
      },
      model.page.content);
}

Step leave(const Model& model) {
  const AnyPage& page = bottom_page(model.page.content);
  // Who was called away and finishes instead wants nothing kept.
  if (const auto* away = std::get_if<AwayPage>(&page))
    return wipe(without_paused(model, away->code), AttractPage{});
  const bool is_visit = !is_one_of<AttractPage>(model.page.content) &&
                        !is_one_of<FinishedPage, StaffPage, CleanPage, OutOfOrderPage, PreviewPage>(page);
  return is_visit ? wipe(model, AttractPage{}) : stay(model);
}

Step finish(const Model& model) {
  const AnyPage& page = model.page.content;
  if (std::holds_alternative<FinishedPage>(page)) return show(model, AttractPage{});
  const bool is_end = std::holds_alternative<ResultsPage>(page) || std::holds_alternative<TakeAwayPage>(page);
  return is_end ? wipe(model, FinishedPage{is_page_left(page)}) : stay(model);
}

}  // namespace app
