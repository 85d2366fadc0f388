#include "assessment/statistics/discrimination.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "assessment/statistics/cross_sums.hpp"

namespace assessment {
namespace {

// Where a person's sum stands to the edges of the two groups.
enum Place : std::uint8_t { between, above, at_upper_edge, below, at_lower_edge, at_both_edges, places };

struct Groups {
  std::vector<Place> place{};  // by person
  std::int64_t size = 0;       // of each group
  Rational upper_share{};      // of everyone at the edge, how much counts
  Rational lower_share{};
};

// The value that would stand at this place, from 0, if all were sorted.
std::int64_t at_rank(std::vector<std::int64_t> values, std::int64_t rank) {
  const auto place = values.begin() + rank;
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

Groups split(const std::vector<std::int64_t>& totals) {
  const auto people = static_cast<std::int64_t>(totals.size());
  Groups groups{.size = (27 * people + 50) / 100};
  const std::int64_t lower = at_rank(totals, groups.size - 1);
  const std::int64_t upper = at_rank(totals, people - groups.size);
  std::array<std::int64_t, places> counts{};
  for (const std::int64_t total : totals) {
    Place place = between;
    if (total == lower && total == upper) {
      place = at_both_edges;
    } else if (total >= upper) {
      place = total == upper ? at_upper_edge : above;
    } else if (total <= lower) {
      place = total == lower ? at_lower_edge : below;
    }
    groups.place.push_back(place);
    counts[place] += 1;
  }
  groups.upper_share = ratio(groups.size - counts[above], counts[at_upper_edge] + counts[at_both_edges]);
  groups.lower_share = ratio(groups.size - counts[below], counts[at_lower_edge] + counts[at_both_edges]);
  return groups;
}

}  // namespace

std::vector<std::optional<Rational>> discrimination_indices(const ScoreMatrix& matrix,
                                                            std::span<const std::size_t> items) {
  const std::vector<std::size_t> people = complete_people(matrix, items);
  std::vector<std::optional<Rational>> indices(items.size());
  if (people.size() < 2) return indices;
  std::vector<std::int64_t> totals(people.size(), 0);
  for (const std::size_t item : items) {
    const std::vector<std::int32_t>& column = matrix.columns[item];
    for (std::size_t i = 0; i < people.size(); ++i) totals[i] += column[people[i]];
  }
  const Groups groups = split(totals);
  for (std::size_t k = 0; k < items.size(); ++k) {
    const std::vector<std::int32_t>& column = matrix.columns[items[k]];
    std::array<std::int64_t, places> sums{};
    for (std::size_t i = 0; i < people.size(); ++i) sums[groups.place[i]] += column[people[i]];
    const Rational best = sums[above] + groups.upper_share * (sums[at_upper_edge] + sums[at_both_edges]);
    const Rational weakest = sums[below] + groups.lower_share * (sums[at_lower_edge] + sums[at_both_edges]);
    indices[k] = (best - weakest) / groups.size / matrix.parts;
  }
  return indices;
}

}  // namespace assessment
