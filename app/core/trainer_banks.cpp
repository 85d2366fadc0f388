#include "app/core/trainer_banks.hpp"

#include <algorithm>

namespace app {

std::vector<assessment::Name> banks_on_show(const TrainerModel& model) {
  std::vector<assessment::Name> banks;
  if (!model.figures) return banks;
  for (const assessment::ReportedGroup& group :
       model.figures->by_language.at(model.comfort.language).everyone->groups) {
    if (std::ranges::count(banks, group.bank.id, &assessment::Name::id) == 0) banks.push_back(group.bank);
  }
  return banks;
}

std::string bank_on_show(const TrainerModel& model) {
  const auto banks = banks_on_show(model);
  if (std::ranges::count(banks, model.bank, &assessment::Name::id) > 0) return model.bank;
  return banks.empty() ? "" : banks.front().id;
}

}  // namespace app
