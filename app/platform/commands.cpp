#include "app/platform/commands.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <utility>
#include <variant>

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

void log(const assessment::Diagnostics& faults) {
  for (const assessment::Diagnostic& fault : faults) fmt::print(stderr, "{}\n", to_text(fault));
}

}  // namespace

assessment::Expected<Keeper> open_keeper(const std::string& folder, const assessment::Campaign& campaign,
                                         const assessment::QuestionBank& bank, assessment::Random& random) {
  auto storage = assessment::open_storage(folder);
  if (!storage) return storage.faults();
  auto pool = assessment::Pool::open(**storage, random);
  if (!pool) return pool.faults();
  // Made on the first start, so that trainers can be told of it before anything is sealed.
  const auto key = assessment::open_kiosk_key(**storage);
  if (!key) return key.faults();
  return Keeper{std::move(storage).value(), std::move(pool).value(), assessment::origin_of(campaign, bank),
                campaign};
}

Commands::Commands(std::optional<Keeper> keeper, const Clock& clock, assessment::Random& random)
    : keeper_(std::move(keeper)), clock_(clock), random_(random) {}

std::vector<Action> Commands::carry_out(const Command& command) {
  return std::visit(Overloaded{
                        [&](const DrawSeed&) { return begin_visit(); },
                        [&](const PoolRecord& wanted) { return pool(wanted); },
                        [&](const ScheduleRelease&) { return schedule(); },
                        [&](const ReleaseIfDue&) -> std::vector<Action> {
                          release();
                          return {};
                        },
                        [](const WipeVisit&) -> std::vector<Action> { return {}; },
                        [](const Log&) -> std::vector<Action> {
                          fmt::print(stderr, "error: a result could not be saved\n");
                          return {};
                        },
                    },
                    command);
}

std::vector<Action> Commands::begin_visit() {
  const assessment::Outcome room =
      keeper_ ? keeper_->pool.check_room() : assessment::Outcome(assessment::Done{});
  if (room) return {SeedDrawn{random_.next()}};
  log(room.faults());
  return {VisitRefused{}};
}

std::vector<Action> Commands::pool(const PoolRecord& command) {
  if (!keeper_) return {RecordNotPooled{}};
  const assessment::Outcome outcome = keeper_->pool.add(keeper_->origin, command.record, random_);
  if (outcome) return {RecordPooled{}};
  log(outcome.faults());
  return {RecordNotPooled{}};
}

void Commands::release() {
  if (!keeper_) return;
  const auto released =
      release_if_due(keeper_->pool, *keeper_->storage, keeper_->campaign, clock_.today(), random_);
  if (!released) log(released.faults());
  if (!keeper_->campaign.outbox.empty()) copy_to_outbox();
}

// At the moments of releases, which tell nothing about visits.
void Commands::copy_to_outbox() {
  const auto outbox = assessment::open_outbox(keeper_->campaign.outbox);
  if (!outbox) return log(outbox.faults());
  log(assessment::copy_batches(*keeper_->storage, **outbox, keeper_->in_outbox).faults);
}

std::vector<Action> Commands::schedule() {
  const auto spread = static_cast<std::uint64_t>(latest_release - soonest_release + 1);
  const auto ahead = soonest_release + static_cast<Milliseconds>(random_.below(spread));
  return {ReleaseScheduled{clock_.now() + ahead}};
}

}  // namespace app::platform
