#include "app/core/steps.hpp"
#include "assessment/base/overloaded.hpp"
#include "assessment/results/record.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/session/routing.hpp"

namespace app {
namespace {

using assessment::Overloaded;
using assessment::Session;

// The answer to PoolRecord may come while another page covers the results.
AnyPage with_saving(const AnyPage& page, Saving saving) {
  return std::visit(
      Overloaded{
          [&](const ResultsPage& results) -> AnyPage {
            return ResultsPage{results.score, saving};
          },
          [&](const TakeAwayPage& plan) -> AnyPage {
            return TakeAwayPage{plan.score, saving};
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

}  // namespace

Step select_role(const Model& model, const SelectRole& action) {
  const auto* page = std::get_if<RolePage>(&model.page.content);
  if (!page || !find_role(bank_of(model), action.role)) return stay(model);
  Session session = page->session ? *page->session : start_session(bank_of(model), action.role, model.seed);
  session.role = action.role;  // answers given before a change of role are kept
  session.position = route(bank_of(model), session, scores_of(model)).front();
  return show(model, RolePage{.session = std::move(session)});
}

Step choose_option(const Model& model, const ChooseOption& action) {
  const auto* page = std::get_if<QuestionPage>(&model.page.content);
  if (!page || action.index < 0) return stay(model);
  const auto& item = bank_of(model).items[page->session.position];
  const auto options = shown_options(bank_of(model), item);
  const auto index = static_cast<std::size_t>(action.index);
  if (index >= options.size()) return stay(model);
  return show(model,
              QuestionPage{.session = choose(bank_of(model), page->session, item.id, options[index].id),
                           .is_change = page->is_change});
}

Step change_answer(const Model& model, const ChangeAnswer& action) {
  const auto* page = std::get_if<CheckPage>(&model.page.content);
  const auto index = page ? find_item(bank_of(model), action.item) : std::nullopt;
  if (!index) return stay(model);
  Session session = page->session;
  session.position = *index;
  return show(model, QuestionPage{.session = std::move(session), .is_change = true});
}

// The score for the person, the record for the pool.
Step confirm_and_save(const Model& model) {
  const auto* page = std::get_if<CheckPage>(&model.page.content);
  if (!page) return stay(model);
  const assessment::Score result = score(bank_of(model), page->session);
  Step step = show(model, ResultsPage{.score = result});
  step.commands.push_back(PoolRecord{make_record(bank_of(model), page->session, result)});
  return step;
}

Step saving_answered(const Model& model, Saving saving) {
  Step step = show(model, with_saving(model.page.content, saving));
  if (saving == Saving::failed) step.commands.push_back(Log{LogCode::result_not_saved});
  return step;
}

}  // namespace app
