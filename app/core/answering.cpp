#include <algorithm>
#include <iterator>

#include "app/core/remarks.hpp"
#include "app/core/steps.hpp"
#include "assessment/base/overloaded.hpp"
#include "assessment/results/record.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/session/routing.hpp"
#include "assessment/session/shown_options.hpp"

namespace app {
namespace {

using assessment::Overloaded;
using assessment::Session;

// The answer to PoolRecord may come while another page covers the results.
AnyPage with_saving(const AnyPage& page, Saving saving) {
  return std::visit(
      Overloaded{
          [&](const ResultsPage& results) -> AnyPage {
            return ResultsPage{results.score, saving, results.remarks};
          },
          [&](const TakeAwayPage& plan) -> AnyPage {
            return TakeAwayPage{plan.score, saving, plan.remarks};
          },
          [&](const ComfortAgainPage& again) -> AnyPage {
            return ComfortAgainPage{CoveredPage{Page{with_saving(again.beneath.page().content, saving)}}};
          },
          [&](const TimeoutPage& timeout) -> AnyPage {
            return TimeoutPage{CoveredPage{Page{with_saving(timeout.beneath.page().content, saving)}},
                               timeout.began};
          },
          [&](const auto& other) -> AnyPage { return other; },
      },
      page);
}

// The same page with another answer; what was missing is so no more.
Step show_answered(const Model& model, const QuestionPage& page, Session session) {
  return show(model, QuestionPage{.session = std::move(session), .is_change = page.is_change});
}

// The left side that the right one is joined to; empty: none.
assessment::OptionId joined_to(const Session& session, const assessment::Item& item,
                               const assessment::OptionId& right) {
  const assessment::Answer* answer = answer_to(session, item);
  if (!answer) return {};
  const auto found = std::ranges::find(answer->joined, right, &assessment::Join::right);
  return found == answer->joined.end() ? assessment::OptionId{} : found->left;
}

}  // namespace

Step select_role(const Model& model, const SelectRole& action) {
  const auto* page = std::get_if<RolePage>(&model.page.content);
  if (!page || !find_role(bank_of(model), action.role)) return stay(model);
  Session session = page->session ? *page->session : start_session(bank_of(model), action.role, model.seed);
  session.role = action.role;  // answers given before a change of role are kept
  session.position = route(bank_of(model), session, scores_of(model)).front();
  session.step = 0;
  return show(model, RolePage{.session = std::move(session)});
}

Step choose_option(const Model& model, const ChooseOption& action) {
  const auto* page = std::get_if<QuestionPage>(&model.page.content);
  if (!page || action.index < 0) return stay(model);
  const Session& session = page->session;
  const auto& item = bank_of(model).items[session.position];
  const auto index = static_cast<std::size_t>(action.index);
  if (is_on_sureness(bank_of(model), session)) {
    if (index >= std::size(assessment::sureness_options)) return stay(model);
    return show_answered(model, *page, say_sureness(session, item, assessment::sureness_options[index]));
  }
  if (is_note(item)) return stay(model);
  const auto options = shown_options(bank_of(model), item, session.seed, session.step);
  if (index >= options.size()) return stay(model);
  // The left side of a pair is picked, not chosen.
  if (options[index].option && std::holds_alternative<assessment::MatchItem>(item.type)) return stay(model);
  return show_answered(model, *page, choose(bank_of(model), session, item, options[index].id, session.step));
}

Step move_option(const Model& model, const MoveOption& action) {
  const auto* page = std::get_if<QuestionPage>(&model.page.content);
  if (!page) return stay(model);
  const auto& item = bank_of(model).items[page->session.position];
  if (!std::holds_alternative<assessment::OrderItem>(item.type) || (action.by != 1 && action.by != -1) ||
      !find_option(bank_of(model), item, action.option)) {
    return stay(model);
  }
  return show_answered(model, *page,
                       move_placed(bank_of(model), page->session, item.id, action.option, action.by));
}

Step pick_left(const Model& model, const PickLeft& action) {
  const auto* page = std::get_if<QuestionPage>(&model.page.content);
  if (!page) return stay(model);
  const auto& item = bank_of(model).items[page->session.position];
  if (!std::holds_alternative<assessment::MatchItem>(item.type) ||
      !find_option(bank_of(model), item, action.left)) {
    return stay(model);
  }
  QuestionPage next = *page;
  next.is_answer_missing = false;
  next.picked_left = page->picked_left == action.left ? assessment::OptionId{} : action.left;
  return show(model, std::move(next));
}

Step join_right(const Model& model, const JoinRight& action) {
  const auto* page = std::get_if<QuestionPage>(&model.page.content);
  if (!page) return stay(model);
  const auto& item = bank_of(model).items[page->session.position];
  const auto* match = std::get_if<assessment::MatchItem>(&item.type);
  if (!match ||
      std::ranges::find(match->rights, action.right, &assessment::Option::id) == match->rights.end())
    return stay(model);
  const assessment::OptionId left =
      page->picked_left.text.empty() ? joined_to(page->session, item, action.right) : page->picked_left;
  if (left.text.empty()) return stay(model);
  return show_answered(model, *page, join(bank_of(model), page->session, item.id, left, action.right));
}

Step type_key(const Model& model, const TypeKey& action) {
  const auto* page = std::get_if<QuestionPage>(&model.page.content);
  if (!page) return stay(model);
  const auto& item = bank_of(model).items[page->session.position];
  const bool is_key = (action.key >= '0' && action.key <= '9') || action.key == '.' || action.key == '<';
  if (!std::holds_alternative<assessment::NumberItem>(item.type) || !is_key) return stay(model);
  return show_answered(model, *page, type_key(bank_of(model), page->session, item.id, action.key));
}

Step change_answer(const Model& model, const ChangeAnswer& action) {
  const auto* page = std::get_if<CheckPage>(&model.page.content);
  const auto index = page ? find_item(bank_of(model), action.item) : std::nullopt;
  if (!index) return stay(model);
  Session session = page->session;
  session.position = *index;
  session.step = 0;
  return show(model, QuestionPage{.session = std::move(session), .is_change = true});
}

// The score for the person, the record for the pool.
Step confirm_and_save(const Model& model) {
  const auto* page = std::get_if<CheckPage>(&model.page.content);
  if (!page) return stay(model);
  const assessment::Score result = score(bank_of(model), page->session);
  Step step = show(model, ResultsPage{.score = result, .remarks = remarks_on(bank_of(model), page->session)});
  if (model.setup.preview) return saving_answered(step.model, Saving::not_wanted);
  PoolRecord command{make_record(bank_of(model), page->session, result)};
  if (model.setup.link_key && page->session.link)
    command.record.link = link_of(*page->session.link, *model.setup.link_key);
  if (model.setup.records_language) command.record.language = model.comfort.language;
  step.commands.push_back(std::move(command));
  return step;
}

Step saving_answered(const Model& model, Saving saving) {
  Step step = show(model, with_saving(model.page.content, saving));
  if (saving == Saving::failed) step.commands.push_back(Log{LogCode::result_not_saved});
  return step;
}

}  // namespace app
