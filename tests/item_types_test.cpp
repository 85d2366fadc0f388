// Every type of item: how it is answered, scored and recorded.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "assessment/results/record.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/scoring/score_lookup.hpp"
#include "assessment/scoring/shown_items.hpp"
#include "assessment/session/routing.hpp"
#include "assessment/session/shown_options.hpp"
#include "tests/printing.hpp"
#include "tests/sample_banks.hpp"

using namespace assessment;

namespace {

// One domain: a rating, then one item of each type with parts, all of them knowledge.
const std::string all_types = tests::sample_head + "domains:\n" + tests::domain("safety", R"(
      - {id: read_me, type: note, prompt: {en: Now some tasks., cy: Nawr rhai tasgau.}}
      - {id: lock, type: rating, scale: confidence, prompt: {en: I lock it., cy: Rwy'n ei gloi.}}
      - id: steps
        type: order
        credit: pairs
        measures: knowledge
        not_sure: true
        prompt: {en: Put these in order., cy: Rhowch y rhain mewn trefn.}
        options:
          - {id: a, label: {en: First, cy: Cyntaf}}
          - {id: b, label: {en: Second, cy: Ail}}
          - {id: c, label: {en: Third, cy: Trydydd}}
          - {id: d, label: {en: Fourth, cy: Pedwerydd}}
      - id: pairs
        type: match
        credit: partial
        measures: knowledge
        prompt: {en: Join them., cy: Cysylltwch nhw.}
        pairs:
          - {left: {id: l1, label: {en: L1, cy: C1}}, right: {id: r1, label: {en: R1, cy: D1}}}
          - {left: {id: l2, label: {en: L2, cy: C2}}, right: {id: r2, label: {en: R2, cy: D2}}}
          - {left: {id: l3, label: {en: L3, cy: C3}}, right: {id: r3, label: {en: R3, cy: D3}}}
      - id: fever
        type: number
        measures: knowledge
        not_sure: true
        unit: "°C"
        decimals: 1
        accept: [{from: 36, to: 37.5}, {from: 40, to: 40}]
        prompt: {en: "What is normal?", cy: "Beth sy'n arferol?"}
      - id: spot
        type: hotspot
        measures: knowledge
        confidence: true
        not_sure: true
        prompt: {en: Touch the link., cy: Cyffyrddwch y ddolen.}
        scene:
          kind: message
          title: {en: Inbox, cy: Mewnflwch}
          regions:
            - {id: greeting, role: text, at: [4, 6, 92, 9], text: {en: Dear all, cy: Annwyl bawb}}
            - {id: link, role: link, at: [4, 20, 40, 9.5], correct: true, text: {en: Sign in, cy: Mewngofnodi}}
      - id: work
        type: task
        measures: knowledge
        prompt: {en: Find the record., cy: Canfod y cofnod.}
        steps:
          - id: search
            prompt: {en: "Where do you begin?", cy: "Ble ydych chi'n dechrau?"}
            scene:
              kind: record
              title: {en: Records, cy: Cofnodion}
              regions:
                - {id: box, role: field, at: [0, 0, 50, 10], correct: true, text: {en: Search, cy: Chwilio}}
                - {id: help, role: button, at: [50, 0, 50, 10], text: {en: Help, cy: Cymorth}}
          - id: check
            prompt: {en: "What do you check?", cy: "Beth ydych chi'n ei wirio?"}
            score: 3
            options:
              - {id: number, correct: true, label: {en: NHS number, cy: Rhif GIG}}
              - {id: colour, label: {en: The colour, cy: Y lliw}}
)");

QuestionBank bank_of_all_types() {
  return tests::parsed(all_types);
}

const Item& item_of(const QuestionBank& bank, const char* id) {
  return bank.items[*find_item(bank, ItemId{id})];
}

Session started(const QuestionBank& bank) {
  return start_session(bank, RoleId{"clinical"}, 7);
}

Session placed(const QuestionBank& bank, const std::string& letters) {
  Session session = started(bank);
  for (const char letter : letters)
    session = choose(bank, session, ItemId{"steps"}, OptionId{std::string(1, letter)});
  return session;
}

Session typed(const QuestionBank& bank, const std::string& keys) {
  Session session = started(bank);
  for (const char key : keys) session = type_key(bank, session, ItemId{"fever"}, key);
  return session;
}

std::string display(const QuestionBank& bank, const Session& session) {
  const Answer* answer = answer_to(session, item_of(bank, "fever"));
  return answer ? answer->typed : "";
}

Rational points(const QuestionBank& bank, const Session& session, const char* item) {
  return score_answer(bank, item_of(bank, item), *complete_answer(bank, session, item_of(bank, item))).points;
}

std::vector<std::string> ids(const std::vector<ShownOption>& shown) {
  std::vector<std::string> all;
  for (const ShownOption& option : shown) all.push_back(option.id.text);
  return all;
}

}  // namespace

TEST_CASE("order: the right row scores 1, and by pairs each right neighbour its share") {
  const QuestionBank bank = bank_of_all_types();
  // Neighbours of a b c d: ab, bc, cd; three of them.
  CHECK(points(bank, placed(bank, "abcd"), "steps") == 1);
  CHECK(points(bank, placed(bank, "cdab"), "steps") == ratio(2, 3));  // cd, ab
  CHECK(points(bank, placed(bank, "dabc"), "steps") == ratio(2, 3));  // ab, bc
  CHECK(points(bank, placed(bank, "acbd"), "steps") == 0);
  CHECK(points(bank, placed(bank, "dcba"), "steps") == 0);  // neighbours, but the other way round

  QuestionBank strict = bank;
  std::get<OrderItem>(strict.items[*find_item(bank, ItemId{"steps"})].type).credit = Credit::all;
  CHECK(points(strict, placed(strict, "abcd"), "steps") == 1);
  CHECK(points(strict, placed(strict, "dabc"), "steps") == 0);
}

TEST_CASE("order: placed, taken out and moved; an answer only when every step is placed") {
  const QuestionBank bank = bank_of_all_types();
  const Item& item = item_of(bank, "steps");
  Session session = placed(bank, "bac");
  CHECK(complete_answer(bank, session, item) == nullptr);
  session = choose(bank, session, item.id, OptionId{"a"});  // taken out again
  CHECK(answer_to(session, item)->chosen == std::vector{OptionId{"b"}, OptionId{"c"}});
  session = choose(bank, choose(bank, session, item.id, OptionId{"d"}), item.id, OptionId{"a"});
  CHECK(complete_answer(bank, session, item)->chosen ==
        std::vector{OptionId{"b"}, OptionId{"c"}, OptionId{"d"}, OptionId{"a"}});

  session = move_placed(bank, session, item.id, OptionId{"a"}, -1);
  CHECK(answer_to(session, item)->chosen ==
        std::vector{OptionId{"b"}, OptionId{"c"}, OptionId{"a"}, OptionId{"d"}});
  const Session unchanged = move_placed(bank, session, item.id, OptionId{"b"}, -1);
  CHECK(unchanged == session);

  session = choose(bank, session, item.id, not_sure_option);
  CHECK(answer_to(session, item)->chosen == std::vector{not_sure_option});
  session = choose(bank, session, item.id, OptionId{"c"});  // any step clears "not sure"
  CHECK(answer_to(session, item)->chosen == std::vector{OptionId{"c"}});
}

TEST_CASE("match: pairs are made, remade and undone; each right one has its share") {
  const QuestionBank bank = bank_of_all_types();
  const Item& item = item_of(bank, "pairs");
  const auto joined = [&](std::vector<std::pair<const char*, const char*>> pairs) {
    Session session = started(bank);
    for (const auto& [left, right] : pairs)
      session = join(bank, session, item.id, OptionId{left}, OptionId{right});
    return session;
  };
  CHECK(points(bank, joined({{"l1", "r1"}, {"l2", "r2"}, {"l3", "r3"}}), "pairs") == 1);
  CHECK(points(bank, joined({{"l1", "r1"}, {"l2", "r3"}, {"l3", "r2"}}), "pairs") == ratio(1, 3));
  CHECK(points(bank, joined({{"l1", "r2"}, {"l2", "r3"}, {"l3", "r1"}}), "pairs") == 0);

  Session session = joined({{"l2", "r1"}, {"l1", "r1"}});  // r1 moves from l2 to l1
  CHECK(answer_to(session, item)->joined == std::vector{Join{OptionId{"l1"}, OptionId{"r1"}}});
  CHECK(complete_answer(bank, session, item) == nullptr);
  session = joined({{"l2", "r1"}, {"l2", "r1"}});  // the same again undoes it
  CHECK(answer_to(session, item) == nullptr);
}

TEST_CASE("number: the keypad makes numbers only, and both ends of a range are accepted") {
  const QuestionBank bank = bank_of_all_types();
  CHECK(display(bank, typed(bank, "36.55")) == "36.5");  // one decimal
  CHECK(display(bank, typed(bank, "00")) == "0");
  CHECK(display(bank, typed(bank, "07")) == "7");
  CHECK(display(bank, typed(bank, ".5")) == "5");  // a number begins with a digit
  CHECK(display(bank, typed(bank, "1234567890")) == "123456789");
  CHECK(display(bank, typed(bank, "36.<<<")).empty());
  CHECK(answer_to(typed(bank, "3<"), item_of(bank, "fever")) == nullptr);

  CHECK(points(bank, typed(bank, "36"), "fever") == 1);
  CHECK(points(bank, typed(bank, "37.5"), "fever") == 1);
  CHECK(points(bank, typed(bank, "37.6"), "fever") == 0);
  CHECK(points(bank, typed(bank, "40."), "fever") == 1);  // 40
  CHECK(points(bank, typed(bank, "35.9"), "fever") == 0);
}

TEST_CASE("hotspot: a region is chosen like an option") {
  const QuestionBank bank = bank_of_all_types();
  const Session right = choose(bank, started(bank), ItemId{"spot"}, OptionId{"link"});
  CHECK(points(bank, right, "spot") == 1);
  CHECK(points(bank, choose(bank, right, ItemId{"spot"}, OptionId{"greeting"}), "spot") == 0);
  const auto& spot = std::get<HotspotItem>(item_of(bank, "spot").type);
  CHECK(spot.scene.regions[1].at == Rectangle{4, 20, 40, 9.5});
  CHECK(spot.scene.regions[1].role == RegionRole::link);
  CHECK(spot.scene.regions.size() == spot.options.size());
}

TEST_CASE("task: a page a step, and each step its own score") {
  const QuestionBank bank = bank_of_all_types();
  const Item& work = item_of(bank, "work");
  CHECK(highest_score(bank, work) == 4);  // 1 for the scene, 3 for the options
  Session session = choose(bank, started(bank), work.id, OptionId{"help"}, 0);
  CHECK(complete_answer(bank, session, work) == nullptr);
  session = choose(bank, session, work.id, OptionId{"number"}, 1);
  CHECK(points(bank, session, "work") == 3);
  session = choose(bank, session, work.id, OptionId{"box"}, 0);
  CHECK(points(bank, session, "work") == 4);
}

TEST_CASE("pages: steps and the question how sure one is come one after the other, both ways") {
  const QuestionBank bank = bank_of_all_types();
  const auto scores = score_lookup(bank);
  Session session = choose(bank, started(bank), ItemId{"spot"}, OptionId{"link"});
  session.position = *find_item(bank, ItemId{"spot"});
  session = *next_page(bank, session, scores);
  CHECK(is_on_sureness(bank, session));
  CHECK(is_answer_missing(bank, session));
  session = say_sureness(session, item_of(bank, "spot"), sureness_options[2]);
  CHECK_FALSE(is_answer_missing(bank, session));

  session = *next_page(bank, session, scores);
  CHECK(bank.items[session.position].id.text == "work");
  CHECK(session.step == 0);
  CHECK(is_answer_missing(bank, session));
  session = *next_page(bank, choose(bank, session, ItemId{"work"}, OptionId{"box"}, 0), scores);
  CHECK(session.step == 1);
  CHECK(is_answer_missing(bank, session));
  CHECK_FALSE(next_page(bank, session, scores).has_value());

  session = *previous_page(bank, *previous_page(bank, session, scores), scores);
  CHECK(is_on_sureness(bank, session));
  CHECK(bank.items[session.position].id.text == "spot");

  // Nobody is asked how sure they are that they are not sure.
  session = choose(bank, session, ItemId{"spot"}, not_sure_option);
  session.step = 0;
  CHECK(bank.items[next_page(bank, session, scores)->position].id.text == "work");
}

TEST_CASE("first_missing names the step that has no answer") {
  const QuestionBank bank = bank_of_all_types();
  Session session = choose(bank, started(bank), ItemId{"lock"}, OptionId{"alone"});
  session = placed(bank, "abcd");
  session = choose(bank, session, ItemId{"lock"}, OptionId{"alone"});
  for (const char* n : {"1", "2", "3"})
    session =
        join(bank, session, ItemId{"pairs"}, OptionId{std::string("l") + n}, OptionId{std::string("r") + n});
  for (const char key : std::string("37")) session = type_key(bank, session, ItemId{"fever"}, key);
  session = choose(bank, session, ItemId{"spot"}, not_sure_option);
  session = choose(bank, session, ItemId{"work"}, OptionId{"number"}, 1);  // the second step only
  const auto missing = first_missing(bank, session, score_lookup(bank));
  REQUIRE(missing.has_value());
  CHECK(bank.items[missing->position].id.text == "work");
  CHECK(missing->step == 0);
}

TEST_CASE("a note is shown and asks nothing") {
  const QuestionBank bank = bank_of_all_types();
  Session session = started(bank);
  CHECK(bank.items[session.position].id.text == "read_me");
  CHECK_FALSE(is_answer_missing(bank, session));
  session = choose(bank, session, ItemId{"lock"}, OptionId{"teach"});
  const Score result = score(bank, session);
  CHECK(result.domains[0].self.figures.asked == 1);  // the rating; the note is no item to be answered
  CHECK(result.domains[0].self.figures.percent == Rational(100));
}

TEST_CASE("the record keeps what each type answers, and how sure the person was") {
  const QuestionBank bank = bank_of_all_types();
  Session session = placed(bank, "bacd");
  session = choose(bank, session, ItemId{"lock"}, OptionId{"alone"});
  session = join(bank, session, ItemId{"pairs"}, OptionId{"l2"}, OptionId{"r1"});
  session = join(bank, session, ItemId{"pairs"}, OptionId{"l1"}, OptionId{"r2"});
  session = join(bank, session, ItemId{"pairs"}, OptionId{"l3"}, OptionId{"r3"});
  for (const char key : std::string("37.0")) session = type_key(bank, session, ItemId{"fever"}, key);
  session = choose(bank, session, ItemId{"spot"}, OptionId{"greeting"});
  session = say_sureness(session, item_of(bank, "spot"), sureness_options[0]);
  session = choose(bank, session, ItemId{"work"}, OptionId{"box"}, 0);
  session = choose(bank, session, ItemId{"work"}, OptionId{"colour"}, 1);
  const ResultRecord record = make_record(bank, session, score(bank, session));
  const std::vector<std::pair<std::string, RecordedAnswer>> expected{
      {"lock", "alone"},
      {"steps", IdList{"b", "a", "c", "d"}},
      {"pairs", IdMap{{"l1", "r2"}, {"l2", "r1"}, {"l3", "r3"}}},
      {"fever", RecordedNumber{"37"}},
      {"spot", "greeting"},
      {"spot.sure", "guessing"},
      {"work", IdList{"box", "colour"}},
  };
  CHECK(record.answers == expected);

  // "Not sure" is written as its id, and then nobody said how sure they were.
  session = choose(bank, session, ItemId{"spot"}, not_sure_option);
  session = choose(bank, session, ItemId{"steps"}, not_sure_option);
  const ResultRecord unsure = make_record(bank, session, score(bank, session));
  CHECK(unsure.answers[1] == std::pair<std::string, RecordedAnswer>{"steps", "not_sure"});
  CHECK(unsure.answers[4] == std::pair<std::string, RecordedAnswer>{"spot", "not_sure"});
  CHECK(unsure.answers[5].first == "work");
}

TEST_CASE("shuffled options keep their order through a visit, and differ between visits") {
  const QuestionBank bank = bank_of_all_types();
  const Item& steps = item_of(bank, "steps");
  std::set<std::vector<std::string>> orders;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const auto shown = ids(shown_options(bank, steps, seed));
    CHECK(shown == ids(shown_options(bank, steps, seed)));
    CHECK(shown.back() == "not_sure");
    orders.insert(shown);
  }
  CHECK(orders.size() == 24);  // 4! orders; with 200 draws one is missing about once in 200

  std::set<std::vector<std::string>> rights;
  for (std::uint64_t seed = 0; seed < 100; ++seed)
    rights.insert(ids(shown_rights(item_of(bank, "pairs"), seed)));
  CHECK(rights.size() == 6);  // 3!
}

TEST_CASE("a shuffled choice keeps fixed options and ways out last") {
  const QuestionBank bank = tests::parsed(tests::sample_head + "domains:\n" +
                                          tests::domain("safety", tests::ratings("lock", 1) + R"(
      - id: pick
        type: multiple
        measures: knowledge
        shuffle: true
        not_sure: true
        prompt: {en: Pick., cy: Dewiswch.}
        options:
          - {id: none, exclusive: true, label: {en: None, cy: Dim}}
          - {id: all, fixed: last, label: {en: All of these, cy: Pob un}}
          - {id: one, correct: true, label: {en: One, cy: Un}}
          - {id: two, label: {en: Two, cy: Dau}}
          - {id: three, label: {en: Three, cy: Tri}}
)"));
  std::set<std::vector<std::string>> orders;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto shown = ids(shown_options(bank, bank.items[1], seed));
    CHECK(std::vector(shown.begin() + 3, shown.end()) == std::vector<std::string>{"all", "none", "not_sure"});
    orders.insert(shown);
  }
  CHECK(orders.size() == 6);  // 3! of one, two, three
}
