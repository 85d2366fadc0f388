// Behind "Staff only": the glass is wiped clean, the kiosk's state is told, and it may be ended.
#include "app/core/steps.hpp"

namespace app {
namespace {

constexpr std::size_t longest_pin = 12;

bool is_unlocked(const Model& model) {
  const auto* page = std::get_if<StaffPage>(&model.page.content);
  return page && page->stage == StaffPage::Stage::open;
}

}  // namespace

Step open_staff(const Model& model) {
  const bool has_door = is_one_of<AttractPage, OutOfOrderPage>(model.page.content);
  return has_door && !model.setup.admin_pin.empty() ? show(model, StaffPage{}) : stay(model);
}

Step type_pin(const Model& model, const StaffPage& page, char key) {
  if (page.stage != StaffPage::Stage::pin) return stay(model);
  StaffPage next{.typed = page.typed};
  if (key == '<') {
    if (!next.typed.empty()) next.typed.pop_back();
  } else if (key != '.' && next.typed.size() < longest_pin) {
    next.typed += key;
  }
  return show(model, std::move(next));
}

Step try_pin(const Model& model, const StaffPage& page) {
  if (page.stage != StaffPage::Stage::pin || wait_left(model.pin_tries, model.now) > 0) return stay(model);
  if (page.typed.empty()) return show(model, StaffPage{.fault = EntryFault::incomplete});
  Step step = show(model, StaffPage{.stage = StaffPage::Stage::checking});
  step.commands.push_back(CheckPin{.pin = page.typed, .hash = model.setup.admin_pin});
  return step;
}

Step pin_checked(const Model& model, const PinChecked& checked) {
  const auto* page = std::get_if<StaffPage>(&model.page.content);
  const bool is_awaited = page && page->stage == StaffPage::Stage::checking;
  if (!checked.is_right) {  // counts, wherever its news arrives
    Step step = is_awaited ? show(model, StaffPage{.fault = EntryFault::wrong}) : stay(model);
    step.model.pin_tries = after_wrong_try(model.pin_tries, model.now);
    return step;
  }
  if (!is_awaited) return stay(model);
  Step step = show(model, StaffPage{.stage = StaffPage::Stage::open});
  step.model.pin_tries = {};
  step.commands.push_back(LookAtKiosk{});
  return step;
}

Step kiosk_seen(const Model& model, const KioskSeen& seen) {
  if (!is_unlocked(model)) return stay(model);
  return show(model, StaffPage{.stage = StaffPage::Stage::open, .state = seen.state});
}

Step start_cleaning(const Model& model) {
  return is_unlocked(model) ? show(model, CleanPage{.began = model.now}) : stay(model);
}

Step quit_kiosk(const Model& model) {
  if (!is_unlocked(model) || model.setup.is_locked_down) return stay(model);
  return {model, {QuitKiosk{}}};
}

// Out of order stays out of order, whoever has been at the door.
AnyPage resting_page(const Model& model) {
  return model.setup.bank ? AnyPage{AttractPage{}} : AnyPage{OutOfOrderPage{}};
}

}  // namespace app
