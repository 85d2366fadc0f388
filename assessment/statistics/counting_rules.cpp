#include "assessment/statistics/counting_rules.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <cassert>
#include <string>

#include "assessment/statistics/big_integer.hpp"

namespace assessment {
namespace {

std::int64_t to_small(const mpz_class& number) {
  return std::stoll(number.get_str());
}

}  // namespace

PublishedFigure CountingRules::count(std::int64_t people) const {
  if (is_exact() || people == 0) return {Visibility::shown, people};
  if (people < policy_.suppress_below) return {Visibility::hidden, 0};
  return {Visibility::shown, round_half_up(people, policy_.round_to)};
}

PublishedFigure CountingRules::group_size(std::int64_t people) const {
  if (!is_exact() && people < policy_.minimum_group) return {Visibility::under_minimum, 0};
  return count(people);
}

PublishedFigure CountingRules::mean(const Moments& moments) const {
  if (moments.people == 0) return {};
  if (!is_exact() && moments.people < policy_.means_from) return {Visibility::hidden, 0};
  return {Visibility::shown, mean_tenths(moments)};
}

PublishedFigure CountingRules::standard_deviation(const Moments& moments) const {
  const PublishedFigure same_people = mean(moments);
  if (!same_people.is_shown()) return same_people;
  if (moments.people < 2) return {};
  return {Visibility::shown, standard_deviation_tenths(moments)};
}

Bounds CountingRules::known_of_count(std::int64_t shown) const {
  if (is_exact()) return {shown, shown};
  const std::int64_t step = policy_.round_to;
  const std::int64_t high = shown + (step + 1) / 2 - 1;
  // A small number is never shown, so that a shown 0 is nobody, unless the step is very large.
  if (shown == 0) return {0, high >= policy_.suppress_below ? high : 0};
  return {std::max<std::int64_t>(shown - step / 2, policy_.suppress_below), high};
}

Bounds CountingRules::known_of_group(const PublishedFigure& figure) const {
  if (figure.visibility == Visibility::under_minimum) return {1, policy_.minimum_group - 1};
  if (!figure.is_shown()) return {policy_.minimum_group, without_limit};
  Bounds known = known_of_count(figure.figure);
  if (!is_exact() && figure.figure > 0) {
    known.low = std::max<std::int64_t>(known.low, policy_.minimum_group);
  }
  return known;
}

std::int64_t CountingRules::least_width() const {
  constexpr std::int64_t asked_for = 5;
  return std::clamp<std::int64_t>(policy_.suppress_below - 2, 0, asked_for);
}

bool CountingRules::are_too_near(std::int64_t one, std::int64_t other) const {
  const std::int64_t difference = std::max(one, other) - std::min(one, other);
  return difference > 0 && difference < policy_.minimum_group;
}

std::int64_t round_half_up(std::int64_t count, std::int64_t step) {
  assert(count >= 0 && step >= 1);
  return (2 * count + step) / (2 * step) * step;
}

std::int64_t mean_tenths(const Moments& moments) {
  assert(moments.people > 0);
  return (2 * moments.sum + moments.people) / (2 * moments.people);
}

std::int64_t standard_deviation_tenths(const Moments& moments) {
  assert(moments.people > 1);
  const mpz_class n = to_big(moments.people);
  const mpz_class sum = to_big(moments.sum);
  const mpz_class squares = n * to_big(moments.sum_of_squares) - sum * sum;  // n * sum((x - mean)^2)
  // floor(sd + 1/2) = floor((floor(2 sd) + 1) / 2), and 2 sd = sqrt(4 squares / (n (n - 1))).
  const mpz_class twice = sqrt(mpz_class(4 * squares / (n * (n - 1))));
  return to_small((twice + 1) / 2);
}

}  // namespace assessment
