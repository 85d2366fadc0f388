// "I'm called away": a visit waits in memory under a code, and the kiosk is free for others meanwhile.
#include <algorithm>

#include "app/core/pause_code.hpp"
#include "app/core/steps.hpp"

namespace app {
namespace {

auto find_paused(const Model& model, const std::string& code) {
  return std::ranges::find(model.paused, code, &PausedVisit::code);
}

}  // namespace

Model without_paused(Model model, const std::string& code) {
  std::erase_if(model.paused, [&](const PausedVisit& visit) { return visit.code == code; });
  if (model.paused.empty()) model.code_tries = {};  // there is nothing left to guess
  return model;
}

Model without_expired(Model model) {
  const auto is_over = [&](const PausedVisit& visit) { return visit.until <= model.now; };
  if (std::erase_if(model.paused, is_over) > 0 && model.paused.empty()) model.code_tries = {};
  return model;
}

Step call_away(const Model& model) {
  const bool has_answers = is_one_of<QuestionPage, CheckPage>(model.page.content);
  if (!has_answers || model.setup.preview) return stay(model);
  return show(model, AwayPage{.beneath = CoveredPage{model.page}});
}

Step choose_pause(const Model& model, const ChoosePause& action) {
  const auto* page = std::get_if<AwayPage>(&model.page.content);
  const bool is_offered = std::ranges::find(pause_lengths, action.minutes) != pause_lengths.end() &&
                          action.minutes <= model.setup.pause_minutes;
  if (!page || page->length != 0 || !is_offered || model.paused.size() >= most_paused) return stay(model);
  Step step =
      show(model, AwayPage{.beneath = page->beneath, .length = Milliseconds{action.minutes} * 60'000});
  step.commands.push_back(DrawCode{});
  return step;
}

Step code_drawn(const Model& model, const CodeDrawn& drawn) {
  const auto* page = std::get_if<AwayPage>(&model.page.content);
  if (!page || page->length == 0 || !page->code.empty()) return stay(model);
  const std::string code = pause_code(drawn.number);
  if (is_easy_code(code) || find_paused(model, code) != model.paused.end()) return {model, {DrawCode{}}};
  Step step = show(model, AwayPage{.beneath = page->beneath, .length = page->length, .code = code});
  step.model.paused.push_back({.code = code,
                               .page = page->beneath,
                               .offer = {model.setup.bank, model.setup.languages},
                               .comfort = model.comfort,
                               .seed = model.seed,
                               .until = model.now + page->length});
  return step;
}

Step leave_paused(const Model& model, const AwayPage& page) {
  if (page.code.empty()) return stay(model);
  // Its time ran out while the code was still looked at: nothing of the visit is lost.
  if (find_paused(model, page.code) == model.paused.end()) return stay_after_all(model, page);
  return wipe(model, AttractPage{});
}

Step stay_after_all(const Model& model, const AwayPage& page) {
  return show(without_paused(model, page.code), page.beneath.page().content);
}

Step open_resume(const Model& model) {
  const bool has_door = std::holds_alternative<AttractPage>(model.page.content) && !model.setup.preview;
  return has_door ? show(model, ResumePage{}) : stay(model);
}

Step type_code(const Model& model, const ResumePage& page, char key) {
  ResumePage next{.typed = page.typed};
  if (key == '<') {
    if (!next.typed.empty()) next.typed.pop_back();
  } else if (key != '.' && next.typed.size() < pause_code_length) {
    next.typed += key;
  }
  return show(model, std::move(next));
}

Step try_code(const Model& model, const ResumePage& page) {
  if (wait_left(model.code_tries, model.now) > 0) return stay(model);
  if (page.typed.size() < pause_code_length)
    return show(model, ResumePage{.typed = page.typed, .fault = EntryFault::incomplete});
  const auto found = find_paused(model, page.typed);
  if (found == model.paused.end()) {
    Step step = show(model, ResumePage{.fault = EntryFault::wrong});
    step.model.code_tries = after_wrong_try(model.code_tries, model.now);
    return step;
  }
  Model found_again = with_offer(without_paused(model, page.typed), found->offer);
  Step step = show(std::move(found_again), found->page.page().content);
  step.model.comfort = found->comfort;
  step.model.seed = found->seed;
  return step;
}

}  // namespace app
