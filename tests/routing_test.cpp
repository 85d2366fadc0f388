// Conditions in a bank: who is asked what, in which order, and what can never be asked.
#include "assessment/session/routing.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "assessment/results/record.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/scoring/score_lookup.hpp"
#include "assessment/session/progress.hpp"
#include "tests/printing.hpp"
#include "tests/sample_banks.hpp"

using namespace assessment;
using tests::domain;
using tests::ratings;
using tests::sample_head;

namespace {

using Lines = std::vector<std::string>;

// A rating with a condition.
std::string item(std::string_view id, std::string_view show_if) {
  return fmt::format(
      "      - {{id: {0}, type: rating, scale: confidence, show_if: \"{1}\", prompt: {{en: I can {0}, cy: "
      "Gallaf {0}}}}}\n",
      id, show_if);
}

std::string bank_of(std::string_view domains) {
  return fmt::format("{}domains:\n{}", sample_head, domains);
}

// lock1, lock2; then items that depend on them.
std::string branching() {
  return bank_of(domain("safety", ratings("lock", 2) + item("taught", "lock1 == teach") +
                                      item("clinical_only", "role == clinical and lock2 != not_mine") +
                                      item("deep", "answered(taught) and score(taught) >= 2")) +
                 domain("data", ratings("data", 2) + item("weak", "percent(safety) < 50") +
                                    item("strong", "level(safety) >= intermediate")));
}

Lines shown(const QuestionBank& bank, const Session& session) {
  Lines ids;
  for (const std::size_t index : route(bank, session, score_lookup(bank)))
    ids.push_back(bank.items[index].id.text);
  return ids;
}

Session with(const QuestionBank& bank, Session session,
             std::vector<std::pair<const char*, const char*>> answers) {
  for (const auto& [name, option] : answers) session = choose(bank, session, ItemId{name}, OptionId{option});
  return session;
}

Lines faults_of(const std::string& yaml) {
  Lines lines;
  const auto bank = parse_bank(yaml, "b");
  if (!bank) {
    for (const Diagnostic& fault : bank.faults()) lines.push_back(to_text(fault));
  }
  return lines;
}

}  // namespace

TEST_SUITE("routing") {
  TEST_CASE("items come and go with role and answers, and their answers with them") {
    const QuestionBank bank = tests::parsed(branching());
    Session session = start_session(bank, RoleId{"support"}, 0);
    CHECK(shown(bank, session) == Lines{"lock1", "lock2", "data1", "data2"});

    session = with(bank, session, {{"lock1", "teach"}, {"taught", "alone"}, {"deep", "teach"}});
    // 3 + 2 + 3 of 9 points is 88.9 percent: strong, not weak.
    CHECK(shown(bank, session) == Lines{"lock1", "lock2", "taught", "deep", "data1", "data2", "strong"});

    Session changed = with(bank, session, {{"lock1", "not_yet"}});
    CHECK(shown(bank, changed) ==
          Lines{"lock1", "lock2", "data1", "data2", "weak"});  // 0 of 3, and deep is hidden too
    const ResultRecord record = make_record(bank, changed, score(bank, changed));
    CHECK(record.answers == decltype(record.answers){{"lock1", "not_yet"}});  // nothing about hidden items
    CHECK(record.domains[0].asked == 2);

    changed = with(bank, changed, {{"lock1", "teach"}});
    CHECK(shown(bank, changed) == shown(bank, session));  // the answers came back with the items
    CHECK(is_chosen(changed, tests::item_of(bank, "deep"), OptionId{"teach"}));
  }

  TEST_CASE("a role sees its own items") {
    const QuestionBank bank = tests::parsed(branching());
    // Two of three answered, 4 of 6 points: strong. Without clinical_only it is one of two, 2 of 3 points.
    const Session session =
        with(bank, start_session(bank, RoleId{"clinical"}, 0), {{"lock1", "alone"}, {"lock2", "alone"}});
    CHECK(shown(bank, session) == Lines{"lock1", "lock2", "clinical_only", "data1", "data2", "strong"});
    CHECK(shown(bank, with(bank, session, {{"lock2", "not_mine"}})) ==
          Lines{"lock1", "lock2", "data1", "data2", "strong"});
  }

  TEST_CASE("back and on follow the branch") {
    const QuestionBank bank = tests::parsed(branching());
    const ScoreLookup scores = score_lookup(bank);
    Session session =
        with(bank, start_session(bank, RoleId{"support"}, 0), {{"lock1", "teach"}, {"lock2", "alone"}});
    session = *next_page(bank, session, scores);
    session = *next_page(bank, session, scores);
    CHECK(bank.items[session.position].id.text == "taught");
    session = *previous_page(bank, *previous_page(bank, session, scores), scores);
    session = with(bank, session, {{"lock1", "alone"}});
    session = *next_page(bank, *next_page(bank, session, scores), scores);
    CHECK(bank.items[session.position].id.text == "data1");
    CHECK(bank.items[first_missing(bank, session, scores)->position].id.text == "data1");
  }

  TEST_CASE("the total is final only while no answer can change it") {
    const QuestionBank bank = tests::parsed(branching());
    Session session = start_session(bank, RoleId{"support"}, 0);
    CHECK_FALSE(progress(bank, session, score_lookup(bank)).is_total_final);
    session.position = 6;  // data2: what comes after depends on the safety items alone
    CHECK(progress(bank, session, score_lookup(bank)).is_total_final);
  }

  TEST_CASE("items whose answers can tell the role are known, through others too") {
    const std::string yaml =
        bank_of(domain("safety", ratings("lock", 2) + item("mine", "role == clinical") +
                                     item("after", "mine == teach")) +
                domain("data", ratings("data", 2) + item("weak", "percent(safety) < 50") +
                                   item("free", "lock1 == teach")));
    CHECK(role_specific_items(tests::parsed(yaml)) == Lines{"after", "mine", "weak"});
  }

  TEST_CASE("language and sections: another order, and a section only some see") {
    std::string yaml = bank_of(domain("safety", ratings("lock", 2)) + domain("data", ratings("data", 2)));
    yaml +=
        "sections:\n  - {id: first, title: {en: First, cy: Yn gyntaf}, items: [data2, lock1]}\n"
        "  - {id: welsh, title: {en: Welsh, cy: Cymraeg}, only_if: language == cy, items: [lock2, data1]}\n";
    const QuestionBank bank = tests::parsed(yaml);
    Session session = start_session(bank, RoleId{"clinical"}, 0);
    CHECK(shown(bank, session) == Lines{"data2", "lock1"});
    CHECK(bank.items[session.position].id.text == "data2");
    session.language = "cy";
    CHECK(shown(bank, session) == Lines{"data2", "lock1", "lock2", "data1"});
  }
}

