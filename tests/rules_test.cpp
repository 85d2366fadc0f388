// Every scoring rule against the worked values of docs/scoring.md: R2, R4 to R10.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "assessment/results/record.hpp"
#include "assessment/scoring/score.hpp"
#include "tests/printing.hpp"
#include "tests/sample_banks.hpp"

using namespace assessment;
using tests::domain;
using tests::sample_head;

namespace {

using Lines = std::vector<std::string>;

// A single item with one option a score: "q1" with scores 0, 0.5, … gets options s0, s1, …
std::string scored_item(std::string_view id, const std::vector<std::string>& scores,
                        std::string_view extra = "") {
  std::string options;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    options += fmt::format("{}{{id: s{}, score: {}, label: {{en: S{}, cy: Ss{}}}}}", i ? ", " : "", i,
                           scores[i], i, i);
  }
  return fmt::format(
      "      - {{id: {0}, type: single, {1}prompt: {{en: Q {0}, cy: C {0}}}, options: [{2}]}}\n", id, extra,
      options);
}

std::string scored_items(int count, const std::vector<std::string>& scores) {
  std::string items;
  for (int i = 1; i <= count; ++i) items += scored_item(fmt::format("q{}", i), scores);
  return items;
}

// The sample bank with this rule and one domain of these items.
std::string yaml_with(std::string_view rule, std::string_view items) {
  std::string yaml = sample_head;
  const std::string_view old = "{rule: percent, minimum_answered: 0.5, overall: mean_of_domains}";
  yaml.replace(yaml.find(old), old.size(), rule);
  return yaml + "domains:\n" + domain("d", items);
}

QuestionBank bank_with(std::string_view rule, std::string_view items) {
  return tests::parsed(yaml_with(rule, items));
}

// Option number `values[i]` for item q(i+1); -1 leaves it unanswered.
MeasureScore self_score(const QuestionBank& bank, const std::vector<int>& values) {
  Session session = start_session(bank, RoleId{"clinical"}, 0);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] < 0) continue;
    session =
        choose(bank, session, ItemId{fmt::format("q{}", i + 1)}, OptionId{fmt::format("s{}", values[i])});
  }
  return score(bank, session).domains[0].self;
}

std::vector<int> repeated(int value, int times) {
  return std::vector<int>(static_cast<std::size_t>(times), value);
}

Lines rule_faults(const std::string& yaml) {
  Lines lines;
  const auto bank = parse_bank(yaml, "b");
  if (!bank) {
    for (const Diagnostic& fault : bank.faults()) lines.push_back(to_text(fault));
  }
  return lines;
}

const std::vector<std::string> yes_no{"0", "1"};

}  // namespace

TEST_SUITE("percent_of_groups") {
  TEST_CASE("T2: groups weigh the same, however many items they have") {
    // Groups of 4, 5, 3 and 4 items, all 3 in the second and 0 elsewhere: R1 gives 15/48, R2 (0+100+0+0)/4.
    std::string items;
    std::vector<int> values;
    int number = 0;
    int group = 0;
    for (const int size : {4, 5, 3, 4}) {
      ++group;
      for (int i = 0; i < size; ++i) {
        items += scored_item(fmt::format("q{}", ++number), {"0", "1", "2", "3"},
                             fmt::format("group: g{}, ", group));
        values.push_back(group == 2 ? 3 : 0);
      }
    }
    const MeasureScore pooled = self_score(bank_with("{rule: percent}", items), values);
    CHECK(pooled.figures.percent == 100 * ratio(15, 48));
    CHECK(pooled.level == std::size_t{1});  // 31.25: Foundation
    const MeasureScore grouped = self_score(bank_with("{rule: percent_of_groups}", items), values);
    CHECK(grouped.figures.percent == Rational(25));
    CHECK(grouped.level == std::size_t{0});  // Low
  }

  TEST_CASE("every item of the domain needs a group") {
    CHECK(rule_faults(yaml_with("{rule: percent_of_groups}", scored_items(1, yes_no))) ==
          Lines{"b:23:17: error: the rule needs a `group` on every item of 'd'; 'q1' has none"});
  }
}

