#include "assessment/statistics/discrimination.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace assessment {
namespace {

// Where a person's sum stands to the edges of the two groups.
enum Place : std::uint8_t { above, at_upper_edge, below, at_lower_edge, at_both_edges, places };

struct Groups {
  std::array<std::vector<std::size_t>, places> people{};  // by place; who is between them is in none
  std::int64_t size = 0;                                  // of each group
  Rational upper_share{};                                 // of everyone at the edge, how much counts
  Rational lower_share{};
};

// The value that would stand at this place, from 0, if all were sorted.
std::int64_t at_rank(std::vector<std::int64_t> values, std::int64_t rank) {
  const auto place = values.begin() + rank;
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

// By their sums, in the order of `people`.
Groups split(std::span<const std::size_t> people, const std::vector<std::int64_t>& totals) {
  const auto all = static_cast<std::int64_t>(totals.size());
  Groups groups{.size = (27 * all + 50) / 100};
  const std::int64_t lower = at_rank(totals, groups.size - 1);
  const std::int64_t upper = at_rank(totals, all - groups.size);
  for (std::size_t i = 0; i < totals.size(); ++i) {
    const std::int64_t total = totals[i];
    if (total == lower && total == upper) {
      groups.people[at_both_edges].push_back(people[i]);
    } else if (total >= upper) {
      groups.people[total == upper ? at_upper_edge : above].push_back(people[i]);
    } else if (total <= lower) {
      groups.people[total == lower ? at_lower_edge : below].push_back(people[i]);
    }
  }
  const auto count = [&](Place place) { return static_cast<std::int64_t>(groups.people[place].size()); };
  groups.upper_share = ratio(groups.size - count(above), count(at_upper_edge) + count(at_both_edges));
  groups.lower_share = ratio(groups.size - count(below), count(at_lower_edge) + count(at_both_edges));
  return groups;
}

}  // namespace

std::vector<std::optional<Rational>> discrimination_indices(const ScoreMatrix& matrix,
                                                            std::span<const std::size_t> items,
                                                            std::span<const std::size_t> people) {
  std::vector<std::optional<Rational>> indices(items.size());
  if (people.size() < 2) return indices;
  std::vector<std::int64_t> totals(people.size(), 0);
  for (const std::size_t item : items) {
    const std::vector<std::int32_t>& column = matrix.columns[item];
    for (std::size_t i = 0; i < people.size(); ++i) totals[i] += column[people[i]];
  }
  const Groups groups = split(people, totals);
  for (std::size_t k = 0; k < items.size(); ++k) {
    const std::vector<std::int32_t>& column = matrix.columns[items[k]];
    std::array<std::int64_t, places> sums{};
    for (std::size_t place = 0; place < places; ++place) {
      for (const std::size_t person : groups.people[place]) sums[place] += column[person];
    }
    const Rational best = sums[above] + groups.upper_share * (sums[at_upper_edge] + sums[at_both_edges]);
    const Rational weakest = sums[below] + groups.lower_share * (sums[at_lower_edge] + sums[at_both_edges]);
    indices[k] = (best - weakest) / groups.size / matrix.parts;
  }
  return indices;
}

}  // namespace assessment
