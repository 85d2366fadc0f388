// Three words between the role and the first question: only where a campaign has a link key.
#include <doctest/doctest.h>

#include <set>

#include "app/core/link_view.hpp"
#include "tests/scenario.hpp"
#include "tests/shipped.hpp"

using namespace app;
using tests::Scenario;
using Stage = LinkPage::Stage;

namespace {

Scenario at_link() {
  return tests::linked_scenario().start("en").role("clinical");
}

LinkPage link_page(const Scenario& scenario) {
  return std::get<LinkPage>(scenario.model().page.content);
}

// Chooses a word as a person does: its initial, then it.
void choose_word(Scenario& scenario, int word) {
  scenario.send(ChooseInitial{word / 16}).send(ChooseWord{word});
}

assessment::ResultRecord saved_record(Scenario& scenario) {
  scenario.answer_the_rest();
  scenario.take_commands();
  scenario.save();
  const auto commands = scenario.take_commands();
  return std::get<PoolRecord>(commands.at(0)).record;
}

}  // namespace

TEST_SUITE("linking") {
  TEST_CASE("without a link key nobody is asked, and no record has a link") {
    Scenario visit = tests::scenario().start("en").role("clinical");
    CHECK(visit.page() == "question");
    CHECK_FALSE(saved_record(visit).link);
  }

  TEST_CASE("skipping is the first thing offered, and leaves no link") {
    Scenario visit = at_link();
    REQUIRE(visit.page() == "link");
    CHECK(link_page(visit).stage == Stage::asking);
    visit.send(GoNext{});
    CHECK(visit.page() == "question");
    CHECK_FALSE(saved_record(visit).link);
  }

  TEST_CASE("words that were given join this visit to one that enters them") {
    Scenario first = at_link();
    first.send(DrawLink{});
    REQUIRE(link_page(first).stage == Stage::given);
    const auto code = link_page(first).session.link.value();
    first.send(GoNext{});
    CHECK(first.page() == "question");
    const auto link = saved_record(first).link;
    REQUIRE(link);
    CHECK(*link == link_of(code, *first.model().setup.link_key));

    Scenario second = at_link();
    second.send(EnterLink{});
    for (const std::uint8_t word : code.words) {
      CHECK(link_page(second).stage == Stage::choosing);
      choose_word(second, word);
    }
    CHECK(second.page() == "question");
    CHECK(saved_record(second).link == link);
  }

  TEST_CASE("words that do not belong together are asked for again") {
    Scenario visit = at_link();
    visit.send(DrawLink{});
    auto words = link_page(visit).session.link.value().words;
    visit.send(GoBack{}).send(EnterLink{});
    words[0] ^= 1;
    if (assessment::check_link_code(words)) words[0] ^= 3;  // one slip in 32 is not noticed
    for (const std::uint8_t word : words) choose_word(visit, word);
    REQUIRE(visit.page() == "link");
    CHECK(link_page(visit).is_unknown);
    CHECK(link_page(visit).chosen.empty());
    visit.send(ChooseInitial{0});
    CHECK_FALSE(link_page(visit).is_unknown);
  }

  TEST_CASE("Back undoes one choice after the other, then leads to the role") {
    Scenario visit = at_link();
    visit.send(EnterLink{});
    choose_word(visit, 5);
    visit.send(ChooseInitial{3});
    visit.send(GoBack{});
    CHECK_FALSE(link_page(visit).initial);
    CHECK(link_page(visit).chosen.size() == 1);
    visit.send(GoBack{});
    CHECK(link_page(visit).chosen.empty());
    visit.send(GoBack{});
    CHECK(link_page(visit).stage == Stage::asking);
    visit.send(GoBack{});
    CHECK(visit.page() == "role");
  }

  TEST_CASE("a word that is not in the list on the screen changes nothing") {
    Scenario visit = at_link();
    visit.send(EnterLink{}).send(ChooseWord{5});
    CHECK(link_page(visit).chosen.empty());
    visit.send(ChooseInitial{16}).send(ChooseInitial{-1});
    CHECK_FALSE(link_page(visit).initial);
    visit.send(ChooseInitial{0}).send(ChooseWord{16}).send(ChooseWord{-1});
    CHECK(link_page(visit).chosen.empty());
    visit.send(GoNext{}).send(DrawLink{});
    CHECK(link_page(visit).stage == Stage::choosing);
  }

  TEST_CASE("from the first question Back leads to the words, and giving them up is possible") {
    Scenario visit = at_link();
    visit.send(DrawLink{}).send(GoNext{}).send(GoBack{});
    REQUIRE(visit.page() == "link");
    visit.send(GoNext{});
    CHECK_FALSE(saved_record(visit).link);
  }

  TEST_CASE("each language has sixteen lists of sixteen different words") {
    for (const char* language : {"en", "cy"}) {
      CAPTURE(language);
      std::set<std::string> words;
      for (int initial = 0; initial < 16; ++initial) {
        LinkPage page{.stage = Stage::choosing, .initial = initial};
        const auto view = make_link_view(page, tests::shipped_strings(), language);
        CHECK(view.choices.size() == 16);
        CHECK(view.choices.front().id == "word." + std::to_string(16 * initial));
        for (const ChoiceView& choice : view.choices) words.insert(choice.label);
      }
      CHECK(words.size() == 256);
    }
  }
}
