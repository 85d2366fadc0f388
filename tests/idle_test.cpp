// What happens because time passes: quiet visits end, and results are released while nobody is there.
#include <doctest/doctest.h>

#include "app/core/update.hpp"
#include "tests/scenario.hpp"

using namespace app;
using tests::scenario;
using tests::Scenario;

TEST_SUITE("idle") {
  TEST_CASE("three quiet minutes bring the warning, one more wipes the visit") {
    Scenario story = scenario();
    story.start("en").role("clinical").send(ChooseOption{2}).take_commands();
    CHECK(next_deadline(story.model()) == 180'000);
    story.send(Tick{179'999});
    CHECK(story.page() == "question");
    story.send(Tick{180'000});
    CHECK(story.page() == "timeout");
    CHECK(next_deadline(story.model()) == 181'000);  // the seconds on the screen
    story.send(Tick{239'999});
    CHECK(story.page() == "timeout");
    CHECK(story.take_commands().empty());
    story.send(Tick{240'000});
    CHECK(story.page() == "attract");
    CHECK(story.take_commands() == std::vector<Command>{WipeVisit{}});
    CHECK(story.model().comfort == story.model().setup.comfort);
  }

  TEST_CASE("any input on the warning brings the page back as it was, as often as wanted") {
    Scenario story = scenario();
    story.start("en").role("clinical").send(ChooseOption{2});
    const Page before = story.model().page;
    for (Milliseconds round = 1; round <= 12; ++round) {
      story.send(Tick{round * 200'000});
      CHECK(story.page() == "timeout");
      story.send(InputSeen{});
      CHECK(story.model().page == before);
    }
  }

  TEST_CASE("input puts the warning off") {
    Scenario story = scenario();
    story.start("en").send(Tick{100'000}).send(InputSeen{}).send(Tick{279'999});
    CHECK(story.page() == "role");
    story.send(Tick{280'000});
    CHECK(story.page() == "timeout");
  }

  TEST_CASE("results wait one minute, and what was saved stays saved") {
    Scenario story = scenario();
    story.start("en").role("clinical").answer_the_rest().save().send(RecordPooled{}).take_commands();
    story.send(Tick{60'000});
    CHECK(story.page() == "timeout");
    story.send(Tick{120'000});
    CHECK(story.page() == "attract");
    CHECK(story.take_commands() == std::vector<Command>{WipeVisit{}});  // and no second PoolRecord
  }

  TEST_CASE("finished returns to attract after a minute") {
    Scenario story = scenario();
    story.start("en").role("clinical").answer_the_rest().save().send(Finish{}).send(Tick{59'999});
    CHECK(story.page() == "finished");
    story.send(Tick{60'000});
    CHECK(story.page() == "attract");
  }

  TEST_CASE("an idle limit of 0 never warns; attract never does") {
    Setup setup = tests::setup_of(tests::parsed(tests::two_domains));
    setup.idle_limit = 0;
    Scenario story(setup);
    story.start("en").role("clinical").send(Tick{100'000'000});
    CHECK(story.page() == "question");
    CHECK(next_deadline(story.model()) == std::nullopt);
    CHECK(next_deadline(scenario().model()) == std::nullopt);
  }

  TEST_CASE("settings tried on attract and left are put back") {
    Scenario story = scenario();
    story.send(SetTextSize{200});
    CHECK(next_deadline(story.model()) == 60'000);
    story.send(Tick{60'000});
    CHECK(story.model().comfort.text_size == 100);
  }

  TEST_CASE("time never runs backwards") {
    Scenario story = scenario();
    story.send(Tick{5'000}).send(Tick{1'000});
    CHECK(story.model().now == 5'000);
  }
}

TEST_SUITE("release") {
  TEST_CASE("the moment to look for a release is drawn anew each time") {
    Scenario story = scenario();
    story.take_commands();
    story.send(ReleaseScheduled{600'000});
    CHECK(next_deadline(story.model()) == 600'000);
    story.send(Tick{600'000});
    CHECK(story.take_commands() == std::vector<Command>{ReleaseIfDue{}, ScheduleRelease{}});
    CHECK(next_deadline(story.model()) == std::nullopt);
  }

  TEST_CASE("nothing is released during a visit or shortly after one") {
    Scenario story = scenario();
    story.send(ReleaseScheduled{100'000}).start("en").take_commands();
    story.send(Tick{100'000});
    CHECK(story.take_commands() == std::vector<Command>{ScheduleRelease{}});

    Scenario after = scenario();
    after.send(ReleaseScheduled{100'000})
        .send(Tick{40'001})
        .send(Start{"en"})
        .send(Leave{})
        .send(InputSeen{})
        .take_commands();
    after.send(Tick{100'000});  // 59.999 seconds after the last input
    CHECK(after.take_commands() == std::vector<Command>{ScheduleRelease{}});
  }
}
