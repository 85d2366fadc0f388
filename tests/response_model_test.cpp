// How synthetic people answer, what that is worth on average, and how items go together.
#include "assessment/statistics/response_model.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "assessment/scoring/shown_items.hpp"
#include "assessment/statistics/cronbach_alpha.hpp"
#include "tests/sample_banks.hpp"

using namespace assessment;

namespace {

const QuestionBank& all_ways() {
  static const QuestionBank bank = tests::parsed(tests::sample_head + "domains:\n" +
                                                 tests::domain("safety", tests::ratings("lock", 1) + R"(
      - id: sender
        type: single
        measures: knowledge
        not_sure: true
        prompt: {en: "What do you look at first?", cy: "Beth gyntaf?"}
        options:
          - {id: address, correct: true, label: {en: The address, cy: Y cyfeiriad}}
          - {id: greeting, label: {en: The greeting, cy: Y cyfarchiad}}
      - id: places
        type: multiple
        measures: knowledge
        credit: partial
        prompt: {en: "Where?", cy: "Ble?"}
        options:
          - {id: with_me, correct: true, label: {en: With me, cy: Gyda mi}}
          - {id: locked, correct: true, label: {en: Locked, cy: Dan glo}}
          - {id: desk, label: {en: Desk, cy: Desg}}
          - {id: none, exclusive: true, label: {en: None, cy: Dim}}
      - id: steps
        type: order
        measures: knowledge
        credit: pairs
        prompt: {en: "In which order?", cy: "Ym mha drefn?"}
        options:
          - {id: a, label: {en: A, cy: A}}
          - {id: b, label: {en: B, cy: B}}
          - {id: c, label: {en: C, cy: C}}
          - {id: d, label: {en: D, cy: D}}
      - id: fever
        type: number
        measures: knowledge
        prompt: {en: "From which temperature?", cy: "O ba dymheredd?"}
        accept: [{from: 37.5, to: 38.5}]
        decimals: 1
)"));
  return bank;
}

double mean_points(const ResponseModel& model, const Item& item, const Respondent& person) {
  Random chance(17);
  double sum = 0, counted = 0;
  for (int i = 0; i < 20'000; ++i) {
    const ItemScore score = score_answer(all_ways(), item, any_answer(model, person, chance));
    if (!score.is_applicable) continue;
    sum += score.points.get_d();
    counted += 1;
  }
  return sum / counted;
}

}  // namespace

TEST_SUITE("response model") {
  TEST_CASE("shares of the triangle are worked by hand") {
    // Half as wide as the root of 6; above the middle is a half, above half of a side an eighth.
    const double half_width = 2.449489742783178;
    CHECK(share_above(0, 0, 1) == 0.5);
    CHECK(share_above(half_width / 2, 0, 1) == 0.125);
    CHECK(share_above(-half_width / 2, 0, 1) == 0.875);
    CHECK(share_above(1, 1 - half_width, 1) == 0);
    CHECK(share_above(1, 1 + half_width, 1) == 1);
    CHECK(share_above(1, 1, 0) == 0);  // without noise the standing itself decides
    CHECK(share_above(1, 1.001, 0) == 1);
  }

  TEST_CASE("a rating in the middle of four points is worth half on average") {
    // Cuts at -0.75, 0, 0.75; the shares above the outer two are p and 1 - p: 0 + (1 - p) + 1/2 + p.
    const auto models = make_response_models(all_ways());
    const double points = expected_points(models[0][0], {.standing = 0, .noise = 0.7}).get_d();
    CHECK(points == doctest::Approx(1.5).epsilon(0.00001));
    CHECK(expected_points(models[0][0], {.standing = 0.8, .noise = 0}) == 3);
    CHECK(point_of_standing(models[0][0], 0.8) == OptionId{"teach"});
  }

  TEST_CASE("expected points are the mean of what the real scoring gives to many answers") {
    // 20,000 answers; the standard deviation of an answer is at most 1.5: five standard errors are 0.053.
    const auto models = make_response_models(all_ways());
    for (const Item& item : all_ways().items) {
      for (const double standing : {-1.5, -0.2, 0.4, 2.0}) {
        for (const bool admits : {false, true}) {
          CAPTURE(item.id.text);
          CAPTURE(standing);
          const Respondent person{standing, 0.7, admits};
          const ResponseModel& model = models[item.index][0];
          CHECK(std::abs(expected_points(model, person).get_d() - mean_points(model, item, person)) < 0.053);
        }
      }
    }
  }

  TEST_CASE("without noise every applicable answer is worth what is expected, exactly") {
    const auto models = make_response_models(all_ways());
    Random chance(1);
    for (const Item& item : all_ways().items) {
      for (const double standing : {-2.0, -0.5, -0.1, 0.1, 0.5, 2.0}) {
        const Respondent person{standing, 0, standing > 0};
        const ResponseModel& model = models[item.index][0];
        const ItemScore score = score_answer(all_ways(), item, any_answer(model, person, chance));
        if (score.is_applicable) CHECK(score.points == expected_points(model, person));
      }
    }
  }

  TEST_CASE("the questions of a domain are the harder the later they stand") {
    const auto models = make_response_models(all_ways());
    // Four of them: -1.5 + 3 j / 5.
    CHECK(models[1][0].difficulty == doctest::Approx(-0.9));
    CHECK(models[4][0].difficulty == doctest::Approx(0.9));
  }
}

TEST_SUITE("Cronbach's alpha") {
  TEST_CASE("is worked by hand on three people and two items") {
    // Variances 1 and 1/3; the sums 0, 2, 3 have the variance 7/3: 2 * (1 - (4/3) / (7/3)) = 6/7.
    AlphaSums sums(2);
    for (const auto& row : {std::array<Rational, 2>{0, 0}, {1, 1}, {2, 1}}) sums.add(row);
    CHECK(sums.people() == 3);
    CHECK(sums.alpha() == ratio(6, 7));
  }

  TEST_CASE("needs two items, and people who differ") {
    AlphaSums one(1), alike(2);
    for (const int value : {0, 1, 2}) one.add(std::array<Rational, 1>{value});
    CHECK(one.alpha() == std::nullopt);
    CHECK(alike.alpha() == std::nullopt);
    for (int i = 0; i < 3; ++i) alike.add(std::array<Rational, 2>{1, 2});
    CHECK(alike.alpha() == std::nullopt);
  }

  TEST_CASE("is that of R's `attitude` data: 0.843143") {
    // Chatterjee and Price (1977); 30 departments. The figure is that of psych::alpha(attitude).
    constexpr std::array<std::array<int, 7>, 30> attitude{{
        {43, 51, 30, 39, 61, 92, 45}, {63, 64, 51, 54, 63, 73, 47}, {71, 70, 68, 69, 76, 86, 48},
        {61, 63, 45, 47, 54, 84, 35}, {81, 78, 56, 66, 71, 83, 47}, {43, 55, 49, 44, 54, 49, 34},
        {58, 67, 42, 56, 66, 68, 35}, {71, 75, 50, 55, 70, 66, 41}, {72, 82, 72, 67, 71, 83, 31},
        {67, 61, 45, 47, 62, 80, 41}, {64, 53, 53, 58, 58, 67, 34}, {67, 60, 47, 39, 59, 74, 41},
        {69, 62, 57, 42, 55, 63, 25}, {68, 83, 83, 45, 59, 77, 35}, {77, 77, 54, 72, 79, 77, 46},
        {81, 90, 50, 72, 60, 54, 36}, {74, 85, 64, 69, 79, 79, 63}, {65, 60, 65, 75, 55, 80, 60},
        {65, 70, 46, 57, 75, 85, 46}, {50, 58, 68, 54, 64, 78, 52}, {50, 40, 33, 34, 43, 64, 33},
        {64, 61, 52, 62, 66, 80, 41}, {53, 66, 52, 50, 63, 80, 37}, {40, 37, 42, 58, 50, 57, 49},
        {63, 54, 42, 48, 66, 75, 33}, {66, 77, 66, 63, 88, 76, 72}, {78, 75, 58, 74, 80, 78, 49},
        {48, 57, 44, 45, 51, 83, 38}, {85, 85, 71, 71, 77, 74, 55}, {82, 82, 39, 59, 64, 78, 39},
    }};
    AlphaSums sums(7);
    for (const auto& row : attitude) sums.add(std::vector<Rational>(row.begin(), row.end()));
    CHECK(sums.alpha().value().get_d() == doctest::Approx(0.843143).epsilon(0.000001));
  }

  TEST_CASE("is that of LSAT section 7: 0.45340874") {
    // Bock and Lieberman (1970): how often each of the patterns 00000 .. 11111 came, first item leftmost.
    constexpr std::array<int, 32> times{12, 19, 1,  7,  3,  19, 3,  17, 10, 5,  3, 7,  7,  23,  8,  28,
                                        7,  39, 11, 34, 14, 51, 15, 90, 6,  25, 7, 35, 18, 136, 32, 308};
    AlphaSums sums(5);
    for (unsigned pattern = 0; pattern < 32; ++pattern) {
      std::vector<Rational> row;
      for (unsigned item = 0; item < 5; ++item) row.push_back(pattern >> (4 - item) & 1u);
      for (int i = 0; i < times[pattern]; ++i) sums.add(row);
    }
    CHECK(sums.people() == 1000);
    CHECK(sums.alpha().value().get_d() == doctest::Approx(0.45340874).epsilon(0.00000001));
  }
}
