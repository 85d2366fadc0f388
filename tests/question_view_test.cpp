// The question page of every type of item, what pressing does to it, and how answers read afterwards.
#include "app/core/question_view.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "app/core/view_model.hpp"
#include "tests/printing.hpp"
#include "tests/scenario.hpp"
#include "tests/shipped.hpp"

using namespace app;
using tests::Scenario;

namespace {

using Lines = std::vector<std::string>;

template <class Work>
Work work_of(const Scenario& story) {
  return std::get<Work>(tests::question_view(story).work);
}

// On the page of that item, everything before it answered.
Scenario at(const std::string& item, const std::string& language = "en") {
  Scenario story(tests::every_type_setup());
  story.start(language).role("clinical");
  while (story.page() == "question" && tests::question_view(story).item != item) {
    for (const Action& action : tests::answers_to(tests::question_view(story))) story.send(action);
    story.send(GoNext{});
  }
  REQUIRE(story.page() == "question");
  return story;
}

Lines labels(const std::vector<OrderRowView>& rows) {
  Lines all;
  for (const OrderRowView& row : rows) all.push_back(row.label);
  return all;
}

std::string answer_on_check(Scenario story, const std::string& item) {
  while (story.page() == "question") {
    for (const Action& action : tests::answers_to(tests::question_view(story))) story.send(action);
    story.send(GoNext{});
  }
  const auto view = std::get<CheckView>(make_view(story.model(), tests::shipped_strings()).page);
  for (const CheckSection& section : view.sections) {
    for (const CheckRow& row : section.rows) {
      if (row.item == item) return row.answer;
    }
  }
  return "(no row)";
}

}  // namespace

