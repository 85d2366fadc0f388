#include <algorithm>
#include <utility>

#include "app/core/steps.hpp"
#include "assessment/base/overloaded.hpp"

namespace app {
namespace {

using assessment::Overloaded;

using Limit = std::optional<Milliseconds>;

// Nobody has begun anything there, or has anything to lose: no warning is needed.
bool is_nobodys(const AnyPage& page) {
  return is_one_of<AttractPage, ResumePage, StaffPage, FinishedPage, OutOfOrderPage>(bottom_page(page));
}

// How long the page waits without input before something happens; none: for ever.
Limit page_limit(const Model& model, const AnyPage& page) {
  const Milliseconds idle = model.setup.idle_limit;
  const auto if_watched = [&](Milliseconds limit) { return idle == 0 ? Limit{} : Limit{limit}; };
  return std::visit(
      Overloaded{
          // Settings that someone tried and left are put back for the next.
          [&](const AttractPage& attract) {
            const bool is_untouched = model.comfort == model.setup.comfort && !attract.has_picked;
            return is_untouched ? Limit{} : Limit{after_results_limit};
          },
          // Refused for its disk, the next person may find it mended; without a bank, nobody will.
          [&](const OutOfOrderPage&) { return model.setup.bank ? Limit{after_results_limit} : Limit{}; },
          [](const TimeoutPage&) { return Limit{}; },
          [](const CleanPage&) { return Limit{}; },
          [](const FinishedPage&) { return Limit{after_results_limit}; },
          [](const ResumePage&) { return Limit{after_results_limit}; },
          [](const StaffPage&) { return Limit{after_results_limit}; },
          [&](const ResultsPage&) { return if_watched(after_results_limit); },
          [&](const TakeAwayPage&) { return if_watched(after_results_limit); },
          // A code that nobody reads any more must not stand there, supervised or not.
          [&](const AwayPage& away) {
            return away.code.empty() ? if_watched(idle) : Limit{after_results_limit};
          },
          [&](const CurtainPage& curtain) { return page_limit(model, curtain.beneath.page().content); },
          [&](const ComfortAgainPage& again) {
            return is_nobodys(again.beneath.page().content) ? Limit{after_results_limit} : if_watched(idle);
          },
          [&](const auto&) { return if_watched(idle); },
      },
      page);
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

Step rest(Model model) {
  AnyPage page = resting_page(model);
  return wipe(std::move(model), std::move(page));
}

// The moment after `since` at which a figure of seconds changes.
Milliseconds next_second(Milliseconds since, Milliseconds now) {
  return since + (std::max<Milliseconds>(0, now - since) / 1000 + 1) * 1000;
}

// Seconds that are counted on the glass; none: nothing is counted there.
Limit next_count(const Model& model) {
  const AnyPage& page = model.page.content;
  const auto waiting = [&](const Tries& tries) {
    const Milliseconds left = wait_left(tries, model.now);
    return left == 0 ? Limit{} : Limit{model.now + (left - 1) % 1000 + 1};
  };
  if (const auto* timeout = std::get_if<TimeoutPage>(&page)) return next_second(timeout->began, model.now);
  if (const auto* clean = std::get_if<CleanPage>(&page)) return next_second(clean->began, model.now);
  if (std::holds_alternative<ResumePage>(page)) return waiting(model.code_tries);
  const auto* staff = std::get_if<StaffPage>(&page);
  return staff && staff->stage == StaffPage::Stage::pin ? waiting(model.pin_tries) : Limit{};
}

}  // namespace

Step tick(Model model, const Tick& tick) {
  const Milliseconds passed = std::max<Milliseconds>(0, tick.now - model.now);
  model.now += passed;
  if (tick.is_speaking) model.last_input += passed;  // who listens is here
  model = without_expired(std::move(model));
  const AnyPage& page = model.page.content;
  if (const auto* timeout = std::get_if<TimeoutPage>(&page)) {
    if (model.now - timeout->began >= timeout_warning) return wipe(std::move(model), AttractPage{});
  }
  if (const auto* clean = std::get_if<CleanPage>(&page)) {
    if (model.now - clean->began >= cleaning_time) return rest(std::move(model));
  }
  const auto limit = page_limit(model, page);
  if (limit && model.now - model.last_input >= *limit) {
    if (is_nobodys(page)) return rest(std::move(model));
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
  if (const auto limit = page_limit(model, model.page.content)) sooner(model.last_input + *limit);
  if (const auto count = next_count(model)) sooner(*count);
  for (const PausedVisit& visit : model.paused) sooner(visit.until);
  return deadline;
}

}  // namespace app
