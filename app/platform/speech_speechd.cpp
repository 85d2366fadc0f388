#include <libspeechd.h>
#include <signal.h>

#include <algorithm>
#include <atomic>
#include <chrono>

#include "app/platform/speech.hpp"

namespace app::platform {

namespace {

using Clock = std::chrono::steady_clock;

// The library calls back from a thread of its own and hands over no pointer of ours, and there is only one
// voice.
std::atomic<int> playing{0};  // utterances under way
std::atomic<void (*)()> wake_loop{nullptr};

void has_ended(std::size_t /*message*/, std::size_t /*client*/, SPDNotificationType /*state*/) {
  if (playing.load() > 0) --playing;
  if (void (*const wake)() = wake_loop.load()) wake();
}

class SpeechdSpeech : public Speech {
 public:
  explicit SpeechdSpeech(SPDConnection* connection) : connection_(connection) {
    connection_->callback_end = has_ended;
    connection_->callback_cancel = has_ended;
    spd_set_notification_on(connection_, SPD_END);
    spd_set_notification_on(connection_, SPD_CANCEL);
    spd_set_data_mode(connection_, SPD_DATA_TEXT);
    volume_ = std::clamp(spd_get_volume(connection_), -100, 100);
    rate_ = std::clamp(spd_get_voice_rate(connection_), -100, 100);
  }
  ~SpeechdSpeech() override {
    wake_loop = nullptr;
    spd_cancel(connection_);
    spd_close(connection_);
  }

  bool is_available() const override { return true; }

  void say(const Utterance& utterance) override {
    spd_set_language(connection_, utterance.language.c_str());
    const bool is_ordinary = utterance.urgency == Urgency::ordinary;
    if (spd_say(connection_, is_ordinary ? SPD_MESSAGE : SPD_IMPORTANT, utterance.text.c_str()) < 0) return;
    if (utterance.urgency == Urgency::countdown) return;
    ++playing;
    // A voice that never reports back must not keep the kiosk awake for ever.
    constexpr auto slowest = std::chrono::milliseconds(250);  // a byte
    const auto longest = std::chrono::seconds(5) + slowest * static_cast<int>(utterance.text.size());
    over_ = std::max(Clock::now(), over_) + longest;
  }
  void cancel() override {
    spd_cancel(connection_);
    playing = 0;
    over_ = {};
  }
  void set_volume(int volume) override { spd_set_volume(connection_, volume); }
  void set_rate(int rate) override { spd_set_voice_rate(connection_, rate); }
  int installed_volume() const override { return volume_; }
  int installed_rate() const override { return rate_; }
  bool is_speaking() const override { return playing.load() > 0 && Clock::now() < over_; }

 private:
  SPDConnection* connection_;
  int volume_ = 0, rate_ = 0;
  Clock::time_point over_{};
};

}  // namespace

std::unique_ptr<Speech> open_speech(void (*wake)()) {
  // The library writes to a socket that the daemon may close at any time.
  signal(SIGPIPE, SIG_IGN);
  SPDConnection* connection = spd_open("skills-kiosk", "main", nullptr, SPD_MODE_THREADED);
  if (connection == nullptr) return std::make_unique<NullSpeech>();
  wake_loop = wake;
  return std::make_unique<SpeechdSpeech>(connection);
}

}  // namespace app::platform