TEST_SUITE("sum") {
  const std::string rule =
      "{rule: sum, levels: [{id: inadequate, from: 8, label: {en: I, cy: A}}, {id: problematic, from: 21, "
      "label: {en: P, cy: Pr}}, "
      "{id: sufficient, from: 27, label: {en: S, cy: D}}]}";

  TEST_CASE("T4: eight items of 1 to 5 with cuts 8, 21 and 27") {
    const QuestionBank bank = bank_with(rule, scored_items(8, {"1", "2", "3", "4", "5"}));
    const auto sum_and_level = [&](const std::vector<int>& values) {
      const MeasureScore score = self_score(bank, values);
      return std::pair(score.figures.points, *score.level);
    };
    using Pair = std::pair<Rational, std::size_t>;
    CHECK(sum_and_level(repeated(0, 8)) == Pair(8, 0));
    CHECK(sum_and_level(repeated(2, 8)) == Pair(24, 1));
    CHECK(sum_and_level(repeated(4, 8)) == Pair(40, 2));
    CHECK(sum_and_level({1, 1, 1, 1, 2, 2, 2, 2}) == Pair(20, 0));
    CHECK(sum_and_level({1, 1, 1, 2, 2, 2, 2, 2}) == Pair(21, 1));
    CHECK(sum_and_level({2, 2, 2, 2, 2, 2, 3, 3}) == Pair(26, 1));
    CHECK(sum_and_level({2, 2, 2, 2, 2, 3, 3, 3}) == Pair(27, 2));
  }

  TEST_CASE("while an item is unanswered there is no sum") {
    const QuestionBank bank = bank_with(rule, scored_items(8, {"1", "2", "3", "4", "5"}));
    const MeasureScore score = self_score(bank, {4, 4, 4, 4, 4, 4, 4, -1});
    CHECK_FALSE(score.figures.percent.has_value());
    CHECK_FALSE(score.level.has_value());
  }

  TEST_CASE("levels begin at the lowest sum and can be reached") {
    std::string high = rule;
    high.replace(high.find("from: 8"), 7, "from: 9");
    CHECK(rule_faults(yaml_with(high, scored_items(8, {"1", "5"})))
              .front()
              .ends_with("the first level begins above 8, the lowest sum of 'd'"));
    CHECK(rule_faults(yaml_with(rule, scored_items(1, {"8", "40"})))
              .front()
              .ends_with("no answers can attain the level 'problematic'"));  // 8 or 40, nothing between
    CHECK(rule_faults(yaml_with("{rule: sum}", scored_items(4, yes_no))) ==
          Lines{"b:23:11: error: the key 'levels' is missing"});
  }
}

TEST_SUITE("all_of") {
  TEST_CASE("T5: eight of eight, and what a missing one means") {
    const QuestionBank bank = bank_with("{rule: all_of, reach: s1}", scored_items(8, yes_no));
    const auto attained = [&](std::vector<int> values) { return self_score(bank, values).attained; };
    CHECK(attained(repeated(1, 8)) == Attainment::attained);
    CHECK(attained({1, 1, 1, 1, 1, 1, 1, 0}) == Attainment::not_attained);
    CHECK(attained({1, 1, 1, 1, 1, 1, 1, -1}) == Attainment::undetermined);
    CHECK(attained({1, 1, 1, 1, 1, 1, 0, -1}) == Attainment::not_attained);
    const MeasureScore score = self_score(bank, {1, 1, 1, 1, 1, 1, 1, 0});
    CHECK(to_fraction(score.figures.points, score.figures.points_possible) == "7/8");
    CHECK_FALSE(score.figures.percent.has_value());
  }

  TEST_CASE("reach is an option or a score, for all items or for those named") {
    const std::string items = scored_items(3, {"0", "1", "2"});
    CHECK(self_score(bank_with("{rule: all_of, reach: 2}", items), {2, 2, 1}).attained ==
          Attainment::not_attained);
    CHECK(self_score(bank_with("{rule: all_of, reach: s1}", items), {2, 1, 1}).attained ==
          Attainment::attained);
    CHECK(self_score(bank_with("{rule: all_of, reach: s2, items: [q1, q2]}", items), {2, 2, 0}).attained ==
          Attainment::attained);
    CHECK(rule_faults(yaml_with("{rule: all_of, reach: s9}", items)).size() == 3);
    CHECK(rule_faults(yaml_with("{rule: all_of, reach: 3}", items)).size() == 3);
    CHECK(rule_faults(yaml_with("{rule: all_of, reach: s1, items: [q9]}", items)) ==
          Lines{"b:23:44: error: the domain 'd' has no item 'q9'; did you mean 'q1'?"});
    CHECK(rule_faults(yaml_with("{rule: all_of}", items)) ==
          Lines{"b:23:11: error: the key 'reach' is missing"});
  }
}

