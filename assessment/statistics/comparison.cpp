#include "assessment/statistics/comparison.hpp"

#include <array>
#include <cmath>

#include "assessment/statistics/distributions.hpp"

namespace assessment {
namespace {

constexpr double upper_tail = 0.975;  // of 95 % intervals

Range around(double middle, double half_width) {
  return {.low = middle - half_width, .high = middle + half_width};
}

// n sum(x^2) - sum(x)^2, exactly; then one division.
double variance_of(const Moments& moments) {
  const Rational n = moments.people;
  const Rational spread = n * moments.sum_of_squares - Rational(moments.sum) * moments.sum;
  return (spread / (n * (n - 1) * 100)).get_d();
}

Moments moments_of_differences(std::span<const Pair> pairs) {
  Moments moments;
  for (const Pair& pair : pairs) {
    const std::int64_t difference = pair.after - pair.before;
    moments.people += 1;
    moments.sum += difference;
    moments.sum_of_squares += difference * difference;
  }
  return moments;
}

void add_effect(UnpairedDifference& result, const MeanOfGroup& before, const MeanOfGroup& after) {
  const double n1 = static_cast<double>(before.people), n2 = static_cast<double>(after.people);
  const double pooled = ((n1 - 1) * before.variance + (n2 - 1) * after.variance) / (n1 + n2 - 2);
  if (pooled <= 0) return;
  const double d = result.difference / std::sqrt(pooled);
  const double correction = 1 - 3 / (4 * (n1 + n2 - 2) - 1);
  const double variance = (n1 + n2) / (n1 * n2) + d * d / (2 * (n1 + n2));
  result.g = correction * d;
  result.g_interval = around(*result.g, normal_quantile(upper_tail) * correction * std::sqrt(variance));
}

}  // namespace

std::optional<MeanOfGroup> mean_of(const Moments& moments) {
  if (moments.people < 2) return std::nullopt;
  const double n = static_cast<double>(moments.people);
  MeanOfGroup group{.people = moments.people,
                    .mean = ratio(moments.sum, 10 * moments.people).get_d(),
                    .variance = variance_of(moments)};
  group.interval = around(group.mean, student_t_quantile(upper_tail, n - 1) * std::sqrt(group.variance / n));
  return group;
}

std::optional<UnpairedDifference> unpaired_difference(const Moments& before, const Moments& after) {
  const auto one = mean_of(before), other = mean_of(after);
  if (!one || !other) return std::nullopt;
  UnpairedDifference result;
  result.difference = (ratio(after.sum, 10 * after.people) - ratio(before.sum, 10 * before.people)).get_d();
  result.interval = around(result.difference, 0);
  const double n1 = static_cast<double>(one->people), n2 = static_cast<double>(other->people);
  const double first = one->variance / n1, second = other->variance / n2;
  const double error = first + second;
  result.degrees = n1 + n2 - 2;
  if (error > 0) {
    result.degrees = error * error / (first * first / (n1 - 1) + second * second / (n2 - 1));
    result.t = result.difference / std::sqrt(error);
    result.interval =
        around(result.difference, student_t_quantile(upper_tail, result.degrees) * std::sqrt(error));
  }
  add_effect(result, *one, *other);
  return result;
}

std::optional<PairedDifference> paired_difference(std::span<const Pair> pairs) {
  const auto differences = mean_of(moments_of_differences(pairs));
  if (!differences) return std::nullopt;
  std::int64_t before = 0, after = 0;
  for (const Pair& pair : pairs) {
    before += pair.before;
    after += pair.after;
  }
  return PairedDifference{.pairs = differences->people,
                          .before = ratio(before, 10 * differences->people).get_d(),
                          .after = ratio(after, 10 * differences->people).get_d(),
                          .difference = differences->mean,
                          .deviation = std::sqrt(differences->variance),
                          .interval = differences->interval};
}

NormalisedGain normalised_gain(std::span<const Pair> pairs) {
  NormalisedGain gain;
  std::int64_t before = 0, after = 0;
  std::array<std::int64_t, 1001> gained_by_room{};  // what all with this much room gained, in tenths
  for (const Pair& pair : pairs) {
    before += pair.before;
    after += pair.after;
    if (pair.before >= 1000) continue;
    gained_by_room[static_cast<std::size_t>(1000 - pair.before)] += pair.after - pair.before;
    gain.people += 1;
  }
  Rational of_people = 0;
  for (std::size_t tenths = 1; tenths <= 1000; ++tenths) {
    of_people += ratio(gained_by_room[tenths], static_cast<std::int64_t>(tenths));
  }
  const std::int64_t room = 1000 * static_cast<std::int64_t>(pairs.size()) - before;
  if (room > 0) gain.of_means = (Rational(after - before) / room).get_d();
  if (gain.people > 0) gain.of_people = (of_people / gain.people).get_d();
  return gain;
}

Change change_in(const Range& interval) {
  if (interval.low > 0) return Change::rise;
  return interval.high < 0 ? Change::fall : Change::no_clear_change;
}

}  // namespace assessment
