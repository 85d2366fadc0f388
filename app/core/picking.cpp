// Where the campaign has several banks: the person picks one, then a language of it.
#include <algorithm>
#include <utility>

#include "app/core/steps.hpp"

namespace app {

Model with_offer(Model model, const BankOffer& offer) {
  model.setup.bank = offer.bank;
  model.setup.languages = offer.languages;
  const auto& languages = offer.languages;
  if (std::ranges::find(languages, model.comfort.language) == languages.end())
    model.comfort.language = languages.front();
  return model;
}

Model without_pick(Model model) {
  if (model.setup.offers.empty()) return model;
  const BankOffer first = model.setup.offers.front();
  return with_offer(std::move(model), first);
}

bool has_to_pick(const Model& model) {
  const auto* page = std::get_if<AttractPage>(&model.page.content);
  return page && !page->has_picked && !model.setup.offers.empty();
}

Step pick_bank(const Model& model, const PickBank& action) {
  const auto& offers = model.setup.offers;
  const bool is_offered = action.index >= 0 && static_cast<std::size_t>(action.index) < offers.size();
  if (!has_to_pick(model) || !is_offered) return stay(model);
  return show(with_offer(model, offers[static_cast<std::size_t>(action.index)]),
              AttractPage{.has_picked = true});
}

Step unpick_bank(const Model& model, const AttractPage& page) {
  return page.has_picked ? show(without_pick(model), AttractPage{}) : stay(model);
}

}  // namespace app
