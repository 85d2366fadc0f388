#include "assessment/statistics/item_analysis.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <string>

#include "assessment/statistics/cross_sums.hpp"
#include "assessment/statistics/one_factor.hpp"
#include "assessment/statistics/score_matrix_csv.hpp"
#include "tests/score_tables.hpp"

using namespace assessment;

namespace {

constexpr double sixth = 1e-6;

ScaleAnalysis analyse(const std::string& csv, std::optional<Rational> highest = std::nullopt) {
  const ScoreMatrix matrix = parse_score_matrix(csv, "test.csv").value();
  std::vector<std::size_t> items(matrix.items.size());
  std::iota(items.begin(), items.end(), std::size_t{0});
  return analyse_scale(matrix, items, std::vector<std::optional<Rational>>(items.size(), highest));
}

bool is_near(const std::optional<double>& found, double expected, double within = sixth) {
  if (!found || std::abs(*found - expected) > within) {
    MESSAGE("found " << found.value_or(std::nan("")) << ", not " << expected);
    return false;
  }
  return true;
}

}  // namespace

TEST_SUITE("item analysis") {
  // measurement.md and frameworks.md 4.3 (T23), by R 4.2 and psych 2.2.9.
  TEST_CASE("of R's attitude data gives the published figures") {
    const ScaleAnalysis scale = analyse(tests::attitude_csv);
    CHECK(scale.items == 7);
    CHECK(scale.people == 30);
    CHECK(is_near(scale.alpha, 0.843143));
    CHECK(is_near(scale.standardised_alpha, 0.839084));
    CHECK(is_near(scale.mean, 423.066667));
    CHECK(is_near(*scale.deviation * *scale.deviation, 3334.891954));
    CHECK(is_near(scale.error_of_measurement, 22.8714213749));
    const double rest[] = {.671262, .742110, .560711, .714445, .786276, .265034, .460811};
    const double dropped[] = {.809760, .796917, .827848, .803031, .795387, .863872, .840465};
    const double means[] = {64.6333, 66.6, 53.1333, 56.3667, 64.6333, 74.7667, 42.9333};
    const double deviations[] = {12.1726, 13.3148, 12.2354, 11.7370, 10.3972, 9.8949, 10.2887};
    for (std::size_t i = 0; i < 7; ++i) {
      CHECK(is_near(scale.of_items[i].item_rest, rest[i]));
      CHECK(is_near(scale.of_items[i].alpha_if_dropped, dropped[i]));
      CHECK(is_near(scale.of_items[i].mean, means[i], 1e-4));
      CHECK(is_near(scale.of_items[i].deviation, deviations[i], 1e-4));
      CHECK_FALSE(scale.of_items[i].facility);  // nobody said what the highest score is
    }
  }

  TEST_CASE("of LSAT section 7 gives the published figures") {
    const ScaleAnalysis scale = analyse(tests::lsat7_csv(), 1);
    CHECK(scale.people == 1000);
    CHECK(is_near(scale.alpha, 0.45340874, 1e-8));
    CHECK(is_near(scale.standardised_alpha, .45580451, 1e-8));
    const double rest[] = {.24573165, .24667358, .31317925, .22275125, .17478630};
    const double facility[] = {.828, .658, .772, .606, .843};  // R's psych::alpha, column mean
    for (std::size_t i = 0; i < 5; ++i) {
      CHECK(is_near(scale.of_items[i].item_rest, rest[i], 1e-8));
      CHECK(is_near(scale.of_items[i].facility, facility[i], 1e-12));
      CHECK(scale.of_items[i].has_two_scores);
    }
  }

  // 1 - (1 - alpha) F with R's qf(.975, 29, 174) = 1.66153841703 and qf(.025, 29, 174) = 0.536965542527;
  // psych::alpha.ci prints 0.74 to 0.92.
  TEST_CASE("puts Feldt's interval around alpha") {
    const Range interval = analyse(tests::attitude_csv).alpha_interval.value();
    CHECK(is_near(interval.low, 1 - (1 - 0.843142769565) * 1.66153841703, 1e-9));
    CHECK(is_near(interval.high, 1 - (1 - 0.843142769565) * 0.536965542527, 1e-9));
  }

  // Loadings by psych::fa(1, fm = "minres"), put back to the items' deviations: 0.860262 and 0.462014. R's
  // optimiser stops sooner than ours, hence four digits.
  TEST_CASE("gives the omega that minimum residuals give") {
    CHECK(is_near(analyse(tests::attitude_csv).omega, 0.860262393391, 1e-4));
    CHECK(is_near(analyse(tests::lsat7_csv()).omega, 0.462013547934, 1e-4));
  }

  TEST_CASE("is the same for any order of people, to the last bit") {
    std::string turned = "rating,complaints,privileges,learning,raises,critical,advance\n";
    const std::string& csv = tests::attitude_csv;
    for (std::size_t end = csv.size() - 1; end > csv.find('\n');) {
      const std::size_t start = csv.rfind('\n', end - 1);
      turned += csv.substr(start + 1, end - start);
      end = start;
    }
    CHECK(analyse(turned) == analyse(csv));
  }

  // By hand: c has the gap, so the scale is of the people 1, 2 and 4; a alone is of all four.
  // Sums 3+5+1 = 9, 1+2+0 = 3, 2+4+6 = 12: variance of 9, 3, 12 is 21; of the items 3,1,2: 1; 5,2,4: 7/3;
  // 1,0,6: 31/3; alpha = 3/2 (1 - (41/3)/21) = 11/21.
  TEST_CASE("takes who answered everything for the scale, and everyone for an item") {
    const ScaleAnalysis scale = analyse("a,b,c\n3,5,1\n1,2,0\n9,9,\n2,4,6\n");
    CHECK(scale.people == 3);
    CHECK(is_near(scale.alpha, 11.0 / 21, 1e-15));
    CHECK(is_near(scale.mean, 8, 1e-15));
    CHECK(scale.of_items[0].people == 4);
    CHECK(is_near(scale.of_items[0].mean, 3.75, 1e-15));
    CHECK(scale.of_items[2].people == 3);
  }

  TEST_CASE("leaves out of the scale an item that nobody answered") {
    const ScaleAnalysis scale = analyse("a,b,c\n3,,1\n1,,0\n2,,6\n", 9);
    CHECK(scale.items == 2);
    CHECK(scale.people == 3);
    CHECK(is_near(scale.highest, 18));
    CHECK(scale.of_items[1].people == 0);
    CHECK_FALSE(scale.of_items[1].mean);
  }

  // By hand. Three of eight people were asked c and two others d: less than half, so the scale is of a and b.
  // Sums of these 3, 4, 7, 6, 5, 1, 1, 4; 8 sum(x^2) - sum(x)^2 is 263 for them, 60 for a, 87 for b: alpha =
  // 2 (1 - 147/263) = 232/263. c is 1, 3, 2 beside 3, 4, 7: r = 1 / sqrt(2 * 78/9).
  TEST_CASE("is of the items that most people were asked, and holds the others against these") {
    const ScaleAnalysis scale =
        analyse("a,c,b,d\n1,1,2,\n2,3,2,\n3,2,4,\n3,,3,0\n2,,3,9\n1,,0,\n0,,1,\n2,,2,\n");
    CHECK(scale.items == 2);
    CHECK(scale.people == 8);
    CHECK(is_near(scale.alpha, 232.0 / 263, 1e-15));
    const ItemAnalysis& c = scale.of_items[1];
    CHECK_FALSE(c.is_in_scale);
    CHECK(c.people == 3);
    CHECK(c.compared == 3);
    CHECK(is_near(c.item_rest, 1 / std::sqrt(2.0 * 78 / 9), 1e-15));
    CHECK_FALSE(c.alpha_if_dropped);
    CHECK_FALSE(c.discrimination);
    CHECK(scale.of_items[0].is_in_scale);
    CHECK(scale.of_items[0].compared == 8);
    CHECK(scale.of_items[3].compared == 2);
  }

  // Of eight people four are half: c and a then have four in common, and that is enough. d would leave one.
  TEST_CASE("takes an item in that half of the people were asked, of equals the first") {
    const ScaleAnalysis scale =
        analyse("a,b,c,d\n1,1,2,\n2,3,2,\n3,2,4,\n3,1,3,0\n2,,,9\n1,,,1\n0,,,2\n2,,,\n");
    CHECK(scale.items == 3);
    CHECK(scale.people == 4);
    CHECK_FALSE(scale.of_items[3].is_in_scale);
  }

  // frameworks.md 4.3: k < 2, n < 2 or zero total variance is no value, not 0.
  TEST_CASE("says nothing where there is nothing to say") {
    CHECK_FALSE(analyse("a\n1\n2\n3\n").alpha);
    CHECK_FALSE(analyse("a,b\n1,2\n").alpha);
    CHECK_FALSE(analyse("a,b\n1,2\n").deviation);
    CHECK_FALSE(analyse("a,b\n1,2\n2,1\n0,3\n").alpha);  // all sums are 3
    const ScaleAnalysis none = analyse("a,b\n,\n,\n");
    CHECK(none.people == 0);
    CHECK(none.items == 0);
    const ScaleAnalysis flat = analyse("a,b,c\n1,1,2\n1,2,1\n1,4,5\n");  // a does not vary
    CHECK(flat.alpha);
    CHECK_FALSE(flat.omega);
    CHECK_FALSE(flat.standardised_alpha);
    CHECK_FALSE(flat.of_items[0].item_rest);
    CHECK_FALSE(analyse("a,b\n1,2\n2,1\n4,4\n").of_items[0].alpha_if_dropped);  // one item is left
  }

  TEST_CASE("can find alpha below 0, where items go against each other") {
    CHECK(*analyse("a,b\n1,5\n2,4\n3,3\n4,2\n5,2\n").alpha < 0);
  }

  // By hand. Ten people: 27 % is 2.7, so 3. Sums with b: 10, 9, 8, 8, 5, 5, 3, 2, 2, 0. Top three: 10, 9 and
  // half of each 8 (a: 1, 1, and (1+0)/2): 2.5/3. Bottom: 0, 2, 2 (a: 0, 0, 1): 1/3. Index 1.5/3 = 0.5.
  TEST_CASE("counts who ties at the edge of the top group in part") {
    const ScaleAnalysis scale = analyse("a,b\n1,9\n1,8\n1,7\n0,8\n1,4\n0,5\n1,2\n0,2\n1,1\n0,0\n", 1);
    CHECK(is_near(scale.of_items[0].discrimination, 0.5, 1e-15));
  }

  TEST_CASE("of scores too large for fast sums is as exact as of small ones") {
    const auto scaled = [](const std::string& zeros) {
      return analyse("a,b,c\n3" + zeros + ",5" + zeros + ",1" + zeros + "\n1" + zeros + ",2" + zeros +
                     ",0\n2" + zeros + ",4" + zeros + ",6" + zeros + "\n");
    };
    for (const std::string zeros : {"00", "0000", "00000000"}) {
      CHECK(scaled(zeros).alpha == scaled("").alpha);
      CHECK(scaled(zeros).of_items[1].item_rest == scaled("").of_items[1].item_rest);
    }
  }

  TEST_CASE("adds up more people than one block holds") {
    std::string csv = "a,b\n";
    for (int i = 0; i < 5000; ++i) csv += i % 2 == 0 ? "32000,1\n" : "-32000,0\n";
    // By hand: n sum(a^2) - sum(a)^2 = 5000^2 * 32000^2; b: 5000 * 2500 - 2500^2; a b: 5000 * 2500 * 32000.
    const ScoreMatrix matrix = parse_score_matrix(csv, "test.csv").value();
    const CrossSums sums(matrix, std::vector<std::size_t>{0, 1});
    CHECK(sums.spread(0, 0) == mpz_class("25600000000000000"));
    CHECK(sums.spread(1, 1) == 6250000);
    CHECK(sums.spread(1, 0) == mpz_class("400000000000"));
  }
}