TEST_SUITE("one_per_group") {
  TEST_CASE("T6: at least one in each of five groups of four") {
    std::string items;
    for (int i = 0; i < 20; ++i)
      items += scored_item(fmt::format("q{}", i + 1), yes_no, fmt::format("group: g{}, ", i / 4));
    const QuestionBank bank = bank_with("{rule: one_per_group, reach: s1}", items);
    const auto attained = [&](const std::vector<int>& values) { return self_score(bank, values).attained; };
    std::vector<int> sixteen = repeated(1, 20);
    for (int i = 8; i < 12; ++i) sixteen[static_cast<std::size_t>(i)] = 0;  // none in the third group
    CHECK(attained(sixteen) == Attainment::partial);
    std::vector<int> five = repeated(0, 20);
    for (std::size_t i = 0; i < 20; i += 4) five[i] = 1;
    CHECK(attained(five) == Attainment::attained);
    CHECK(attained(repeated(0, 20)) == Attainment::none);
    std::vector<int> open = five;
    for (std::size_t i = 16; i < 20; ++i) open[i] = -1;  // four groups met, the fifth unanswered
    CHECK(attained(open) == Attainment::undetermined);
    open[0] = 0;  // one missed, three met: partial, whatever the fifth turns out to be
    CHECK(attained(open) == Attainment::partial);
  }
}

TEST_SUITE("ordinal") {
  // The scale's points bear the names of levels, as they must for a median.
  const std::string items = [] {
    std::string all;
    for (int i = 1; i <= 10; ++i) {
      all += fmt::format(
          "      - {{id: q{0}, type: single, prompt: {{en: Q {0}, cy: C {0}}}, options: [{{id: low, score: "
          "0, label: {{en: A, cy: Aa}}}}, "
          "{{id: foundation, score: 1, label: {{en: B, cy: Bb}}}}, {{id: intermediate, score: 2, label: "
          "{{en: C, cy: Cc}}}}, "
          "{{id: advanced, score: 3, label: {{en: D, cy: Dd}}}}]}}\n",
          i);
    }
    return all;
  }();
  const char* const names[] = {"low", "foundation", "intermediate", "advanced"};

  TEST_CASE("T7: counts 2, 5, 2, 1 and the lower median; no mean") {
    const QuestionBank bank = bank_with("{rule: ordinal}", items);
    const auto scored = [&](const std::vector<int>& values) {
      Session session = start_session(bank, RoleId{"clinical"}, 0);
      for (std::size_t i = 0; i < values.size(); ++i) {
        session = choose(bank, session, ItemId{fmt::format("q{}", i + 1)}, OptionId{names[values[i]]});
      }
      return score(bank, session).domains[0].self;
    };
    const MeasureScore ten = scored({0, 0, 1, 1, 1, 1, 1, 2, 2, 3});
    CHECK(*ten.counts == LevelCounts{{OptionId{"low"}, 2},
                                     {OptionId{"foundation"}, 5},
                                     {OptionId{"intermediate"}, 2},
                                     {OptionId{"advanced"}, 1}});
    CHECK(ten.level == std::size_t{1});
    CHECK_FALSE(ten.figures.percent.has_value());
    // One at each of four levels among at least five answers of ten: add one at the second; median of
    // 0 1 1 2 3 is the second. With 0 0 1 1 2 3 both middles are at the second as well.
    CHECK(scored({0, 1, 1, 2, 3}).level == std::size_t{1});
    CHECK(scored({0, 0, 0, 1, 1, 1}).level == std::size_t{0});  // two middles, 0 and 1: the lower
    CHECK_FALSE(scored({3, 3, 3, 3}).level.has_value());        // 4 of 10 are too few
  }
}

TEST_SUITE("profile") {
  TEST_CASE("T8: the gap is required minus reached; a surplus is negative") {
    // Five domains of one item; levels 0 to 4 by percentages 0, 25, 50, 75 and 100.
    std::string yaml = sample_head;
    yaml.replace(yaml.find("levels:\n"), yaml.find("scoring:") - yaml.find("levels:\n"), R"(levels:
  - {id: not_yet, from: 0, label: {en: N, cy: Nn}}
  - {id: awareness, from: 25, label: {en: A, cy: Aa}}
  - {id: working, from: 50, label: {en: W, cy: Ww}}
  - {id: practitioner, from: 75, label: {en: P, cy: Pp}}
  - {id: expert, from: 100, label: {en: E, cy: Ee}}
)");
    yaml +=
        "profiles: {clinical: {d1: practitioner, d2: working, d3: working, d4: expert, d5: "
        "awareness}}\ndomains:\n";
    for (int i = 1; i <= 5; ++i)
      yaml += domain(fmt::format("d{}", i), scored_item(fmt::format("q{}", i), {"0", "1", "2", "3", "4"}));
    const QuestionBank bank = tests::parsed(yaml);
    const auto gaps = [&](const char* role) {
      Session session = start_session(bank, RoleId{role}, 0);
      int number = 0;
      for (const char* option : {"s2", "s3", "s2", "s2", "s0"}) {
        session = choose(bank, session, ItemId{fmt::format("q{}", ++number)}, OptionId{option});
      }
      std::vector<std::optional<int>> all;
      for (const DomainScore& one : score(bank, session).domains) all.push_back(one.gap);
      return all;
    };
    CHECK(gaps("clinical") == std::vector<std::optional<int>>{1, -1, 0, 2, 1});
    CHECK(gaps("support") == std::vector<std::optional<int>>(5));
  }

  TEST_CASE("profiles name roles, domains and levels that exist") {
    std::string yaml = yaml_with("{rule: percent}", scored_items(4, {"0", "1", "2", "3"}));
    yaml.insert(yaml.find("domains:"), "profiles: {clinicall: {d: low}, support: {e: low, d: lowest}}\n");
    CHECK(rule_faults(yaml) ==
          Lines{"b:24:12: error: unknown key 'clinicall'; did you mean 'clinical'?",
                "b:24:43: error: unknown key 'e'; did you mean 'd'?",
                "b:24:54: error: level cannot be 'lowest'; use low, foundation, intermediate, advanced"});
  }
}