TEST_SUITE("question view") {
  TEST_CASE("a note has its words and Continue, is no question, and is not on the check page") {
    Scenario story = at("welcome");
    const QuestionView view = tests::question_view(story);
    CHECK(view.caption == "Information");
    CHECK(view.options.empty());
    CHECK(view.hint == "Some of them show a picture of a screen. Nothing in it is real.");
    CHECK(update(story.model(), ChooseOption{0}).model == story.model());
    CHECK(tests::question_view(story.send(GoNext{})).caption == "Question 1 of 10");
    CHECK(answer_on_check(at("welcome"), "welcome") == "(no row)");
  }

  TEST_CASE("order: steps go one after the other into the row, move in it, and out again") {
    Scenario story = at("smartcard_order");
    auto order = work_of<OrderView>(story);
    CHECK(order.placed.empty());
    CHECK(order.none_placed == "No steps yet");
    REQUIRE(order.unplaced.size() == 5);
    const Lines shown = labels(order.unplaced);
    CHECK(tests::question_view(story).options.size() ==
          1);  // "not sure" is all that is left for a row of its own
    CHECK(tests::question_view(story).options[0].id == "5");
    CHECK(tests::question_view(story).or_before == 0U);

    story.send(ChooseOption{order.unplaced[2].choice}).send(ChooseOption{order.unplaced[0].choice});
    order = work_of<OrderView>(story);
    CHECK(labels(order.placed) == Lines{shown[2], shown[0]});
    CHECK(order.placed[1].name == "Step 2: " + shown[0]);
    CHECK(order.placed[0].up_name.empty());  // the first goes no further up, the last no further down
    CHECK(order.placed[0].down_name == "Move down: " + shown[2]);
    CHECK(order.placed[1].down_name.empty());
    CHECK(labels(order.unplaced) == Lines{shown[1], shown[3], shown[4]});

    story.send(MoveOption{order.placed[1].option, -1});
    CHECK(labels(work_of<OrderView>(story).placed) == Lines{shown[0], shown[2]});
    story.send(ChooseOption{order.placed[0].choice});
    CHECK(labels(work_of<OrderView>(story).placed) == Lines{shown[0]});

    CHECK(tests::question_view(story.send(GoNext{})).error == "Put all the steps in order");
    story.send(ChooseOption{5});
    CHECK(work_of<OrderView>(story).placed.empty());
    CHECK(tests::question_view(story).options[0].is_selected);
  }

  TEST_CASE("match: a left side is picked, joined, numbered on both sides, and undone") {
    Scenario story = at("join_tools");
    auto match = work_of<MatchView>(story);
    REQUIRE(match.lefts.size() == 4);
    const Model untouched = story.model();
    CHECK(update(untouched, JoinRight{match.rights[0].option}).model ==
          untouched);  // nothing to join or undo
    CHECK(update(untouched, ChooseOption{0}).model == untouched);

    story.send(PickLeft{match.lefts[1].option});
    CHECK(work_of<MatchView>(story).lefts[1].is_picked);
    story.send(JoinRight{match.rights[0].option});
    match = work_of<MatchView>(story);
    CHECK_FALSE(match.lefts[1].is_picked);
    CHECK(match.lefts[1].number == 2);
    CHECK(match.rights[0].number == 2);
    CHECK(match.rights[0].name == match.rights[0].label + ", pair 2");
    CHECK(match.lefts[0].number == 0);
    CHECK(tests::question_view(story.send(GoNext{})).error == "Join every item");

    story.send(JoinRight{match.rights[0].option});  // nothing is picked: its pair is undone
    CHECK(work_of<MatchView>(story).lefts[1].number == 0);
    story.send(PickLeft{match.lefts[0].option}).send(PickLeft{match.lefts[0].option});
    CHECK_FALSE(work_of<MatchView>(story).lefts[0].is_picked);
  }

  TEST_CASE("number: what is typed with its unit, and a point only where decimals are taken") {
    Scenario story = at("fever");
    auto number = work_of<NumberView>(story);
    CHECK(number.spoken == "Nothing entered yet");
    CHECK(number.point == "Decimal point");
    for (const char key : std::string("36.")) story.send(TypeKey{key});
    number = work_of<NumberView>(story);
    CHECK(number.typed == "36.");
    CHECK(number.spoken == "36 °C");
    story.send(TypeKey{'<'}).send(TypeKey{'<'}).send(TypeKey{'<'}).send(GoNext{});
    CHECK(tests::question_view(story).error == "Enter a number");
  }

  TEST_CASE("hotspot: regions in reading order with what they are, and nothing that tells right from wrong") {
    Scenario story = at("suspicious_part");
    const auto scene = work_of<SceneView>(story);
    CHECK(scene.title == "Inbox");
    REQUIRE(scene.regions.size() == 7);
    CHECK(scene.regions[0].name == "From: IT Service Desk <help@trust-secure.example>");
    CHECK(scene.regions[4].name == "Link: Sign in and keep my mailbox");
    CHECK(scene.regions[5].name == "Button: Reply");
    CHECK(tests::question_view(story).options[0].id == "7");
    // The right and a wrong region look alike when they are chosen.
    const auto chosen = [&](int index) {
      auto view = work_of<SceneView>(Scenario(story).send(ChooseOption{index}));
      CHECK(view.regions[static_cast<std::size_t>(index)].is_selected);
      view.regions[static_cast<std::size_t>(index)].is_selected = false;
      return view;
    };
    CHECK(chosen(0) == chosen(4));
    CHECK(tests::question_view(story.send(GoNext{})).error == "Select one part of the picture");
  }

  TEST_CASE("how sure: a page of its own that names the answer, with nothing chosen") {
    Scenario story = at("suspicious_part", "cy");
    story.send(ChooseOption{5}).send(GoNext{});
    QuestionView view = tests::question_view(story);
    CHECK(view.item == "suspicious_part/1");
    CHECK(view.prompt == "Pa mor siŵr ydych chi o'ch ateb?");
    CHECK(view.hint == "Eich ateb: Ateb");
    REQUIRE(view.options.size() == 3);
    for (const ChoiceView& option : view.options) CHECK_FALSE(option.is_selected);
    CHECK(tests::question_view(story.send(GoNext{})).error == "Dewiswch pa mor siŵr ydych chi");
    CHECK(tests::question_view(story.send(ChooseOption{1})).options[1].is_selected);
    story.send(GoNext{});
    CHECK(answer_on_check(story, "suspicious_part") == "Ateb\nPa mor siŵr: Eithaf siŵr");
  }

  TEST_CASE("task: a page a step, each with its own question") {
    Scenario story = at("reset_password");
    QuestionView view = tests::question_view(story);
    CHECK(view.caption == "Question 9 of 10. Step 1 of 3");
    CHECK(view.prompt == "You forgot your password and want a new one.");
    CHECK(view.step_prompt == "Where do you begin?");
    CHECK(std::get<SceneView>(view.work).kind == assessment::SceneKind::desktop);
    CHECK(tests::question_view(Scenario(story).send(GoNext{})).error == "Select one part of the picture");
    view = tests::question_view(story.send(ChooseOption{1}).send(GoNext{}));
    CHECK(view.item == "reset_password/1");
    CHECK(std::get<SceneView>(view.work).kind == assessment::SceneKind::browser);
    view = tests::question_view(story.send(ChooseOption{6}).send(GoNext{}));  // "not sure" of the second step
    CHECK(std::holds_alternative<std::monostate>(view.work));
    REQUIRE(view.options.size() == 4);
    CHECK(tests::question_view(Scenario(story).send(GoNext{})).error == "Select one of the answers");
    story.send(ChooseOption{2}).send(GoNext{});
    CHECK(answer_on_check(story, "reset_password") ==
          "Staff self service; I am not sure; The old one with a 1 behind it");
  }

  TEST_CASE("the check page reads every type of answer back") {
    Scenario story = at("smartcard_order");
    const auto rows = work_of<OrderView>(story).unplaced;
    for (const auto& row : rows) story.send(ChooseOption{row.choice});
    const std::string order = answer_on_check(story, "smartcard_order");
    CHECK(order.starts_with("1. " + rows[0].label + "\n2. " + rows[1].label));
    const auto match = work_of<MatchView>(at("join_tools"));
    CHECK(answer_on_check(at("join_tools"), "join_tools")
              .starts_with(match.lefts[0].label + " – " + match.rights[0].label + "; "));
    CHECK(answer_on_check(at("fever"), "fever") == "38 °C\nHow sure: Just guessing");
  }

  TEST_CASE("the answers behind a level say what became of each, once they are asked for") {
    Scenario story = at("suspicious_part");
    story.send(ChooseOption{4}).send(GoNext{}).send(ChooseOption{0}).send(GoNext{});
    story.send(ChooseOption{5}).send(GoNext{});  // order: not sure
    while (story.page() == "question") {
      for (const Action& action : tests::answers_to(tests::question_view(story))) story.send(action);
      story.send(GoNext{});
    }
    story.save();
    const auto results = [&] {
      return std::get<ResultsView>(make_view(story.model(), tests::shipped_strings()).page).domains;
    };
    const auto closed = results();
    CHECK_FALSE(closed[0].why);
    CHECK(closed[0].why_label == "Why this level?");
    for (const auto& domain : closed) story.send(ShowAnswers{{domain.id}});
    const auto opened = results();
    CHECK(opened[0].why_label == "Hide these answers");
    CHECK(opened[0].why_name == "Hide these answers " + opened[0].title);
    REQUIRE(opened[0].why);
    std::map<std::string, AnswerView> behind;
    for (const auto& domain : opened) {
      for (const AnswerView& answer : domain.why->knowledge) behind[answer.prompt] = answer;
    }
    const auto answer_to = [&](const char* item) {
      return behind.at(tests::item_of(*tests::every_type_setup().bank, item).prompt.in("en"));
    };
    CHECK(answer_to("suspicious_part").verdict == "Your answer was not right.");
    CHECK(answer_to("suspicious_part").counted == "Points: 0 of 1");
    CHECK(answer_to("suspicious_part").feedback ==
          "The address does not belong to the organisation. Look at it before anything else.");
    CHECK(answer_to("smartcard_order").verdict == "You were not sure.");
    CHECK(answer_to("fever").verdict == "Your answer was right.");  // 38
    CHECK(answer_to("fever").answer == "38 °C\nHow sure: Just guessing");
    story.send(ShowAnswers{{"nowhere"}}).send(RecordPooled{}).send(GoNext{}).send(GoBack{});
    CHECK(results() == closed);
  }
}
