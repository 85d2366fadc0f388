// Built where there is no speech-dispatcher.
#include "app/platform/speech.hpp"

namespace app::platform {

std::unique_ptr<Speech> open_speech(void (* /*wake*/)(), Daemon /*daemon*/) {
  return std::make_unique<NullSpeech>();
}

}  // namespace app::platform
