// Scoring against the worked values of docs/scoring.md (rules R1 to R15, tests T0 to T15).
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "assessment/results/record.hpp"
#include "assessment/scoring/levels.hpp"
#include "assessment/scoring/percent_rule.hpp"
#include "assessment/scoring/score.hpp"
#include "tests/sample_banks.hpp"

using namespace assessment;
using tests::domain;
using tests::ratings;
using tests::sample_head;

namespace {

const char* const points[] = {"not_yet", "with_help", "alone", "teach"};

// A bank with one domain of `count` ratings 0..3 and the cuts 0/30/48/81.
QuestionBank ratings_bank(int count) {
  return tests::parsed(sample_head + "domains:\n" + domain("safety", ratings("q", count)));
}

// Answers the first ratings with these values; -1 stands for "not mine".
Session answered(const QuestionBank& bank, const std::vector<int>& values) {
  Session session = start_session(bank, RoleId{"clinical"}, 0);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const char* option = values[i] < 0 ? "not_mine" : points[values[i]];
    session = choose(bank, session, ItemId{fmt::format("q{}", i + 1)}, OptionId{option});
  }
  return session;
}

// `count` values that sum to `sum`, as even as can be.
std::vector<int> values_with_sum(int sum, int count) {
  std::vector<int> values;
  for (int left = count; left > 0; --left) {
    values.push_back(std::min(3, (sum + left - 1) / left));
    sum -= values.back();
  }
  return values;
}

std::string level_at(const Rational& percent) {
  const QuestionBank bank = ratings_bank(4);
  return bank.levels[level_of(bank.levels, percent)].id.text;
}

}  // namespace