TEST_SUITE("routing in a bank") {
  const auto faults = [](std::string_view show_if) {
    return faults_of(bank_of(domain("safety", ratings("lock", 4) + item("last", show_if))));
  };

  TEST_CASE("faults point into the expression") {
    // The condition's quote stands at column 62 of line 32, its first letter at 63.
    CHECK(faults("rolle == clinical") ==
          Lines{"b:32:63: error: there is no item 'rolle'; did you mean 'role'?"});
    CHECK(faults("role == clinicl") ==
          Lines{"b:32:71: error: there is no answer 'clinicl'; did you mean 'clinical'?"});
    CHECK(faults("last == alone") == Lines{"b:32:63: error: 'last' is not asked before this place"});
    CHECK(faults("").size() == 1);
    // domains: stands at line 24, id at 25, title at 26.
    std::string empty = bank_of(domain("safety", ratings("lock", 4)));
    empty.insert(empty.find("    items:"), "    only_if:\n");
    CHECK(faults_of(empty) == Lines{"b:27:5: error: expected a condition, found nothing"});
    CHECK(faults("role ==") == Lines{"b:32:70: error: expected a word"});
  }

  TEST_CASE("what can never be asked is found, through chains of conditions") {
    CHECK(faults("role == clinical and role == support") ==
          Lines{"b:32:62: error: no answers can ever lead to 'last'; its conditions cannot all be true"});
    CHECK(faults("score(lock1) > 3").size() == 1);
    CHECK(faults("score(lock1) > 2").empty());
    CHECK(faults("percent(safety) > 100").size() == 1);
    CHECK(faults("not answered(lock1)").size() == 1);  // lock1 is required and always shown
    const std::string chain =
        bank_of(domain("safety", ratings("lock", 4) + item("middle", "lock1 == teach") +
                                     item("last", "answered(middle) and lock1 == alone")));
    CHECK(faults_of(chain).size() == 1);  // middle is shown to those who teach only
  }

  TEST_CASE("a role that is asked nothing is an error at the role") {
    const std::string yaml =
        bank_of(domain("safety", item("a", "role == clinical") + item("b", "role == clinical") +
                                     item("c", "role == clinical") + item("d", "role == clinical")));
    CHECK(faults_of(yaml) == Lines{"b:10:5: error: the role 'support' is asked nothing at all"});
  }

  TEST_CASE("sections name every item once") {
    const std::string yaml = bank_of(domain("safety", ratings("lock", 4)));
    CHECK(
        faults_of(yaml + "sections: [{id: a, title: {en: A, cy: Aa}, items: [lock1, lock2, lock2, lock9]}]\n")
            .size() == 4);
  }
}
