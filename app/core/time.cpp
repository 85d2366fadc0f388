#include <algorithm>
#include <utility>

#include "app/core/steps.hpp"
#include "assessment/base/overloaded.hpp"

namespace app {
namespace {

using assessment::Overloaded;

using Limit = std::optional<Milliseconds>;

// How long the present page waits without input before something happens; none: for ever.
Limit page_limit(const Model& model) {
  const Milliseconds idle = model.setup.idle_limit;
  const auto if_watched = [&](Milliseconds limit) { return idle == 0 ? Limit{} : Limit{limit}; };
  return std::visit(
      Overloaded{
          // Settings that someone tried and left are put back for the next.
          [&](const AttractPage&) {
            return model.comfort == model.setup.comfort ? Limit{} : Limit{after_results_limit};
          },
          // Refused for its disk, the next person may find it mended; without a bank, nobody will.
          [&](const OutOfOrderPage&) { return model.setup.bank ? Limit{after_results_limit} : Limit{}; },
          [](const TimeoutPage&) { return Limit{}; },
          [](const FinishedPage&) { return Limit{after_results_limit}; },
          [&](const ResultsPage&) { return if_watched(after_results_limit); },
          [&](const TakeAwayPage&) { return if_watched(after_results_limit); },
          [&](const auto&) { return if_watched(idle); },
      },
      model.page.content);
}

// A moment to look for a due release has come. One that falls into a visit, or shortly after it,
// is let pass: a release must never tell that somebody has just been here.
Step release_or_wait(const Model& model) {
  Step step = stay(model);
  step.model.release_at = std::nullopt;
  const bool is_quiet = std::holds_alternative<AttractPage>(model.page.content) &&
                        model.now - model.last_input >= quiet_before_release;
  if (is_quiet) step.commands.push_back(ReleaseIfDue{});
  step.commands.push_back(ScheduleRelease{});
  return step;
}

}  // namespace

Step tick(Model model, const Tick& tick) {
  const Milliseconds passed = std::max<Milliseconds>(0, tick.now - model.now);
  model.now += passed;
  if (tick.is_speaking) model.last_input += passed;  // who listens is here
  if (const auto* timeout = std::get_if<TimeoutPage>(&model.page.content)) {
    if (model.now - timeout->began >= timeout_warning) return wipe(std::move(model), AttractPage{});
  }
  const auto limit = page_limit(model);
  if (limit && model.now - model.last_input >= *limit) {
    const AnyPage& page = model.page.content;
    if (std::holds_alternative<FinishedPage>(page)) return show(std::move(model), AttractPage{});
    const bool is_nobodys =
        std::holds_alternative<AttractPage>(page) || std::holds_alternative<OutOfOrderPage>(page);
    if (is_nobodys) return wipe(std::move(model), AttractPage{});
    CoveredPage beneath(model.page);
    const Milliseconds began = model.now;
    return show(std::move(model), TimeoutPage{std::move(beneath), began});
  }
  if (model.release_at && model.now >= *model.release_at) return release_or_wait(model);
  return stay(model);
}

Step input_seen(const Model& model) {
  Model changed = model;
  changed.last_input = model.now;
  if (const auto* timeout = std::get_if<TimeoutPage>(&model.page.content)) {
    return show(std::move(changed), timeout->beneath.page().content);
  }
  return {std::move(changed), {}};
}

std::optional<Milliseconds> next_deadline(const Model& model) {
  std::optional<Milliseconds> deadline = model.release_at;
  const auto sooner = [&](Milliseconds at) { deadline = deadline ? std::min(*deadline, at) : at; };
  if (const auto limit = page_limit(model)) sooner(model.last_input + *limit);
  if (const auto* timeout = std::get_if<TimeoutPage>(&model.page.content)) {
    const Milliseconds shown = std::max<Milliseconds>(0, model.now - timeout->began) / 1000;
    sooner(timeout->began + (shown + 1) * 1000);  // the figure on the screen changes once a second
  }
  return deadline;
}

}  // namespace app
