#include "assessment/statistics/simulation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "assessment/bank/schema.hpp"
#include "assessment/results/batch_reader.hpp"
#include "assessment/results/record.hpp"
#include "assessment/results/storage_memory.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/session/progress.hpp"
#include "assessment/statistics/synthetic_person.hpp"
#include "tests/sample_banks.hpp"

using namespace assessment;

namespace {

const QuestionBank& small_bank() {
  static const QuestionBank bank = parse_bank(R"(
format: 1
id: ward-basics
version: 1.0.0
title: Ward basics
languages: [en]
licence: CC-BY-4.0
minutes: 4
roles: [{id: clinical, label: Clinical}, {id: support, label: Support}]
scales:
  confidence:
    - {id: not_yet, score: 0, label: Not yet}
    - {id: with_help, score: 1, label: With help}
    - {id: alone, score: 2, label: Alone}
    - {id: not_mine, not_applicable: true, label: Not mine}
levels: [{id: developing, from: 0, label: Developing}, {id: capable, from: 50, label: Capable}]
scoring: {rule: percent, minimum_answered: 0.5, overall: mean_of_domains}
domains:
  - id: safety
    title: Staying safe
    items:
      - {id: lock_screen, type: rating, scale: confidence, prompt: I lock the screen.}
      - {id: tidy_desk, type: rating, scale: confidence, required: false, prompt: I tidy my desk.}
      - id: phishing
        type: single
        measures: knowledge
        not_sure: true
        prompt: What do you do with it?
        options: [{id: open, label: Open it}, {id: report, label: Report it, correct: true}]
      - id: after_it
        type: multiple
        measures: knowledge
        credit: partial
        prompt: And then?
        options:
          - {id: tell, label: Tell, correct: true}
          - {id: change, label: Change the password, correct: true}
          - {id: hide, label: Hide it}
)",
                                              "small.yaml")
                                       .value();
  return bank;
}

// How often `option` was chosen for `item` in `count` visits.
int times_chosen(const char* item, const char* option, int count) {
  Random chance(3);
  int times = 0;
  for (int i = 0; i < count; ++i) {
    times +=
        is_chosen(simulate_visit(small_bank(), chance), tests::item_of(small_bank(), item), OptionId{option})
            ? 1
            : 0;
  }
  return times;
}

struct Played {
  MemoryStorage storage{};
  SimulationSummary summary{};
  std::size_t waiting = 0;
};

Played play(std::uint64_t seed, int respondents, int visits_per_day) {
  Played played;
  SimulationChance chance(seed);
  auto pool = Pool::open(played.storage, chance.kiosk).value();
  const SimulationPlan plan{respondents, visits_per_day, {2026, 12, 30}};
  played.summary =
      simulate_days(small_bank(), built_in_campaign(), plan, pool, played.storage, chance, [](int) {
      }).value();
  for (const PoolGroup& group : pool.content().groups) played.waiting += group.records.size();
  return played;
}

// Names and bytes of the batches.
std::map<std::string, std::string> batches_of(const Played& played) {
  std::map<std::string, std::string> batches;
  for (const auto& [name, file] : played.storage.files()) {
    if (name.starts_with("batches/")) batches[name] = file.bytes;
  }
  return batches;
}

}  // namespace

