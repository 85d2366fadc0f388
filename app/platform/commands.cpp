#include "app/platform/commands.hpp"

#include <algorithm>
#include <cassert>
#include <utility>
#include <variant>

#include "app/core/pause_code.hpp"
#include "assessment/base/overloaded.hpp"
#include "assessment/results/kiosk_key.hpp"
#include "assessment/results/outbox.hpp"
#include "assessment/results/release.hpp"

namespace app::platform {

namespace {

using assessment::Overloaded;

// A random moment this far ahead, so that a release tells nothing about who was here.
constexpr Milliseconds soonest_release = 10 * 60'000;
constexpr Milliseconds latest_release = 120 * 60'000;

// The pool as the disk has it, unless it is at hand.
assessment::Expected<assessment::Pool*> pool_of(Keeper& keeper, assessment::Random& random) {
  if (!keeper.pool) {
    auto opened = assessment::Pool::open(*keeper.storage, random);
    if (!opened) return opened.faults();
    keeper.pool = std::move(opened).value();
  }
  return &*keeper.pool;
}

// What it knows of failed writes is nowhere on the disk.
void forget_pool(Keeper& keeper) {
  if (keeper.pool && keeper.pool->settle()) keeper.pool.reset();
}

}  // namespace

assessment::Expected<Keeper> open_keeper(const std::string& folder, const assessment::Campaign& campaign,
                                         std::vector<assessment::PoolOrigin> origins,
                                         assessment::Random& random) {
  auto storage = assessment::open_storage(folder);
  if (!storage) return storage.faults();
  Keeper keeper{std::move(storage).value(), std::nullopt, std::move(origins), campaign};
  const auto pool = pool_of(keeper, random);
  if (!pool) return pool.faults();
  forget_pool(keeper);
  // Made on the first start, so that trainers can be told of it before anything is sealed.
  const auto key = assessment::open_kiosk_key(*keeper.storage);
  if (!key) return key.faults();
  return keeper;
}

Commands::Commands(std::optional<Keeper> keeper, const Clock& clock, assessment::Random& random, Log log)
    : keeper_(std::move(keeper)), clock_(clock), random_(random), log_(std::move(log)) {}

std::vector<Action> Commands::carry_out(const Command& command) {
  return std::visit(Overloaded{
                        [&](const DrawSeed&) { return begin_visit(); },
                        [&](const DrawCode&) -> std::vector<Action> {
                          return {CodeDrawn{static_cast<int>(random_.below(pause_codes))}};
                        },
                        [&](const CheckPin& check) -> std::vector<Action> {
                          return {PinChecked{assessment::is_pin(check.pin, check.hash)}};
                        },
                        [&](const LookAtKiosk&) { return look(); },
                        [&](const QuitKiosk&) -> std::vector<Action> { return {}; },
                        [&](const PoolRecord& wanted) { return pool(wanted); },
                        [&](const PrintPage& page) -> std::vector<Action> {
                          if (printer_ && printer_->print(page.text, page.size)) return {Printed{}};
                          return {NotPrinted{}};
                        },
                        [&](const ScheduleRelease&) { return schedule(); },
                        [&](const ReleaseIfDue&) -> std::vector<Action> {
                          release();
                          random_.forget_past();
                          write_log();
                          return {};
                        },
                        [](const Speak&) -> std::vector<Action> { return {}; },
                        [&](const WipeVisit&) -> std::vector<Action> {
                          random_.forget_past();
                          return {};
                        },
                        [&](const app::Log& log) -> std::vector<Action> {
                          if (log.code == LogCode::result_not_saved)
                            unlogged_.insert(Event::result_not_saved);
                          return {};
                        },
                    },
                    command);
}

std::vector<Action> Commands::begin_visit() {
  if (!keeper_) return {SeedDrawn{random_.next()}};
  const auto pool = pool_of(*keeper_, random_);
  const auto room = pool ? (*pool)->check_room() : assessment::Outcome(pool.faults());
  forget_pool(*keeper_);
  if (room) return {SeedDrawn{random_.next()}};
  unlogged_.insert(Event::visits_refused);
  remember_causes(room.faults());
  return {VisitRefused{}};
}

std::vector<Action> Commands::pool(const PoolRecord& command) {
  if (!keeper_) return {RecordNotPooled{}};
  // Each bank has a pool of its own among those that wait together.
  const auto origin = std::ranges::find_if(keeper_->origins, [&](const assessment::PoolOrigin& one) {
    return bank_name(one.bank) == command.record.bank;
  });
  assert(origin != keeper_->origins.end());
  const auto pool = pool_of(*keeper_, random_);
  const auto saved =
      pool ? (*pool)->add(*origin, command.record, random_) : assessment::Outcome(pool.faults());
  forget_pool(*keeper_);
  if (saved) return {RecordPooled{}};
  remember_causes(saved.faults());
  return {RecordNotPooled{}};
}

// No figure: how many results wait would tell when somebody was here.
std::vector<Action> Commands::look() {
  KioskState state{.can_save = false};
  if (!keeper_) return {KioskSeen{state}};
  const auto pool = pool_of(*keeper_, random_);
  state.can_save = pool && (*pool)->check_room();
  forget_pool(*keeper_);
  const std::string& outbox = keeper_->campaign.outbox;
  if (!outbox.empty()) state.outbox = assessment::open_outbox(outbox) ? Outbox::reached : Outbox::missing;
  return {KioskSeen{state}};
}

void Commands::release() {
  if (!keeper_) return;
  const auto& hours = keeper_->campaign.kiosk.quiet_hours;
  if (hours && !contains(*hours, clock_.minute_of_day())) return;
  const auto pool = pool_of(*keeper_, random_);
  const auto released =
      pool ? release_if_due(**pool, *keeper_->storage, keeper_->campaign, clock_.today(), random_)
           : assessment::Expected<int>(pool.faults());
  forget_pool(*keeper_);
  if (!released) {
    unlogged_.insert(Event::release_failed);
    remember_causes(released.faults());
  }
  if (!keeper_->campaign.outbox.empty()) copy_to_outbox();
}

// At the moments of releases, which tell nothing about visits.
void Commands::copy_to_outbox() {
  const auto outbox = assessment::open_outbox(keeper_->campaign.outbox);
  const bool is_copied =
      outbox && assessment::copy_batches(*keeper_->storage, **outbox, keeper_->in_outbox).faults.empty();
  if (!is_copied) unlogged_.insert(Event::outbox_failed);
}

void Commands::remember_causes(const assessment::Diagnostics& causes) {
  for (const assessment::Diagnostic& cause : causes) unlogged_.insert(cause_of(cause));
}

void Commands::write_log() {
  for (const Event event : std::exchange(unlogged_, {})) log_(event);
}

std::vector<Action> Commands::schedule() {
  const auto spread = static_cast<std::uint64_t>(latest_release - soonest_release + 1);
  const auto ahead = soonest_release + static_cast<Milliseconds>(random_.below(spread));
  return {ReleaseScheduled{clock_.now() + ahead}};
}

}  // namespace app::platform
