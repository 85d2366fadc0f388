// The voices, without one.
#include "app/platform/speech.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace app;
using namespace app::platform;

TEST_SUITE("speech") {
  TEST_CASE("no voice can be used like one, and nothing comes of it") {
    NullSpeech speech;
    speech.say({"words", "en"});
    speech.set_volume(50);
    speech.set_rate(-50);
    speech.cancel();
    CHECK_FALSE(speech.is_available());
    CHECK_FALSE(speech.is_speaking());
  }

  TEST_CASE("the recording hands out what was said, once and in order, and passes it on") {
    auto beneath = std::make_unique<RecordingSpeech>();
    RecordingSpeech& below = *beneath;
    RecordingSpeech speech(std::move(beneath));
    CHECK(speech.is_available());
    speech.say({"one", "en"});
    speech.say({"dau", "cy", Urgency::important});
    speech.cancel();
    const std::vector<Utterance> both{{"one", "en"}, {"dau", "cy", Urgency::important}};
    CHECK(speech.take() == both);
    CHECK(speech.take().empty());
    CHECK(below.take() == both);
    CHECK(below.cancels() == 1);
  }

  TEST_CASE("of more than a thousand the latest are kept") {
    RecordingSpeech speech;
    for (int i = 0; i < 1002; ++i) speech.say({std::to_string(i), "en"});
    const auto said = speech.take();
    REQUIRE(said.size() == 1000);
    CHECK(said.front().text == "2");
    CHECK(said.back().text == "1001");
  }
}
