// A bank tried out on synthetic people: what is counted, and that known truths come out.
#include "assessment/statistics/bank_simulation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

#include "assessment/bank/working_time.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/scoring/score_lookup.hpp"
#include "tests/sample_banks.hpp"

using namespace assessment;
using tests::domain;
using tests::ratings;
using tests::sample_head;

namespace {

// Conditions on roles, languages, answers and scores, in two domains with both measures.
const QuestionBank& branching() {
  static const QuestionBank bank =
      tests::parsed(sample_head + "domains:\n" + domain("safety", ratings("lock", 4) + R"(
      - {id: taught, type: rating, scale: confidence, show_if: "lock1 == teach", prompt: {en: Taught, cy: Dysgu}}
      - {id: welsh, type: rating, scale: confidence, show_if: language == cy, prompt: {en: Welsh, cy: Cymraeg}}
      - id: sender
        type: single
        measures: knowledge
        not_sure: true
        confidence: true
        prompt: {en: "What first?", cy: "Beth gyntaf?"}
        options:
          - {id: address, correct: true, label: {en: The address, cy: Y cyfeiriad}}
          - {id: greeting, label: {en: The greeting, cy: Y cyfarchiad}}
)") + domain("data", ratings("data", 3) + R"(
      - {id: weak, type: rating, scale: confidence, show_if: percent(safety) < 50, prompt: {en: Weak, cy: Gwan}}
      - {id: mine, type: rating, scale: confidence, show_if: role == support, required: false, prompt: {en: Mine, cy: Fy un}}
      - id: places
        type: multiple
        measures: knowledge
        credit: partial
        prompt: {en: "Where?", cy: "Ble?"}
        options:
          - {id: with_me, correct: true, label: {en: With me, cy: Gyda mi}}
          - {id: locked, correct: true, label: {en: Locked, cy: Dan glo}}
          - {id: desk, label: {en: On the desk, cy: Ar y ddesg}}
)"));
  return bank;
}

BankSimulation simulated(const QuestionBank& bank, const BankSimulationPlan& plan) {
  return simulate_bank(bank, plan, [](std::int64_t) {});
}

// One domain with ratings on the scale 0 .. 3 and the given text for its rule.
std::string with_rule(const std::string& rule, const std::string& items) {
  return sample_head + "domains:\n  - id: safety\n    title: {en: Safety, cy: Diogel}\n    scoring: " + rule +
         "\n    items:\n" + items;
}

std::vector<std::string> subjects(const QuestionBank& bank, const BankSimulation& simulation,
                                  const std::string& code) {
  std::vector<std::string> found;
  for (const SimulationFinding& finding : findings_of(bank, simulation)) {
    if (finding.code == code) found.push_back(finding.subject);
  }
  return found;
}

}  // namespace

TEST_SUITE("a visit that only goes forward") {
  TEST_CASE("sees the items, and gets the score, of the visit page by page") {
    const QuestionBank& bank = branching();
    const SyntheticPeople people(bank);
    const ScoreLookup scores = score_lookup(bank);
    Random chance(11);
    for (int i = 0; i < 300; ++i) {
      const SyntheticVisit visit = people.visit(chance);
      CHECK(route(bank, visit.session, scores) == visit.on_route.shown);

      // The same answers again, each when its page comes, by the functions the kiosk uses.
      Session session = start_session(bank, visit.session.role, visit.session.seed);
      session.language = visit.session.language;
      std::vector<std::size_t> seen;
      while (true) {
        if (session.step == 0) seen.push_back(session.position);
        session.answers[session.position] = visit.session.answers[session.position];
        session.sureness[session.position] = visit.session.sureness[session.position];
        const auto next = next_page(bank, session, scores);
        if (!next) break;
        session = *next;
      }
      CHECK(seen == visit.on_route.shown);
      CHECK(session == visit.session);
      CHECK(score(bank, session) == score(bank, visit.session, visit.on_route.shown));
    }
  }

  TEST_CASE("stays on the last page at the end") {
    const QuestionBank bank = tests::parsed(tests::two_domains);
    Session session = start_session(bank, RoleId{"clinical"}, 1);
    RouteSoFar so_far;
    session.position = extend_route(bank, session, nullptr, so_far).value();
    int pages = 1;
    while (go_on(bank, session, nullptr, so_far)) ++pages;
    CHECK(pages == 7);
    const Session last = session;
    CHECK_FALSE(go_on(bank, session, nullptr, so_far));
    CHECK(session == last);
  }
}

TEST_SUITE("a simulated bank") {
  TEST_CASE("is the same for the same seed, and another for another") {
    const BankSimulation one = simulated(branching(), {.respondents = 400, .seed = 5});
    CHECK(one == simulated(branching(), {.respondents = 400, .seed = 5}));
    CHECK(one.domains != simulated(branching(), {.respondents = 400, .seed = 6}).domains);
  }

  TEST_CASE("people without noise always get their true level, and with it they do not") {
    const auto misclassified = [](double noise) {
      const BankSimulation all = simulated(branching(), {.respondents = 500, .seed = 3, .noise = noise});
      std::int64_t sum = all.overall.misclassified;
      for (const SimulatedDomain& one : all.domains) {
        CHECK(one.self->compared > 490);
        CHECK(one.knowledge->compared == 500);
        sum += one.self->misclassified + one.knowledge->misclassified;
      }
      return sum;
    };
    CHECK(misclassified(0) == 0);
    CHECK(misclassified(usual_noise) > 100);
  }

  TEST_CASE("counts people and answers so that they add up") {
    const BankSimulation all = simulated(branching(), {.respondents = 1000, .seed = 4});
    std::map<std::string, SimulatedItem> items;
    std::int64_t shown = 0;
    for (const SimulatedItem& item : all.items) {
      items[item.id.text] = item;
      shown += item.shown;
      CHECK(item.answered <= item.shown);
      CHECK(item.not_applicable <= item.answered);
    }
    CHECK(all.length.sum == shown);
    CHECK(all.length.least >= 9);  // lock1 to lock4, sender, data1 to data3, places
    CHECK(all.length.most <= 13);  // and taught, welsh, weak, mine
    CHECK(items["lock1"].shown == 1000);
    CHECK(items["lock1"].not_applicable > 10);  // 30 expected, standard deviation 5.4
    CHECK(items["lock1"].not_applicable < 50);
    CHECK(items["sender"].not_sure > 100);  // 150 expected: half do not know, of them 3 in 10 say so
    CHECK(items["sender"].not_sure < 200);
    CHECK(items["sender"].not_applicable == 0);           // on a knowledge item "not sure" scores 0
    CHECK(items["mine"].answered < items["mine"].shown);  // it may be passed over
    CHECK(items["welsh"].shown > 400);                    // half of the people
    for (const SimulatedDomain& one : all.domains) {
      std::int64_t people = one.self->without_outcome;
      for (const SimulatedOutcome& outcome : one.self->outcomes) people += outcome.people;
      CHECK(people == one.self->asked);
    }
    CHECK(all.domains[0].self->alpha.value() > ratio(1, 2));
    CHECK(all.domains[0].self->complete < 500);              // lock1 to lock4, taught and welsh
    CHECK(all.domains[0].knowledge->alpha == std::nullopt);  // a single item
  }

  TEST_CASE("a person's minutes are those of the checker's formula, times their pace") {
    const QuestionBank bank = tests::parsed(tests::two_domains);  // no conditions: everyone sees all
    Random chance(8);
    const SyntheticPerson person = SyntheticPeople(bank).person(chance);
    // English: prompts 5 * 4, a scale 12, a question 5 + 4 + 4, a question 5 + 2 + 2 + 3 + 3. Welsh: 5 * 3,
    // 16, 6 + 4 + 4, 5 + 2 + 2 + 3 + 4. Five ratings of 5 s, two questions of 15 s.
    const std::int64_t words =
        bank.languages[person.language] == "en" ? 20 + 12 + 13 + 15 : 15 + 16 + 14 + 16;
    const std::int64_t tenths = (3 * words + 5 * 50 + 2 * 150) * person.pace / 1000;
    const std::int64_t seconds = (tenths + 9) / 10;
    const SimulatedTime time = simulated(bank, {.respondents = 1, .seed = 8}).time;
    CHECK(time == SimulatedTime{.median = seconds, .ninetieth = seconds});
  }
}

TEST_SUITE("findings") {
  TEST_CASE("an item that could be shown but is not is named") {
    // Six ratings of one standing that go up and down: a program that checks conditions sees a way, people
    // do not take it.
    const QuestionBank bank =
        tests::parsed(sample_head + "domains:\n" + domain("safety", ratings("lock", 6) + R"(
      - id: hidden
        type: rating
        scale: confidence
        show_if: lock1 == not_yet and lock2 == teach and lock3 == not_yet and lock4 == teach and lock5 == not_yet and lock6 == teach
        prompt: {en: Hidden, cy: Cudd}
)"));
    const BankSimulation simulation = simulated(bank, {.respondents = 500, .seed = 1});
    CHECK(subjects(bank, simulation, "item-never-shown") == std::vector<std::string>{"hidden"});
    CHECK(findings_of(bank, simulation).front().text == "nobody is shown 'hidden'");
  }

  TEST_CASE("a level that routing keeps everyone from is named") {
    // Two items give 6 points together, but nobody who has any for the first is shown the second.
    const QuestionBank bank =
        tests::parsed(with_rule("{rule: sum, levels: [{id: few, from: 0, label: {en: Few, cy: Ychydig}}, "
                                "{id: many, from: 5, label: {en: "
                                "Many, cy: Llawer}}]}",
                                ratings("lock", 1) + "      - {id: more, type: rating, scale: confidence, "
                                                     "show_if: lock1 == not_yet, prompt: {en: More, cy: "
                                                     "Mwy}}\n"));
    const BankSimulation simulation = simulated(bank, {.respondents = 500, .seed = 1});
    CHECK(simulation.domains[0].self->outcomes[1] == SimulatedOutcome{.id = "many"});
    CHECK(subjects(bank, simulation, "outcome-never") == std::vector<std::string>{"safety.self.many"});
  }

  TEST_CASE("a bank that takes longer than it says is told so") {
    QuestionBank bank = tests::parsed(tests::two_domains);
    bank.minutes = 1;  // 5 ratings of at least 6 s, two questions of at least 10 s: about a minute
    const BankSimulation simulation = simulated(bank, {.respondents = 200, .seed = 1});
    CHECK(subjects(bank, simulation, "longer-than-stated") == std::vector<std::string>{"minutes"});
    bank.minutes = 2;
    CHECK(subjects(bank, simulation, "longer-than-stated").empty());
  }

  TEST_CASE("rules without levels have their own outcomes, and a true one among them") {
    for (const auto& [rule, wanted] : std::vector<std::pair<std::string, std::vector<std::string>>>{
             {"{rule: pass_mark, from: 60}", {"failed", "passed"}},
             {"{rule: all_of, reach: alone}", {"not_attained", "attained"}},
             {"{rule: capped_floor, step: 3, cap: 2}", {"0", "1", "2"}}}) {
      const QuestionBank bank = tests::parsed(with_rule(rule, ratings("lock", 3)));
      const BankSimulation simulation = simulated(bank, {.respondents = 300, .seed = 2, .noise = 0});
      const SimulatedResult& result = simulation.domains[0].self.value();
      std::vector<std::string> ids;
      for (const SimulatedOutcome& outcome : result.outcomes) {
        ids.push_back(outcome.id);
        CHECK(outcome.people > 0);
        CHECK(outcome.true_people == outcome.people);
      }
      CHECK(ids == wanted);
      CHECK(result.misclassified == 0);
    }
  }
}