TEST_SUITE("capped_floor") {
  TEST_CASE("T9: floor after the sum, never above the cap") {
    const auto steps = [](const std::vector<std::string>& scores) {
      std::string items;
      std::vector<int> values;
      for (std::size_t i = 0; i < scores.size(); ++i) {
        items += scored_item(fmt::format("q{}", i + 1), {scores[i], "100"});
        values.push_back(0);
      }
      return self_score(bank_with("{rule: capped_floor, step: 8, cap: 7}", items), values).steps;
    };
    CHECK(steps({"7.99"}) == 0);
    CHECK(steps({"8"}) == 1);
    CHECK(steps({"29.9"}) == 3);
    CHECK(steps({"60.4"}) == 7);
    CHECK(steps({"3.6", "4.5"}) == 1);  // 8.1; floor(3.6) + floor(4.5) would be 7
  }
}

TEST_SUITE("pass_mark") {
  TEST_CASE("T10: a mark of 85 is decided on the exact percentage") {
    const auto attained = [](int right, int all) {
      const QuestionBank bank = bank_with("{rule: pass_mark, from: 85}", scored_items(all, yes_no));
      std::vector<int> values = repeated(0, all);
      std::fill_n(values.begin(), right, 1);
      return self_score(bank, values).attained;
    };
    CHECK(attained(17, 20) == Attainment::passed);  // 85.0
    CHECK(attained(16, 20) == Attainment::failed);
    CHECK(attained(22, 26) == Attainment::failed);  // 84.6154, not rounded up
    CHECK(attained(23, 27) == Attainment::passed);  // 85.1852
  }

  TEST_CASE("too few answers decide nothing") {
    const QuestionBank bank = bank_with("{rule: pass_mark, from: 85}", scored_items(4, yes_no));
    CHECK(self_score(bank, {1}).attained == Attainment::undetermined);
  }
}

TEST_SUITE("rules in a bank") {
  TEST_CASE("a domain may have a rule of its own") {
    std::string yaml = yaml_with("{rule: percent}", scored_items(4, {"0", "1", "2", "3"}));
    yaml += "  - id: e\n    title: {en: E, cy: Ee}\n    scoring: {rule: all_of, reach: s1}\n    items:\n" +
            scored_item("own", yes_no);
    const QuestionBank bank = tests::parsed(yaml);
    CHECK(bank.domains[0].rule.kind == RuleKind::percent);
    CHECK(bank.domains[1].rule.kind == RuleKind::all_of);
    Session session = start_session(bank, RoleId{"clinical"}, 0);
    session = choose(bank, session, ItemId{"own"}, OptionId{"s1"});
    const ResultRecord record = make_record(bank, session, score(bank, session));
    CHECK_FALSE(record.domains[0].attained.has_value());
    CHECK(record.domains[1].attained == "attained");
    CHECK_FALSE(record.domains[1].percent_tenths.has_value());
  }

  TEST_CASE("unknown rules and keys of other rules are named") {
    const std::string items = scored_items(4, {"0", "1", "2", "3"});
    CHECK(rule_faults(yaml_with("{rule: percnt}", items)) ==
          Lines{"b:23:17: error: rule cannot be 'percnt'; did you mean 'percent'?"});
    CHECK(rule_faults(yaml_with("{rule: eap}", items)) ==
          Lines{"b:23:17: error: the rule 'eap' is not supported yet"});
    CHECK(rule_faults(yaml_with("{rule: percent, cap: 3}", items)) ==
          Lines{"b:23:26: error: unknown key 'cap'"});
    CHECK(rule_faults(yaml_with("{rule: capped_floor, step: 0, cap: 3}", items)).size() == 1);
    CHECK(rule_faults(yaml_with("percent", items)).size() == 1);
  }
}
