#include <utility>

#include "app/core/steps.hpp"

namespace app {

Step print_plan(const Model& model, const PrintPlan& action) {
  const auto* page = std::get_if<TakeAwayPage>(&model.page.content);
  if (!page || !model.setup.has_printer || page->printing == Printing::in_progress) return stay(model);
  TakeAwayPage next = *page;
  next.printing = Printing::in_progress;
  Step step = show(model, std::move(next));
  step.commands.push_back(PrintPage{action.text, action.size});
  return step;
}

Step printing_answered(const Model& model, Printing printing) {
  const auto* page = std::get_if<TakeAwayPage>(&model.page.content);
  if (!page || page->printing != Printing::in_progress) return stay(model);
  TakeAwayPage next = *page;
  next.printing = printing;
  return show(model, std::move(next));
}

Step take_page(const Model& model) {
  const auto* page = std::get_if<TakeAwayPage>(&model.page.content);
  if (!page || page->printing != Printing::printed) return stay(model);
  TakeAwayPage next = *page;
  next.printing = Printing::taken;
  return show(model, std::move(next));
}

bool is_page_left(const AnyPage& page) {
  const auto* plan = std::get_if<TakeAwayPage>(&page);
  return plan != nullptr && plan->printing == Printing::printed;
}

}  // namespace app
