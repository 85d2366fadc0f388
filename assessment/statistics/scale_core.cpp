#include "assessment/statistics/scale_core.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>

namespace assessment {
namespace {

using People = std::vector<char>;  // by person: takes part or not

std::int64_t count(const People& people) {
  return std::ranges::count(people, char{1});
}

People of_these_with_score(People people, const std::vector<std::int32_t>& column) {
  for (std::size_t person = 0; person < people.size(); ++person)
    people[person] = static_cast<char>(people[person] & (column[person] != no_score ? 1 : 0));
  return people;
}

}  // namespace

std::vector<std::size_t> find_core(const ScoreMatrix& matrix, std::span<const std::size_t> items) {
  const auto scores = [&](std::size_t item) {
    const auto& column = matrix.columns[item];
    return static_cast<std::int64_t>(column.size()) - std::ranges::count(column, no_score);
  };
  std::vector<std::pair<std::int64_t, std::size_t>> by_scores;  // how many, and the place in `items`
  for (std::size_t place = 0; place < items.size(); ++place)
    by_scores.emplace_back(scores(items[place]), place);
  std::ranges::stable_sort(by_scores, std::ranges::greater{}, &std::pair<std::int64_t, std::size_t>::first);

  People people(static_cast<std::size_t>(matrix.people), 1);
  std::vector<std::size_t> places;
  for (const auto& [scored, place] : by_scores) {
    if (scored == 0) break;
    if (scored < matrix.people) {
      People left = of_these_with_score(people, matrix.columns[items[place]]);
      if (2 * count(left) < by_scores.front().first) continue;
      people = std::move(left);
    }
    places.push_back(place);
  }
  std::ranges::sort(places);
  std::vector<std::size_t> core;
  for (const std::size_t place : places) core.push_back(items[place]);
  return core;
}

}  // namespace assessment