TEST_SUITE("percent rule") {
  TEST_CASE("T1: twelve items of 0 to 3 are pooled") {
    const QuestionBank bank = ratings_bank(12);
    const auto percent = [&](int sum) {
      return score_percent(bank, answered(bank, values_with_sum(sum, 12)), 0, Measure::self).percent;
    };
    CHECK(percent(18) == Rational(50));         // 18/36
    CHECK(percent(17) == 100 * ratio(17, 36));  // 47.2222
    CHECK(percent(10) == 100 * ratio(10, 36));  // 27.7778
  }

  TEST_CASE("T12: not applicable leaves numerator and denominator") {
    const QuestionBank bank = ratings_bank(12);
    auto values = values_with_sum(16, 10);
    values.insert(values.end(), {-1, -1});
    const Score result = score(bank, answered(bank, values));
    CHECK(result.domains[0].self.figures.percent == 100 * ratio(16, 30));  // 53.3333, not 44.4444
    CHECK(result.domains[0].self.level == LevelId{"intermediate"});
    CHECK(result.domains[0].self.figures.answered == 10);
    CHECK(result.domains[0].self.figures.asked == 12);
    CHECK(result.domains[0].self.figures.not_applicable == 2);

    const Score none = score(bank, answered(bank, std::vector<int>(12, -1)));
    CHECK_FALSE(none.domains[0].self.figures.percent.has_value());
    CHECK_FALSE(none.domains[0].self.level.has_value());
    CHECK_FALSE(none.overall.percent.has_value());
  }

  TEST_CASE("T13: too few answers give no figure") {
    const QuestionBank bank = ratings_bank(12);
    const auto self = [&](const std::vector<int>& values) {
      return score(bank, answered(bank, values)).domains[0].self;
    };
    CHECK(self({2, 2, 2, 2, 2, 2}).figures.percent == 100 * ratio(12, 18));  // 66.6667
    CHECK(self({2, 2, 2, 2, 2, 2}).level == LevelId{"intermediate"});
    CHECK_FALSE(self({3, 3, 3, 3, 3}).figures.percent.has_value());  // 5 of 12 answered
    CHECK(self({3, 3, 3, 3, 3}).figures.answered == 5);
    CHECK_FALSE(self({2, 2, 2, 2, -1, -1, -1, -1, -1, -1, -1, -1}).figures.percent.has_value());
  }

  TEST_CASE("the minimum is rounded up: half of five asks for three") {
    const QuestionBank bank = ratings_bank(5);
    CHECK_FALSE(score_percent(bank, answered(bank, {3, 3}), 0, Measure::self).percent.has_value());
    CHECK(score_percent(bank, answered(bank, {3, 3, 3}), 0, Measure::self).percent == Rational(100));
  }

  TEST_CASE("without any minimum, nothing answered is still no figure") {
    std::string yaml = sample_head + "domains:\n" + domain("safety", ratings("q", 4));
    yaml.replace(yaml.find("minimum_answered: 0.5"), 21, "minimum_answered: 0");
    const QuestionBank bank = tests::parsed(yaml);
    CHECK_FALSE(score_percent(bank, answered(bank, {}), 0, Measure::self).percent.has_value());
    CHECK(score_percent(bank, answered(bank, {1}), 0, Measure::self).percent == 100 * ratio(1, 3));
  }

  TEST_CASE("T11: an option carries any number, wherever it stands") {
    std::string options;
    int place = 0;
    for (const char* worth : {"0", "17", "35", "52", "70", "87", "100"}) {
      options += fmt::format("{}{{id: o{}, score: {}, label: {{en: O{}, cy: Op{}}}}}", place ? ", " : "",
                             place, worth, place, place);
      ++place;
    }
    std::string items;
    for (int i = 1; i <= 3; ++i) {
      items +=
          fmt::format("      - {{id: q{0}, type: single, prompt: {{en: Q{0}, cy: Cw{0}}}, options: [{1}]}}\n",
                      i, options);
    }
    const QuestionBank bank = tests::parsed(sample_head + "domains:\n" + domain("safety", items));
    Session session = start_session(bank, RoleId{"clinical"}, 0);
    for (const auto& [item, option] : {std::pair{"q1", "o4"}, {"q2", "o5"}, {"q3", "o3"}}) {
      session = choose(bank, session, ItemId{item}, OptionId{option});
    }
    // (70 + 87 + 52) / 300 = 69.6667 percent; by position (4/6 + 5/6 + 3/6) / 3 would be 66.6667.
    CHECK(score_percent(bank, session, 0, Measure::self).percent == 100 * ratio(209, 300));
  }

  TEST_CASE("weights count as often as they say") {
    std::string items = ratings("q", 2);
    items.insert(items.find("type: rating"), "weight: 3, ");
    const QuestionBank bank = tests::parsed(sample_head + "domains:\n" + domain("safety", items));
    // 3 * 3 + 1 * 0 of 3 * 3 + 1 * 3 points
    CHECK(score_percent(bank, answered(bank, {3, 0}), 0, Measure::self).percent == Rational(75));
  }

  TEST_CASE("points are written as an exact fraction, not reduced") {
    CHECK(to_fraction(17, 36) == "17/36");
    CHECK(to_fraction(18, 36) == "18/36");
    CHECK(to_fraction(ratio(17, 2), 12) == "17/24");  // 8.5 of 12, both doubled
    CHECK(to_fraction(ratio(1, 3), 1) == "1/3");
    CHECK(to_fraction(0, 3) == "0/3");
  }
}

