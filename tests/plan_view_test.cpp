// What a person takes along: as a code, as text, on paper.
#include "app/core/plan_view.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "app/core/paper_text.hpp"
#include "tests/scenario.hpp"
#include "tests/shipped.hpp"

using namespace app;

namespace {

DomainResultView domain_with(const std::string& summary, std::vector<StepView> steps) {
  DomainResultView domain;
  domain.summary = summary;
  domain.next_steps = std::move(steps);
  return domain;
}

const std::vector<DomainResultView> two{
    domain_with("Safety: Capable", {{.title = "A course", .address = "a.example/x?who=7#part"}}),
    domain_with("Data: Low",
                {{.title = "Ask", .text = "Ask a colleague."}, {.title = "B", .address = "b.example"}})};

tests::Scenario at_take_away(bool has_printer) {
  Setup setup = tests::shipped_setup();
  setup.has_printer = has_printer;
  tests::Scenario story{setup};
  story.start("en").role(setup.bank->roles.front().id.text);
  while (story.page() == "question") {
    const auto view = std::get<QuestionView>(make_view(story.model(), tests::shipped_strings()).page);
    for (const Action& action : tests::answers_to(view)) story.send(action);
    story.send(GoNext{});
  }
  story.save();
  story.send(RecordPooled{}).send(GoNext{}).take_commands();
  return story;
}

TakeAwayView take_away_view(const tests::Scenario& story) {
  return std::get<TakeAwayView>(make_view(story.model(), tests::shipped_strings()).page);
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("an address loses what could tell who opens it") {
    CHECK(plain_address("a.example/x?who=7#part") == "a.example/x");
    CHECK(plain_address("a.example/#part?x") == "a.example/");
    CHECK(plain_address("a.example") == "a.example");
    CHECK(plain_address("").empty());
  }

  TEST_CASE(
      "the code holds the whole plan where it fits, down to the last byte, and less where it does not") {
    // By hand: each line of the plan and a line feed between two of them.
    const std::string everything =
        "Safety: Capable\nA course\nhttps://a.example/x\nData: Low\nAsk\nAsk a "
        "colleague.\nB\nhttps://b.example";
    CHECK(code_text(two, everything.size()) == CodeText{everything, CodeContent::everything});
    const std::string levels = "Safety: Capable\nhttps://a.example/x\nData: Low\nhttps://b.example";
    CHECK(code_text(two, everything.size() - 1) == CodeText{levels, CodeContent::levels_and_addresses});
    CHECK(code_text(two, levels.size()) == CodeText{levels, CodeContent::levels_and_addresses});
    const std::string addresses = "https://a.example/x\nhttps://b.example";
    CHECK(code_text(two, levels.size() - 1) == CodeText{addresses, CodeContent::addresses});
    CHECK(code_text(two, addresses.size() - 1) == CodeText{"https://a.example/x", CodeContent::addresses});
    CHECK(code_text(two, 5) == CodeText{});
    CHECK(code_text({}) == CodeText{});
  }

  TEST_CASE("an address that two domains name stands in the code once") {
    const std::vector<DomainResultView> same{
        domain_with(std::string(60, 'a'), {{.title = "A", .address = "a.example"}}),
        domain_with("b", {{.title = "B", .address = "a.example"}})};
    CHECK(code_text(same, 20).text == "https://a.example");
  }

  TEST_CASE(
      "the shipped bank's plans fit into the code with all their levels and addresses, in both languages") {
    for (const char* language : {"en", "cy"}) {
      tests::Scenario story = at_take_away(false);
      story.send(SetLanguage{language});
      const TakeAwayView view = take_away_view(story);
      CAPTURE(language);
      CHECK(view.code.size() <= longest_code_text);
      for (const PlanLine& line : view.lines) {
        if (!line.is_heading && !line.text.starts_with("https://")) continue;
        CHECK(view.code.find(line.text) != std::string::npos);
      }
      CHECK_FALSE(view.code_note.empty());
    }
  }

  TEST_CASE("neither code nor text names the person, the place or the time") {
    Setup setup = tests::shipped_setup();
    const TakeAwayView view = take_away_view(at_take_away(true));
    std::string all = view.code;
    for (const PlanLine& line : view.lines) all += "\n" + line.text;
    for (const std::string& secret :
         {setup.organisation, setup.bank->roles.front().label.in("en"), setup.bank->roles.front().id.text,
          setup.bank->id, std::string("2026")}) {
      CAPTURE(secret);
      CHECK(all.find(secret) == std::string::npos);
    }
    CHECK(all.find('?') == std::string::npos);
  }
}

TEST_SUITE("printing") {
  TEST_CASE("without a printer nothing is offered, and nothing is printed if it is asked for") {
    tests::Scenario story = at_take_away(false);
    CHECK(take_away_view(story).print.empty());
    const Model before = story.model();
    story.send(PrintPlan{"plan"});
    CHECK(story.model() == before);
    CHECK(story.take_commands().empty());
  }

  TEST_CASE("a page is printed once, and lies at the printer until someone says that they have it") {
    tests::Scenario story = at_take_away(true);
    CHECK(take_away_view(story).print == "Print");
    story.send(PrintPlan{"plan", PrintSize::large}).send(PrintPlan{"again"});
    CHECK(story.take_commands() == std::vector<Command>{PrintPage{"plan", PrintSize::large}});
    CHECK(take_away_view(story).printing == "Your page is being sent to the printer.");
    story.send(Printed{});
    CHECK(take_away_view(story).printing == "Take your page with you.");
    tests::Scenario forgetful = story;
    forgetful.send(GoNext{});
    const auto finished = [](const tests::Scenario& at) {
      return std::get<FinishedView>(make_view(at.model(), tests::shipped_strings()).page);
    };
    CHECK(finished(forgetful).page == "Take your page with you from the printer.");
    story.send(TakePage{});
    CHECK(take_away_view(story).printing.empty());
    story.send(GoNext{});
    CHECK(finished(story).page.empty());
  }

  TEST_CASE("what could not be printed is said, and can be tried again") {
    tests::Scenario story = at_take_away(true);
    story.send(PrintPlan{"plan"}).send(NotPrinted{});
    CHECK(take_away_view(story).printing_tone == Tone::problem);
    CHECK(take_away_view(story).taken.empty());
    story.take_commands();
    story.send(PrintPlan{"plan"});
    CHECK(story.take_commands().size() == 1);
  }

  TEST_CASE("lines for paper are broken between words, and words that are too long anywhere") {
    CHECK(wrap_text("one two three", 7) == "one two\nthree\n");
    CHECK(wrap_text("one two", 3) == "one\ntwo\n");
    CHECK(wrap_text("https://a.example", 8) == "https://\na.exampl\ne\n");
    CHECK(wrap_text("a\n\nb\n", 9) == "a\n\nb\n");
    CHECK(wrap_text("", 9).empty());
    CHECK(wrap_text("ŵŷ âê", 2) == "ŵŷ\nâê\n");  // characters, not bytes
    CHECK(wrap_text("ŵŷâ", 2) == "ŵŷ\nâ\n");
    CHECK(wrap_text(" a", 1) == " \na\n");
  }
}
