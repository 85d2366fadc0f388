#include "assessment/statistics/simulation.hpp"

#include <algorithm>
#include <utility>

#include "assessment/results/record.hpp"
#include "assessment/results/release.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/statistics/synthetic_person.hpp"

namespace assessment {
namespace {

Seed stream_of(std::uint64_t seed, std::uint8_t stream) {
  Seed bytes{};
  for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<std::uint8_t>(seed >> (8 * i));
  bytes.back() = stream;
  return bytes;
}

bool exists(const Date& date) {
  return parse_date(to_text(date)).has_value();
}

}  // namespace

SimulationChance::SimulationChance(std::uint64_t seed)
    : people(stream_of(seed, 1)), kiosk(stream_of(seed, 2)) {}

Expected<SimulationSummary> simulate_days(const QuestionBank& bank, const Campaign& campaign,
                                          const SimulationPlan& plan, Pool& pool, Storage& storage,
                                          SimulationChance& chance,
                                          const std::function<void(int)>& report_visit) {
  const PoolOrigin origin = origin_of(campaign, bank, Respondents::synthetic);
  const SyntheticPeople people(bank);
  SimulationSummary summary;
  Date today = plan.start;
  while (true) {
    const auto released = release_if_due(pool, storage, campaign, today, chance.kiosk);
    if (!released) return released.faults();
    summary.batches += *released;
    if (summary.visits == plan.respondents) return summary;

    const int visitors = std::min(plan.visits_per_day, plan.respondents - summary.visits);
    for (int i = 0; i < visitors; ++i) {
      const SyntheticVisit visit = people.visit(chance.people);
      const Score result = score(bank, visit.session, visit.on_route.shown);
      const auto added = pool.add(origin, make_record(bank, visit.session, result), chance.kiosk);
      if (!added) return added.faults();
      report_visit(++summary.visits);
    }
    ++summary.days;
    today = day_after(today);
  }
}

Date day_after(const Date& date) {
  if (const Date next{date.year, date.month, date.day + 1}; exists(next)) return next;
  if (const Date next{date.year, date.month + 1, 1}; exists(next)) return next;
  return {date.year + 1, 1, 1};
}

}  // namespace assessment
