// Synthetic people, and days on which they visit a kiosk that does not exist.
//
// For trying out banks, reports and the way of a result; the batches say that they are synthetic.
// Equal seeds give equal bytes on every platform: only additions, multiplications and comparisons
// of doubles, in a fixed order, and no function whose last bit a library may choose.
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
#include "assessment/session/session.hpp"

namespace assessment {

// One person's whole visit, item by item along the route. Their role is chance; the earlier a role
// stands in the bank, the more people it has. They have an ability (Random::bell) and a leaning for each
// domain. A self-rating is the option that ability, leaning and a noise of the day point to among evenly
// spaced cut points; a knowledge question is right with a probability that grows with ability. Now and then
// they say "not applicable" or "not sure", or pass over what is not required; what is required is always
// answered.
Session simulate_visit(const QuestionBank& bank, Random& chance);

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
