// How the screen is to be read aloud.
#pragma once

#include "app/core/model.hpp"

namespace app {

// questions: what is asked, but not what was answered. nothing: not a word of the page itself.
enum class SpeechScope { everything, questions, nothing };

struct SpeechView {
  bool is_on = false;
  int volume = 0, rate = 0;  // -100 .. 100
  SpeechScope scope = SpeechScope::everything;

  bool operator==(const SpeechView&) const = default;
};

SpeechView make_speech_view(const Model& model);

// True for pages with a person's role, answers, results or words on them.
bool tells_of_person(const Page& page);

// -100 .. 100 as people are told it: 0 .. 100.
int out_of_hundred(int value);

}  // namespace app
