// Days on which synthetic people visit a kiosk that does not exist.
//
// For trying out reports and the way of a result; the batches say that they are synthetic.
// Equal seeds give equal bytes on every platform.
#pragma once

#include <cstdint>
#include <functional>

#include "assessment/bank/bank.hpp"
#include "assessment/base/expected.hpp"
#include "assessment/base/random.hpp"
#include "assessment/results/calendar.hpp"
#include "assessment/results/campaign.hpp"
#include "assessment/results/pool.hpp"
#include "assessment/results/storage.hpp"

namespace assessment {

struct SimulationPlan {
  int respondents = 0;
  int visits_per_day = 10;  // at least 1
  Date start{};

  bool operator==(const SimulationPlan&) const = default;
};

struct SimulationSummary {
  int visits = 0;
  int days = 0;
  int batches = 0;  // published

  bool operator==(const SimulationSummary&) const = default;
};

// Two streams of chance: who comes and what they answer, and how the kiosk mixes and names.
struct SimulationChance {
  Random people;
  Random kiosk;

  explicit SimulationChance(std::uint64_t seed);
};

// Plays all visits: every record is in the pool before the next person comes; what is due is
// released to `storage` at the start of each day, and once more on the day after the last. Calls
// `report_visit` with the number of visits so far. Stops at the first fault.
Expected<SimulationSummary> simulate_days(const QuestionBank& bank, const Campaign& campaign,
                                          const SimulationPlan& plan, Pool& pool, Storage& storage,
                                          SimulationChance& chance,
                                          const std::function<void(int)>& report_visit);

// The day that follows.
Date day_after(const Date& date);

}  // namespace assessment
