// Reading aloud as the model has it: who asked for it, how loud, and what may be heard on a loudspeaker.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "app/core/speech_view.hpp"
#include "app/core/view_model.hpp"
#include "tests/scenario.hpp"
#include "tests/shipped.hpp"

using namespace app;
using tests::Scenario;

namespace {

Setup speaking_setup(bool is_loudspeaker = false) {
  Setup setup = tests::setup_of(tests::parsed(tests::two_domains));
  setup.is_loudspeaker = is_loudspeaker;
  return setup;
}

bool is_on(const Scenario& story) {
  return make_speech_view(story.model()).is_on;
}

using Commands = std::vector<Command>;

}  // namespace

TEST_SUITE("reading aloud") {
  TEST_CASE("it is silent until someone asks, and asked for by Comfort or by F2") {
    Scenario story{speaking_setup()};
    CHECK_FALSE(is_on(story));
    story.send(SetReadAloud{true});
    CHECK(is_on(story));
    story.take_commands();
    story.send(SetReadAloud{false});
    CHECK_FALSE(is_on(story));
    CHECK(story.take_commands() == Commands{Speak{Say::nothing}});
    story.send(ReadPage{});
    CHECK(is_on(story));
    CHECK(story.take_commands() == Commands{Speak{Say::page}});
  }

  TEST_CASE("without a voice nothing is asked of it, and Comfort says so") {
    Setup mute = speaking_setup();
    mute.can_speak = false;
    Scenario story{mute};
    story.take_commands();
    const Model before = story.model();
    story.send(SetReadAloud{true}).send(ReadPage{}).send(Repeat{}).send(Hush{});
    story.send(ChangeVolume{10}).send(ChangeRate{10});
    CHECK(story.model() == before);
    CHECK(story.take_commands().empty());
    story.send(OpenComfort{});
    const auto comfort = std::get<ComfortView>(make_view(story.model(), tests::shipped_strings()).page);
    CHECK(comfort.speech.note == "Read aloud is not available on this terminal.");
    CHECK(comfort.speech.switches.empty());
  }

  TEST_CASE("A17: Repeat and Stop, volume and rate in steps within their ends, all put back by the wipe") {
    Scenario story{speaking_setup()};
    story.start("en").take_commands();
    story.send(Repeat{}).send(Hush{});
    CHECK(story.take_commands() == Commands{Speak{Say::again}, Speak{Say::nothing}});
    for (int i = 0; i < 25; ++i) story.send(ChangeVolume{10}).send(ChangeRate{-10});
    CHECK(make_speech_view(story.model()).volume == 100);
    CHECK(make_speech_view(story.model()).rate == -100);
    story.send(SetReadAloud{true}).send(Leave{});
    CHECK(story.model().comfort == story.model().setup.comfort);
    CHECK(make_speech_view(story.model()) == SpeechView{});
  }

  TEST_CASE("people are told of 0 to 100") {
    CHECK(out_of_hundred(-100) == 0);
    CHECK(out_of_hundred(0) == 50);
    CHECK(out_of_hundred(90) == 95);
    CHECK(out_of_hundred(100) == 100);
  }

  TEST_CASE("A15: the idle clock stands while something is read") {
    Setup setup = speaking_setup();
    setup.idle_limit = 60'000;
    Scenario story{setup};
    story.start("en").send(Tick{59'000}).send(Tick{500'000, true});
    CHECK(story.page() == "role");
    CHECK(next_deadline(story.model()) == 501'000);
    story.send(Tick{500'999});
    CHECK(story.page() == "role");
    story.send(Tick{501'000});
    CHECK(story.page() == "timeout");
  }

  TEST_CASE("A18: on a loudspeaker the person is asked before anything of theirs is spoken") {
    Scenario story{speaking_setup(true)};
    story.send(Start{"en"}).send(SetReadAloud{true}).send(GoNext{});
    CHECK(story.page() == "privacy");
    CHECK(make_speech_view(story.model()).scope == SpeechScope::everything);
    story.send(GoNext{});
    CHECK(story.page() == "aloud");
    Scenario shy = story;
    shy.send(AllowAloud{false});
    CHECK(shy.page() == "role");
    CHECK(make_speech_view(shy.model()).scope == SpeechScope::questions);
    shy.role("clinical");
    CHECK(make_speech_view(shy.model()).scope == SpeechScope::questions);
    shy.answer_the_rest();
    CHECK(make_speech_view(shy.model()).scope == SpeechScope::nothing);
    shy.save();
    CHECK(shy.page() == "results");
    CHECK(make_speech_view(shy.model()).scope == SpeechScope::nothing);
    shy.send(OpenComfort{});
    CHECK(make_speech_view(shy.model()).scope == SpeechScope::everything);
    story.send(AllowAloud{true}).role("clinical").answer_the_rest().save();
    CHECK(story.page() == "results");
    CHECK(make_speech_view(story.model()).scope == SpeechScope::everything);
    story.send(Finish{});
    CHECK(story.model().comfort.aloud == Aloud::unasked);
  }

  TEST_CASE("A18: it is asked whenever reading aloud is turned on, and Back is a no") {
    Scenario story{speaking_setup(true)};
    story.start("en").role("clinical").answer_the_rest().save();
    story.send(ReadPage{});
    CHECK(story.page() == "aloud");
    story.send(RecordPooled{}).send(GoBack{});
    CHECK(story.page() == "results");
    CHECK(std::get<ResultsPage>(story.model().page.content).outcome.saving == Saving::saved);
    CHECK(make_speech_view(story.model()).scope == SpeechScope::nothing);
  }

  TEST_CASE("with headphones nobody is asked") {
    Scenario story{speaking_setup()};
    story.send(SetReadAloud{true}).start("en");
    CHECK(story.page() == "role");
    CHECK(make_speech_view(story.model()).scope == SpeechScope::everything);
  }
}
