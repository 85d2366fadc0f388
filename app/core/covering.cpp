// Pages that cover another one for a while: the curtain, and what lies beneath all covers.
#include "app/core/steps.hpp"

namespace app {
namespace {

// The page that is covered; null: `page` covers none.
const AnyPage* beneath(const AnyPage& page) {
  if (const auto* again = std::get_if<ComfortAgainPage>(&page)) return &again->beneath.page().content;
  if (const auto* timeout = std::get_if<TimeoutPage>(&page)) return &timeout->beneath.page().content;
  if (const auto* aloud = std::get_if<AloudPage>(&page)) return &aloud->beneath.page().content;
  if (const auto* curtain = std::get_if<CurtainPage>(&page)) return &curtain->beneath.page().content;
  return nullptr;
}

}  // namespace

const AnyPage& bottom_page(const AnyPage& page) {
  const AnyPage* lower = beneath(page);
  return lower ? bottom_page(*lower) : page;
}

bool can_be_hidden(const Model& model) {
  const AnyPage& page = bottom_page(model.page.content);
  return !is_one_of<AttractPage, FinishedPage, StaffPage, CleanPage, PreviewPage, OutOfOrderPage>(page);
}

Step hide_screen(const Model& model) {
  if (std::holds_alternative<CurtainPage>(model.page.content)) return show_screen(model);
  if (!can_be_hidden(model)) return stay(model);
  // Who hides the screen is there: a warning that stood on it is answered.
  if (const auto* timeout = std::get_if<TimeoutPage>(&model.page.content))
    return show(model, CurtainPage{timeout->beneath});
  return show(model, CurtainPage{CoveredPage{model.page}});
}

Step show_screen(const Model& model) {
  const auto* curtain = std::get_if<CurtainPage>(&model.page.content);
  return curtain ? show(model, curtain->beneath.page().content) : stay(model);
}

}  // namespace app
