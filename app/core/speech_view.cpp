#include "app/core/speech_view.hpp"

#include "assessment/base/overloaded.hpp"

namespace app {
namespace {

// Without leave, on a loudspeaker.
SpeechScope guarded_scope(const Page& page) {
  if (!tells_of_person(page)) return SpeechScope::everything;
  const bool asks =
      std::holds_alternative<RolePage>(page.content) || std::holds_alternative<QuestionPage>(page.content);
  return asks ? SpeechScope::questions : SpeechScope::nothing;
}

// A code is for headphones only, whatever was allowed: who hears it can come back as that person.
SpeechScope scope_of(const Model& model) {
  if (!model.setup.is_loudspeaker) return SpeechScope::everything;
  if (is_one_of<AwayPage, ResumePage>(model.page.content)) return SpeechScope::nothing;
  return model.comfort.aloud == Aloud::yes ? SpeechScope::everything : guarded_scope(model.page);
}

}  // namespace

bool tells_of_person(const Page& page) {
  return std::visit(assessment::Overloaded{
                        [](const RolePage&) { return true; },
                        [](const LinkPage&) { return true; },
                        [](const QuestionPage&) { return true; },
                        [](const CheckPage&) { return true; },
                        [](const ResultsPage&) { return true; },
                        [](const TakeAwayPage&) { return true; },
                        [](const auto&) { return false; },
                    },
                    page.content);
}

SpeechView make_speech_view(const Model& model) {
  const bool is_hidden = std::holds_alternative<CurtainPage>(model.page.content);
  return {.is_on = model.setup.can_speak && model.comfort.is_read_aloud && !is_hidden,
          .volume = model.comfort.volume,
          .rate = model.comfort.rate,
          .scope = scope_of(model)};
}

int out_of_hundred(int value) {
  return (value + 100) / 2;
}

}  // namespace app