TEST_SUITE("levels") {
  TEST_CASE("R3: bands are decided on the exact value, bounds inclusive") {
    // docs/scoring.md, 3.1: sum / max and the level of the unrounded percentage.
    const auto level = [](int sum, int maximum) { return level_at(100 * ratio(sum, maximum)); };
    CHECK(level(10, 36) == "low");
    CHECK(level(73, 246) == "low");  // 29.6748
    CHECK(level(72, 246) == "low");
    CHECK(level(14, 48) == "low");
    CHECK(level(17, 36) == "foundation");
    CHECK(level(117, 246) == "foundation");
    CHECK(level(33, 69) == "foundation");
    CHECK(level(23, 48) == "foundation");
    CHECK(level(118, 246) == "foundation");  // 47.9675 would be 48 when rounded
    CHECK(level(11, 36) == "foundation");
    CHECK(level(74, 246) == "foundation");
    CHECK(level(116, 246) == "foundation");
    CHECK(level(18, 36) == "intermediate");
    CHECK(level(29, 36) == "intermediate");
    CHECK(level(199, 246) == "intermediate");  // 80.8943
    CHECK(level(119, 246) == "intermediate");
    CHECK(level(197, 246) == "intermediate");
    CHECK(level(198, 246) == "intermediate");
    CHECK(level(30, 36) == "advanced");
    CHECK(level(200, 246) == "advanced");
    CHECK(level(9, 30) == "foundation");     // 30 exactly
    CHECK(level(12, 25) == "intermediate");  // 48 exactly
    CHECK(level(81, 100) == "advanced");     // 81 exactly
    CHECK(level(0, 36) == "low");
    CHECK(level(36, 36) == "advanced");
  }

  TEST_CASE("T0: equality with a cut is reached where doubles would miss it") {
    // 29/50 * 100 is 57.99999999999999 in doubles; a cut of 58 is reached all the same.
    std::vector<Level> levels{{LevelId{"under"}, 0, {}}, {LevelId{"over"}, 58, {}}};
    CHECK(level_of(levels, 100 * ratio(29, 50)) == 1);
  }
}

