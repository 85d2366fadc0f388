// A bank shown to its author: jumping, and following the file.
#include <doctest/doctest.h>

#include <memory>

#include "app/core/preview_view.hpp"
#include "tests/scenario.hpp"

using namespace app;
using tests::Scenario;

namespace {

Scenario preview() {
  Setup setup = tests::setup_of(tests::parsed(tests::two_domains));
  setup.preview = Preview{};
  return Scenario(setup);
}

BankChanged changed(const std::string& what, const std::string& with) {
  std::string yaml = tests::two_domains;
  const std::size_t at = yaml.find(what);
  REQUIRE(at != std::string::npos);
  yaml.replace(at, what.size(), with);
  auto bank = std::make_shared<const assessment::QuestionBank>(tests::parsed(yaml));
  return {bank, bank->languages, {"b.yaml:1:1: warning: something"}};
}

const assessment::Session& session_of(const Scenario& scenario) {
  return std::get<QuestionPage>(scenario.model().page.content).session;
}

// True when the option is part of the answer that the visit holds.
bool has_chosen(const Scenario& scenario, const char* item, const char* option) {
  const auto& bank = *scenario.model().setup.bank;
  return is_chosen(session_of(scenario), bank.items[*find_item(bank, {item})], {option});
}

}  // namespace

TEST_CASE("a preview begins with its own page and releases nothing") {
  Scenario author = preview();
  CHECK(author.page() == "preview");
  CHECK(author.take_commands().empty());
}

TEST_CASE("an author jumps to any question, in any role") {
  Scenario author = preview();
  author.send(SelectRole{{"support"}}).send(JumpTo{{"places"}});
  REQUIRE(author.page() == "question");
  CHECK(author.model().setup.bank->items[session_of(author).position].id.text == "places");
  CHECK(session_of(author).role.text == "support");
  author.send(ChooseOption{0}).send(OpenPreview{}).send(JumpTo{{"lock1"}});
  CHECK(has_chosen(author, "places", "with_me"));  // answers stay while jumping
  author.send(OpenPreview{}).send(JumpTo{{"no_such"}});
  CHECK(author.page() == "preview");
}

TEST_CASE("a bank saved again keeps the place, and the answers to items that are as they were") {
  Scenario author = preview();
  author.send(JumpTo{{"places"}}).send(ChooseOption{0}).send(OpenPreview{});
  author.send(JumpTo{{"phishing"}}).send(ChooseOption{1});
  author.send(changed("en: \"What tells you to stop?\"", "en: \"What now?\""));
  REQUIRE(author.page() == "question");
  CHECK(author.model().setup.bank->items[session_of(author).position].prompt.in("en") == "What now?");
  CHECK(has_chosen(author, "phishing", "address"));
  author.send(changed("en: On the desk", "en: In the car"));
  CHECK_FALSE(has_chosen(author, "places", "with_me"));  // it has other options now
  CHECK(author.model().setup.preview->findings.size() == 1);
}

TEST_CASE("a bank with errors leaves the last good one in place") {
  Scenario author = preview();
  author.send(JumpTo{{"places"}}).send(BankChanged{nullptr, {}, {"b.yaml:3:1: error: bad"}});
  CHECK(author.page() == "question");
  CHECK(author.model().setup.bank != nullptr);
  CHECK(author.model().setup.preview->findings.front() == "b.yaml:3:1: error: bad");
}

TEST_CASE("a bank that was never good shows findings until it is") {
  Setup setup;
  setup.languages = {"en"};
  setup.preview = Preview{{"b.yaml:1:1: error: bad"}};
  Scenario author(setup);
  CHECK(author.page() == "preview");
  author.send(GoNext{}).send(JumpTo{{"places"}}).send(SelectRole{{"support"}});
  CHECK(author.page() == "preview");
  author.send(changed("en: On the desk", "en: In the car")).send(JumpTo{{"places"}});
  CHECK(author.page() == "question");
}

TEST_CASE("what is answered in a preview goes nowhere") {
  Scenario author = preview();
  author.send(GoNext{}).start("en").role("clinical").answer_the_rest();
  author.take_commands();
  author.save();
  CHECK(author.page() == "results");
  CHECK(std::get<ResultsPage>(author.model().page.content).outcome.saving == Saving::not_wanted);
  CHECK(author.take_commands().empty());
}

TEST_CASE("only a preview can be opened, jumped in and changed") {
  Scenario visit = tests::scenario();
  visit.start("en").role("clinical");
  const Model before = visit.model();
  visit.send(OpenPreview{}).send(JumpTo{{"places"}}).send(changed("en: On the desk", "en: In the car"));
  CHECK(visit.model() == before);
}
