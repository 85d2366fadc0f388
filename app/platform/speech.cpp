#include "app/platform/speech.hpp"

#include <utility>

namespace app::platform {

namespace {

constexpr std::size_t most_remembered = 1000;

}  // namespace

void RecordingSpeech::say(const Utterance& utterance) {
  if (said_.size() == most_remembered) said_.erase(said_.begin());
  said_.push_back(utterance);
  beneath_->say(utterance);
}

void RecordingSpeech::cancel() {
  ++cancels_;
  beneath_->cancel();
}

std::vector<Utterance> RecordingSpeech::take() {
  return std::exchange(said_, {});
}

}  // namespace app::platform