TEST_SUITE("score") {
  TEST_CASE("T14: self-rating and knowledge are two results, never blended") {
    const QuestionBank bank =
        tests::parsed(sample_head + "domains:\n" + domain("safety", ratings("q", 4) + R"(
      - {id: k, type: single, measures: knowledge, prompt: {en: K, cy: Ce}, options: [{id: right, correct: true, label: {en: R, cy: Rh}}, {id: wrong, label: {en: W, cy: We}}]}
)"));
    Session session = answered(bank, {3, 3, 2, 2});
    session = choose(bank, session, ItemId{"k"}, OptionId{"wrong"});
    const DomainScore result = score(bank, session).domains[0];
    CHECK(result.self.figures.percent == 100 * ratio(10, 12));  // 83.3333, not 10/13 or 10/15
    REQUIRE(result.knowledge);
    CHECK(result.knowledge->figures.percent == Rational(0));
    CHECK(result.knowledge->figures.answered == 1);
    CHECK(result.agreement == Agreement::over);  // advanced against low
  }

  TEST_CASE("credit: all asks for exactly the right ones, partial takes wrong ones off") {
    const QuestionBank bank = tests::parsed(tests::two_domains);
    const Item& places = bank.items[*find_item(bank, ItemId{"places"})];  // right: with_me, locked
    const auto points = [&](std::vector<OptionId> chosen) {
      return score_answer(bank, places, Answer{std::move(chosen)}).points;
    };
    CHECK(points({OptionId{"with_me"}, OptionId{"locked"}}) == 1);
    CHECK(points({OptionId{"with_me"}}) == ratio(1, 2));
    CHECK(points({OptionId{"with_me"}, OptionId{"desk"}}) == 0);                                // (1 - 1) / 2
    CHECK(points({OptionId{"with_me"}, OptionId{"locked"}, OptionId{"desk"}}) == ratio(1, 2));  // (2 - 1) / 2
    CHECK(points({OptionId{"desk"}}) == 0);  // never below 0
    Item strict = places;
    std::get<MultipleItem>(strict.type).credit = Credit::all;
    CHECK(score_answer(bank, strict, Answer{{OptionId{"with_me"}}}).points == 0);
    CHECK(score_answer(bank, strict, Answer{{OptionId{"with_me"}, OptionId{"locked"}}}).points == 1);
  }

  TEST_CASE("not sure scores 0 on knowledge and is not applicable on a self-rating") {
    const QuestionBank bank = tests::parsed(tests::two_domains);
    Item item = bank.items[*find_item(bank, ItemId{"phishing"})];
    CHECK(score_answer(bank, item, Answer{{not_sure_option}}) ==
          ItemScore{.points = 0, .is_applicable = true});
    item.measure = Measure::self;
    CHECK(score_answer(bank, item, Answer{{not_sure_option}}) ==
          ItemScore{.points = 0, .is_applicable = false});
  }

  TEST_CASE("T15: overall is the mean of the scored domains, with their number") {
    // Ten ratings a domain: sums 15, 18, 21, 12, 9, 24 of 30 are 50, 60, 70, 40, 30 and 80 percent.
    std::string domains;
    const std::vector<int> sums{15, 18, 21, 12, 9, 24};
    for (std::size_t d = 0; d < sums.size(); ++d)
      domains += domain(fmt::format("d{}", d), ratings(fmt::format("d{}q", d), 10));
    const QuestionBank bank = tests::parsed(sample_head + "domains:\n" + domains);
    const auto overall = [&](std::size_t left_out) {
      Session session = start_session(bank, RoleId{"clinical"}, 0);
      for (std::size_t d = 0; d < sums.size(); ++d) {
        if (d == left_out) continue;
        const auto values = values_with_sum(sums[d], 10);
        for (std::size_t i = 0; i < values.size(); ++i) {
          session =
              choose(bank, session, ItemId{fmt::format("d{}q{}", d, i + 1)}, OptionId{points[values[i]]});
        }
      }
      return score(bank, session).overall;
    };
    CHECK(overall(6).percent == Rational(55));
    CHECK(overall(6).scored_domains == 6);
    CHECK(overall(4).percent == Rational(60));  // the one with 30 percent is not scored
    CHECK(overall(4).scored_domains == 5);
    CHECK(overall(4).all_domains == 6);
  }

  TEST_CASE("overall follows the bank's rule") {
    // safety: lock 3+3+3 of 9 = 100 percent; data: 1+0 of 6 = 16.6667 percent.
    const auto overall = [](const char* rule) {
      std::string yaml = tests::two_domains;
      yaml.replace(yaml.find("overall: mean_of_domains"), 24, fmt::format("overall: {}", rule));
      const QuestionBank bank = tests::parsed(yaml);
      Session session = start_session(bank, RoleId{"clinical"}, 0);
      for (const auto& [item, option] : {std::pair{"lock1", "teach"},
                                         {"lock2", "teach"},
                                         {"lock3", "teach"},
                                         {"data1", "with_help"},
                                         {"data2", "not_yet"}}) {
        session = choose(bank, session, ItemId{item}, OptionId{option});
      }
      return score(bank, session).overall.percent;
    };
    CHECK(overall("mean_of_domains") == (100 + 100 * ratio(1, 6)) / 2);
    CHECK(overall("pooled") == 100 * ratio(10, 15));
    CHECK(overall("lowest_domain") == 100 * ratio(1, 6));
    CHECK_FALSE(overall("none").has_value());
  }
}

TEST_SUITE("record") {
  TEST_CASE("a record holds the figures and the answers, and nothing else") {
    const QuestionBank bank = tests::parsed(tests::two_domains);
    Session session = start_session(bank, RoleId{"clinical"}, 4711);
    for (const auto& [item, option] : {std::pair{"lock1", "alone"},
                                       {"lock2", "alone"},
                                       {"lock3", "not_mine"},
                                       {"phishing", "not_sure"},
                                       {"places", "locked"}}) {
      session = choose(bank, session, ItemId{item}, OptionId{option});
    }
    const ResultRecord record = make_record(bank, session, score(bank, session));
    CHECK(record.bank == "sample@1.0.0");
    CHECK(record.role == "clinical");
    REQUIRE(record.domains.size() == 2);
    CHECK(record.domains[0].percent_tenths == 666);  // 4 of 6: 66.6666 cut off
    CHECK(record.domains[0].level == "intermediate");
    CHECK(record.domains[0].answered == 2);
    CHECK(record.domains[0].asked == 3);
    CHECK(record.domains[0].knowledge_tenths == 250);  // 0 + 1/2 of 2
    CHECK_FALSE(record.domains[1].percent_tenths.has_value());
    CHECK(record.overall_tenths == 666);
    CHECK(record.answers == decltype(record.answers){{"lock1", "alone"},
                                                     {"lock2", "alone"},
                                                     {"lock3", "not_mine"},
                                                     {"phishing", "not_sure"},
                                                     {"places", IdList{"locked"}}});
  }
}
