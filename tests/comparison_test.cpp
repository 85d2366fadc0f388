#include "assessment/statistics/comparison.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "assessment/statistics/distributions.hpp"

using namespace assessment;

namespace {

// Percentages in tenths.
Moments moments(const std::vector<int>& tenths) {
  Moments sums;
  for (const int value : tenths) {
    sums.people += 1;
    sums.sum += value;
    sums.sum_of_squares += std::int64_t{value} * value;
  }
  return sums;
}

const std::vector<int> scores_before{400, 500, 600, 700, 800}, scores_after{600, 600, 700, 800, 900};
const std::vector<Pair> pairs{{400, 600}, {500, 600}, {600, 700}, {700, 800}, {800, 900}};

bool is_near(const std::optional<double>& found, double expected, double within) {
  return found && std::abs(*found - expected) <= within;
}

}  // namespace

TEST_SUITE("comparison") {
  // frameworks.md T17.
  TEST_CASE("of groups by Welch gives the worked figures") {
    const auto result = unpaired_difference(moments(scores_before), moments(scores_after)).value();
    CHECK(mean_of(moments(scores_before))->mean == 60);
    CHECK(mean_of(moments(scores_after))->mean == 72);
    CHECK(is_near(result.difference, 12, 1e-12));
    CHECK(is_near(result.t, 1.3093, 5e-5));
    CHECK(is_near(result.degrees, 7.7199, 5e-5));
    CHECK(is_near(result.interval.low, -9.2691, 5e-5));
    CHECK(is_near(result.interval.high, 33.2691, 5e-5));
    CHECK(change_in(result.interval) == Change::no_clear_change);
  }

  // frameworks.md T17: the same numbers, opposite message.
  TEST_CASE("of linked people gives the worked figures") {
    const auto result = paired_difference(pairs).value();
    CHECK(result.pairs == 5);
    CHECK(result.before == 60);
    CHECK(result.after == 72);
    CHECK(is_near(result.deviation, 4.4721, 5e-5));
    CHECK(is_near(result.interval.low, 6.4471, 5e-5));
    CHECK(is_near(result.interval.high, 17.5529, 5e-5));
    CHECK(change_in(result.interval) == Change::rise);
  }

  // frameworks.md T19: the person at 40 leaves and nobody changes.
  TEST_CASE("shows what leaving alone does to groups, and not to the linked") {
    const auto groups = unpaired_difference(moments(scores_before), moments({500, 600, 700, 800})).value();
    CHECK(is_near(groups.difference, 5, 1e-12));
    const auto linked =
        paired_difference(std::vector<Pair>{{500, 500}, {600, 600}, {700, 700}, {800, 800}}).value();
    CHECK(linked.difference == 0);
    CHECK(change_in(linked.interval) == Change::no_clear_change);
  }

  // Student (1908), "The probable error of a mean", Biometrika 6: hours of sleep gained under two drugs, as
  // R's `sleep`; t.test(extra ~ group): t = -1.8608, df = 17.776, interval -3.3654832 to 0.2054832, means
  // 0.75 and 2.33. Hours are put as percentages 50 + hours, which shifts both groups alike.
  TEST_CASE("of groups by Welch gives the figures of Student's sleep data") {
    const auto first = moments({507, 484, 498, 488, 499, 534, 537, 508, 500, 520});
    const auto second = moments({519, 508, 511, 501, 499, 544, 555, 516, 546, 534});
    const auto result = unpaired_difference(second, first).value();
    CHECK(is_near(result.t, -1.860813467, 1e-8));
    CHECK(is_near(result.degrees, 17.77647352, 1e-7));
    CHECK(is_near(result.interval.low, -3.365483230712, 1e-9));
    CHECK(is_near(result.interval.high, 0.205483230712, 1e-9));
  }

  // Borenstein, Hedges, Higgins and Rothstein (2009), "Introduction to meta-analysis", chapter 4: means 103
  // and 100, deviations 5.5 and 4.5, 50 people each: d = 0.5970, g = 0.5924, standard error of g 0.2028.
  // Means and variances count alone, so 3 apart, with sums of squares n mean^2 + 49 SD^2, all in tenths.
  TEST_CASE("gives Hedges' g and its interval as the book's example") {
    const auto group = [](std::int64_t mean, std::int64_t squares) {
      return Moments{.people = 50, .sum = 50 * mean, .sum_of_squares = 50 * mean * mean + squares};
    };
    // 49 * 55^2 = 148225 and 49 * 45^2 = 99225.
    const auto result = unpaired_difference(group(700, 99225), group(730, 148225)).value();
    CHECK(is_near(result.g, 0.5924, 5e-5));
    CHECK(is_near((result.g_interval.high - result.g_interval.low) / 2 / 1.959964, 0.2028, 5e-5));
  }

  // frameworks.md T20 and T21.
  TEST_CASE("tells the gain of the means from the mean of the gains") {
    const NormalisedGain five = normalised_gain(pairs);
    CHECK(is_near(five.of_means, 0.3, 1e-12));
    CHECK(is_near(five.of_people, 0.323333, 5e-7));
    CHECK(five.people == 5);
    auto six = pairs;
    six.push_back({980, 900});
    CHECK(is_near(normalised_gain(six).of_means, 0.257426, 5e-7));
    CHECK(is_near(normalised_gain(six).of_people, -0.397222, 5e-7));
  }

  // frameworks.md 4.2, T22: BMC Medical Education 2021, 21:210, table 1: mean gain 11.1 of 20 points, which
  // is 225.8 % of the start; class g 0.73 printed, 0.7359 recomputed. In percent of 20: start 24.58,
  // gain 55.5.
  TEST_CASE("gives the published gain of a course within its rounding") {
    const NormalisedGain gain = normalised_gain(std::vector<Pair>{{246, 801}});
    CHECK(is_near(gain.of_means, 0.73, 0.01));
    CHECK(is_near(gain.of_means, 0.7359, 0.001));
  }

  TEST_CASE("gives no gain to who began at the top, and explodes near it") {
    CHECK(is_near(normalised_gain(std::vector<Pair>{{980, 900}}).of_means, -4, 1e-12));
    CHECK(is_near(normalised_gain(std::vector<Pair>{{950, 900}}).of_means, -1, 1e-12));
    const NormalisedGain top = normalised_gain(std::vector<Pair>{{1000, 900}});
    CHECK_FALSE(top.of_means);
    CHECK_FALSE(top.of_people);
    const NormalisedGain mixed = normalised_gain(std::vector<Pair>{{1000, 1000}, {500, 750}});
    CHECK(mixed.people == 1);
    CHECK(is_near(mixed.of_people, 0.5, 1e-12));
    CHECK(is_near(mixed.of_means, 0.5, 1e-12));  // means 75 and 87.5
    CHECK_FALSE(normalised_gain({}).of_means);
  }

  TEST_CASE("says nothing of fewer than two people, and no effect where nobody differs") {
    CHECK_FALSE(unpaired_difference(moments({500}), moments(scores_after)));
    CHECK_FALSE(unpaired_difference({}, {}));
    CHECK_FALSE(paired_difference(std::vector<Pair>{{1, 2}}));
    const auto flat = unpaired_difference(moments({500, 500}), moments({600, 600})).value();
    CHECK(flat.difference == 10);
    CHECK(flat.interval == Range{10, 10});
    CHECK_FALSE(flat.g);
  }

  // Tables of every textbook, to their four digits: t(.975; 9) = 2.2622, z(.975) = 1.9600, F(.95; 3, 20)
  // = 3.0984.
  TEST_CASE("rests on quantiles as the tables have them") {
    CHECK(is_near(student_t_quantile(.975, 9), 2.2622, 5e-5));
    CHECK(is_near(normal_quantile(.975), 1.9600, 5e-5));
    CHECK(is_near(f_quantile(.95, 3, 20), 3.0984, 5e-5));
  }
}