TEST_SUITE("a synthetic visit") {
  TEST_CASE("stands on the last item, with every required item answered") {
    Random chance(5);
    for (int i = 0; i < 200; ++i) {
      const Session session = simulate_visit(small_bank(), chance);
      CHECK(session.position == 3);
      for (const char* item : {"lock_screen", "phishing", "after_it"})
        CHECK(answer_to(session, tests::item_of(small_bank(), item)));
      CHECK(find_role(small_bank(), session.role));
    }
  }

  TEST_CASE("is the same for the same seed, and another for another") {
    Random first(5), again(5), other(6);
    std::vector<Session> one, two, three;
    for (int i = 0; i < 20; ++i) {
      one.push_back(simulate_visit(small_bank(), first));
      two.push_back(simulate_visit(small_bank(), again));
      three.push_back(simulate_visit(small_bank(), other));
    }
    CHECK(one == two);
    CHECK(one != three);
  }

  TEST_CASE("gives every kind of answer now and then") {
    for (const auto& [item, option] : {std::pair{"lock_screen", "not_yet"},
                                       {"lock_screen", "with_help"},
                                       {"lock_screen", "alone"},
                                       {"lock_screen", "not_mine"},
                                       {"phishing", "open"},
                                       {"phishing", "report"},
                                       {"phishing", "not_sure"},
                                       {"after_it", "tell"},
                                       {"after_it", "hide"}}) {
      CAPTURE(item);
      CAPTURE(option);
      CHECK(times_chosen(item, option, 400) > 0);
      CHECK(times_chosen(item, option, 400) < 400);
    }
  }

  TEST_CASE("passes over about one in ten of what is not required") {
    Random chance(9);
    int answered = 0;
    for (int i = 0; i < 1000; ++i) {
      if (answer_to(simulate_visit(small_bank(), chance), tests::item_of(small_bank(), "tidy_desk")))
        ++answered;
    }
    CHECK(answered > 860);  // 900 expected, standard deviation 9.5
    CHECK(answered < 940);
  }

  TEST_CASE("of someone who rates themselves high is more often right") {
    Random chance(13);
    int right_low = 0, all_low = 0, right_high = 0, all_high = 0;
    for (int i = 0; i < 1000; ++i) {
      const Session session = simulate_visit(small_bank(), chance);
      const int right =
          is_chosen(session, tests::item_of(small_bank(), "phishing"), OptionId{"report"}) ? 1 : 0;
      if (is_chosen(session, tests::item_of(small_bank(), "lock_screen"), OptionId{"not_yet"}))
        ++all_low, right_low += right;
      if (is_chosen(session, tests::item_of(small_bank(), "lock_screen"), OptionId{"alone"}))
        ++all_high, right_high += right;
    }
    CHECK(right_high * all_low > right_low * all_high);
  }
}

TEST_SUITE("simulated days") {
  TEST_CASE("40 visits at 10 a day: three batches of ten, and ten results wait") {
    // Due is a batch from 15 results on. Start of day 1: 0, day 2: 10, day 3: 20 -> 10 leave, day 4:
    // 20 -> 10 leave, the day after: 20 -> 10 leave.
    const Played played = play(1, 40, 10);
    CHECK(played.summary == SimulationSummary{.visits = 40, .days = 4, .batches = 3});
    CHECK(played.waiting == 10);
    const auto batches = batches_of(played);
    CHECK(batches.size() == 3);
    for (const auto& [name, bytes] : batches) {
      int records = 0;
      const auto header = read_batch(bytes, name, [&](const BatchRecord&) { ++records; });
      REQUIRE(header);
      CHECK(records == 10);
      CHECK(std::get<BatchHeader>(*header).respondents == Respondents::synthetic);
    }
  }

  TEST_CASE("a day's leftovers of visitors come on a last, shorter day") {
    const Played played = play(1, 25, 10);
    CHECK(played.summary.visits == 25);
    CHECK(played.summary.days == 3);
  }

  TEST_CASE("nobody at all leaves no batch") {
    CHECK(play(1, 0, 10).summary == SimulationSummary{});
  }

  TEST_CASE("equal seeds give equal batches, names and all; another seed gives others") {
    const auto batches = batches_of(play(8, 60, 10));
    CHECK(batches == batches_of(play(8, 60, 10)));
    CHECK(batches != batches_of(play(9, 60, 10)));
  }
}

TEST_SUITE("days") {
  TEST_CASE("follow each other over months, leap days and years") {
    CHECK(day_after({2026, 10, 1}) == Date{2026, 10, 2});
    CHECK(day_after({2026, 11, 30}) == Date{2026, 12, 1});
    CHECK(day_after({2026, 12, 31}) == Date{2027, 1, 1});
    CHECK(day_after({2028, 2, 28}) == Date{2028, 2, 29});
    CHECK(day_after({2028, 2, 29}) == Date{2028, 3, 1});
    CHECK(day_after({2100, 2, 28}) == Date{2100, 3, 1});
  }
}