TEST_SUITE("one factor") {
  // By hand: r(i, j) = l(i) l(j) exactly, so nothing is left over for these loadings.
  TEST_CASE("finds the loadings that explain all correlations") {
    const double loadings[] = {.8, .7, .6, .5};
    std::vector<double> correlations;
    for (const double one : loadings) {
      for (const double other : loadings) correlations.push_back(&one == &other ? 1 : one * other);
    }
    for (std::size_t i = 0; i < 4; ++i) correlations[i * 5] = 1;
    const auto found = one_factor_loadings(correlations).value();
    for (std::size_t i = 0; i < 4; ++i) CHECK(is_near(found[i], loadings[i], 1e-9));
    // (.8+.7+.6+.5)^2 = 6.76; 4 - .64 - .49 - .36 - .25 = 2.26; 6.76 / 9.02
    CHECK(is_near(omega_total(found, std::vector<double>(4, 1)), 6.76 / 9.02, 1e-9));
  }

  TEST_CASE("says nothing of two items, and where one factor would have to explain more than there is") {
    CHECK_FALSE(one_factor_loadings(std::vector<double>{1, .5, .5, 1}));
    // r12 r13 / r23 = .9 * .9 / .1 = 8.1 would be the square of the first loading.
    CHECK_FALSE(one_factor_loadings(std::vector<double>{1, .9, .9, .9, 1, .1, .9, .1, 1}));
    CHECK_FALSE(omega_total(std::vector<double>{0, 0, 0}, std::vector<double>{0, 0, 0}));
  }
}
