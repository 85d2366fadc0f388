// A bank shown to its author: jump to any question, and go on where one was when the file is saved again.
#include <algorithm>

#include "app/core/steps.hpp"
#include "assessment/base/overloaded.hpp"

namespace app {
namespace {

using assessment::Overloaded;
using assessment::QuestionBank;
using assessment::Session;

std::optional<Session> session_of(const AnyPage& page) {
  return std::visit(
      Overloaded{
          [](const auto& other) -> std::optional<Session> {
            if constexpr (requires { other.session.language; }) return other.session;
            if constexpr (requires { other.session->language; }) return other.session;
            return std::nullopt;
          },
      },
      page);
}

// The visit on the changed bank: with the answers to all items that are as they were.
Session carried_over(const QuestionBank& before, const QuestionBank& after, const Session& session) {
  const bool has_role = find_role(after, session.role) != nullptr;
  Session carried = start_session(after, has_role ? session.role : after.roles.front().id, session.seed);
  for (const assessment::Item& item : after.items) {
    const auto old = find_item(before, item.id);
    if (!old || before.items[*old].type != item.type) continue;
    carried.answers[item.index] = session.answers[*old];
    carried.marks[item.index] = session.marks[*old];
  }
  const auto here = find_item(after, before.items[session.position].id);
  if (here) carried.position = *here;
  return carried;
}

AnyPage page_after_change(const Model& model, const QuestionBank& before, const QuestionBank& after) {
  const AnyPage& page = model.page.content;
  if (std::holds_alternative<AttractPage>(page)) return page;
  const auto session = session_of(page);
  if (!session) return PreviewPage{};
  Session carried = carried_over(before, after, *session);
  const bool is_here =
      after.items[carried.position].id == before.items[session->position].id && carried.step == 0;
  if (std::holds_alternative<QuestionPage>(page) && is_here)
    return QuestionPage{.session = std::move(carried)};
  return PreviewPage{std::move(carried)};
}

}  // namespace

Step open_preview(const Model& model) {
  if (!model.setup.preview) return stay(model);
  return show(model, PreviewPage{session_of(model.page.content)});
}

Step jump_to(const Model& model, const JumpTo& action) {
  const auto* page = std::get_if<PreviewPage>(&model.page.content);
  const auto item = page && model.setup.bank ? find_item(bank_of(model), action.item) : std::nullopt;
  if (!item) return stay(model);
  Session session = page->session
                        ? *page->session
                        : start_session(bank_of(model), bank_of(model).roles.front().id, model.seed);
  session.position = *item;
  session.step = 0;
  return show(model, QuestionPage{.session = std::move(session)});
}

Step preview_role(const Model& model, const SelectRole& action) {
  const auto* page = std::get_if<PreviewPage>(&model.page.content);
  if (!page || !model.setup.bank || !find_role(bank_of(model), action.role)) return stay(model);
  Session session = page->session ? *page->session : start_session(bank_of(model), action.role, model.seed);
  session.role = action.role;
  return show(model, PreviewPage{std::move(session)});
}

Step bank_changed(const Model& model, const BankChanged& action) {
  if (!model.setup.preview) return stay(model);
  Model changed = model;
  changed.setup.preview = Preview{action.findings};
  if (!action.bank) return {std::move(changed), {}};  // what was good goes on, beside what is wrong now
  changed.setup.bank = action.bank;
  changed.setup.languages = action.languages;
  if (std::ranges::find(action.languages, changed.comfort.language) == action.languages.end())
    changed.comfort.language = action.languages.front();
  AnyPage page = model.setup.bank ? page_after_change(model, *model.setup.bank, *action.bank) : PreviewPage{};
  return show(std::move(changed), std::move(page));
}

}  // namespace app
