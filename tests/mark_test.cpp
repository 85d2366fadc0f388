// "This question does not fit what I do": said of any question, kept through the visit, recorded only where
// set.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/scenario.hpp"
#include "tests/shipped.hpp"

using namespace app;
using tests::scenario;
using tests::Scenario;

namespace {

QuestionPage question(const Scenario& story) {
  return std::get<QuestionPage>(story.model().page.content);
}

std::vector<std::string> marks_recorded(Scenario story) {
  story.take_commands();
  story.save();
  std::vector<std::string> keys;
  for (const Command& command : story.take_commands()) {
    const auto* pooled = std::get_if<PoolRecord>(&command);
    if (!pooled) continue;
    for (const auto& [key, answer] : pooled->record.answers) {
      if (!key.ends_with(".flag")) continue;
      CHECK(answer == assessment::RecordedAnswer{true});
      keys.push_back(key);
    }
  }
  return keys;
}

}  // namespace

TEST_SUITE("mark") {
  TEST_CASE("a mark is kept through answers, Back, comfort and changes, and recorded once") {
    Scenario story = scenario();
    story.start("en").role("clinical").send(ToggleMark{}).answer("lock1", "alone");
    CHECK_FALSE(tests::question_view(story).is_marked);  // of the next question
    story.send(GoBack{}).send(OpenComfort{}).send(SetLanguage{"cy"}).send(GoNext{});
    CHECK(tests::question_view(story).is_marked);
    story.send(GoNext{}).answer_the_rest().send(ChangeAnswer{{"lock1"}}).send(ChooseOption{0}).send(GoNext{});
    CHECK(marks_recorded(story) == std::vector<std::string>{"lock1.flag"});
  }

  TEST_CASE("pressed again it is taken away, and nothing is written where it is not set") {
    Scenario story = scenario();
    story.start("en").role("clinical").send(ToggleMark{}).send(ToggleMark{}).answer_the_rest();
    CHECK(marks_recorded(story).empty());
  }

  TEST_CASE("an error on the page stays, for a mark is no answer") {
    Scenario story = scenario();
    story.start("en").role("clinical").send(GoNext{}).send(ToggleMark{});
    CHECK(question(story).is_answer_missing);
    CHECK(question(story).session.marks[0]);
  }

  TEST_CASE("the mark of a question that later answers hide is not written") {
    std::string yaml = tests::two_domains;
    const std::string item = "      - {id: data2, type: rating, ";
    yaml.replace(yaml.find(item), item.size(), item + "show_if: data1 == alone, ");
    Scenario story(tests::setup_of(tests::parsed(yaml)));
    story.start("en").role("clinical");
    while (question(story).session.position != 5) story.send(ChooseOption{0}).send(GoNext{});
    story.answer("data1", "alone").send(ToggleMark{}).answer("data2", "teach");
    CHECK(marks_recorded(story) == std::vector<std::string>{"data2.flag"});
    story.send(ChangeAnswer{{"data1"}}).send(ChooseOption{0}).send(GoNext{});
    REQUIRE(story.page() == "check");
    CHECK(marks_recorded(story).empty());
  }

  TEST_CASE("the check page says it where it is set, and nowhere else") {
    Scenario story = scenario();
    story.start("en").role("clinical").answer("lock1", "alone").send(ToggleMark{}).answer_the_rest();
    const auto view = std::get<CheckView>(make_view(story.model(), tests::shipped_strings()).page);
    for (const CheckSection& section : view.sections) {
      for (const CheckRow& row : section.rows) {
        CAPTURE(row.item);
        CHECK(row.mark ==
              (row.item == "lock2" ? "You said that this question does not fit what you do." : ""));
      }
    }
  }

  TEST_CASE("every page of every type of question can be marked, and a note cannot") {
    for (const View& view : tests::views_of_every_type("en", 100, Contrast::normal)) {
      const auto* page = std::get_if<QuestionView>(&view.page);
      if (!page) continue;
      CAPTURE(page->item);
      CHECK(page->mark.empty() == (page->caption == "Information"));
    }
    Scenario story(tests::every_type_setup());
    story.start("en").role("clinical");
    const auto& items = story.model().setup.bank->items;
    while (story.page() == "question" && !is_note(items[question(story).session.position])) {
      for (const Action& action : tests::answers_to(tests::question_view(story))) story.send(action);
      story.send(GoNext{});
    }
    REQUIRE(story.page() == "question");
    CHECK(update(story.model(), ToggleMark{}).model == story.model());
  }
}
