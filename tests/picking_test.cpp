// Several banks in one campaign: picked, answered, paused and kept apart.
#include <doctest/doctest.h>

#include "tests/scenario.hpp"
#include "tests/shipped.hpp"

using namespace app;
using tests::Scenario;
using tests::two_banks_scenario;

namespace {

AttractView attract_view(const Scenario& story) {
  return std::get<AttractView>(make_view(story.model(), tests::shipped_strings()).page);
}

std::vector<std::string> banks_recorded(Scenario& story) {
  std::vector<std::string> banks;
  for (const Command& command : story.take_commands()) {
    if (const auto* pooled = std::get_if<PoolRecord>(&command)) banks.push_back(pooled->record.bank);
  }
  return banks;
}

}  // namespace

TEST_SUITE("picking") {
  TEST_CASE("the first page lists the banks with their minutes, and no language before one is picked") {
    Scenario story = two_banks_scenario();
    const AttractView list = attract_view(story);
    REQUIRE(list.banks.size() == 2);
    CHECK(list.banks[1].label == "Sample\nAbout 4 minutes");
    CHECK(list.starts.empty());
    story.send(Start{"en"});
    CHECK(story.page() == "attract");
    story.send(PickBank{0});
    CHECK(attract_view(story).banks.empty());
    CHECK(attract_view(story).starts.size() == 2);
    CHECK_FALSE(make_view(story.model(), tests::shipped_strings()).chrome.back.empty());
  }

  TEST_CASE("only languages of the bank are offered, and the page speaks one of them") {
    Scenario story = two_banks_scenario();
    story.send(SetLanguage{"cy"}).send(PickBank{1});
    CHECK(attract_view(story).starts.size() == 1);
    CHECK(story.model().comfort.language == "en");
    story.send(GoBack{});
    CHECK(attract_view(story).banks.size() == 2);
    CHECK(story.send(SetLanguage{"cy"}).model().comfort.language == "cy");
  }

  TEST_CASE("what is answered is recorded under the bank that was picked, and the next visit picks anew") {
    Scenario story = two_banks_scenario();
    const Setup before = story.model().setup;
    for (const int index : {1, 0}) {
      story.send(PickBank{index}).start("en").role("clinical").answer_the_rest().save();
      CHECK(banks_recorded(story) == std::vector<std::string>{index == 1 ? "other@1.0.0" : "sample@1.0.0"});
      story.send(RecordPooled{}).send(Finish{}).send(Finish{});
      CHECK(attract_view(story).banks.size() == 2);
      CHECK(story.model().setup == before);
    }
  }

  TEST_CASE("a paused visit comes back on its own bank, whichever the visit between was on") {
    Scenario story = two_banks_scenario();
    story.send(PickBank{1}).start("en").role("clinical").send(ChooseOption{2});
    const Page before = story.model().page;
    story.send(CallAway{}).send(ChoosePause{15}).send(CodeDrawn{4827}).send(GoNext{});
    story.send(PickBank{0}).start("cy").role("support").answer_the_rest().save().send(RecordPooled{});
    story.send(Finish{}).send(Finish{}).send(OpenResume{});
    for (const char digit : std::string("4827")) story.send(TypeKey{digit});
    story.send(GoNext{});
    CHECK(story.model().page == before);
    story.take_commands();
    story.answer_the_rest().save();
    CHECK(banks_recorded(story) == std::vector<std::string>{"other@1.0.0"});
  }

  TEST_CASE("a pick that is left alone is taken back after a minute") {
    Scenario story = two_banks_scenario();
    story.send(PickBank{1});
    CHECK(next_deadline(story.model()) == 60'000);
    story.send(Tick{60'000});
    CHECK(attract_view(story).banks.size() == 2);
  }

  TEST_CASE("what is not offered is not picked") {
    Scenario story = two_banks_scenario();
    for (const int index : {-1, 2, 1'000'000})
      CHECK(update(story.model(), PickBank{index}).model == story.model());
  }
}
