// The voice: speech-dispatcher, none at all, or a record of what would have been said.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/core/utterance.hpp"

namespace app::platform {

class Speech {
 public:
  Speech() = default;
  virtual ~Speech() = default;
  Speech(const Speech&) = delete;
  Speech& operator=(const Speech&) = delete;

  // False: nothing will ever be heard; all else may be called all the same.
  virtual bool is_available() const = 0;

  // One after the other, each in its own language.
  virtual void say(const Utterance& utterance) = 0;
  // Ends what is being said, and forgets what was still to be said.
  virtual void cancel() = 0;

  virtual void set_volume(int volume) = 0;  // -100 .. 100
  virtual void set_rate(int rate) = 0;      // -100 .. 100
  // As the installation has them, before anyone changed them.
  virtual int installed_volume() const = 0;
  virtual int installed_rate() const = 0;

  // Something other than a countdown is being said. Never for longer than its text can last.
  virtual bool is_speaking() const = 0;
};

// No voice.
class NullSpeech : public Speech {
 public:
  bool is_available() const override { return false; }
  void say(const Utterance& /*utterance*/) override {}
  void cancel() override {}
  void set_volume(int /*volume*/) override {}
  void set_rate(int /*rate*/) override {}
  int installed_volume() const override { return 0; }
  int installed_rate() const override { return 0; }
  bool is_speaking() const override { return false; }
};

// Remembers what was said until it is taken, and passes everything on to the voice beneath. Is itself enough
// of a voice: for tests, and for what reads the kiosk in its own way.
class RecordingSpeech : public Speech {
 public:
  explicit RecordingSpeech(std::unique_ptr<Speech> beneath = std::make_unique<NullSpeech>())
      : beneath_(std::move(beneath)) {}

  bool is_available() const override { return true; }
  void say(const Utterance& utterance) override;
  void cancel() override;
  void set_volume(int volume) override { beneath_->set_volume(volume); }
  void set_rate(int rate) override { beneath_->set_rate(rate); }
  int installed_volume() const override { return beneath_->installed_volume(); }
  int installed_rate() const override { return beneath_->installed_rate(); }
  bool is_speaking() const override { return beneath_->is_speaking(); }

  // Since the last call; of more than 1,000 the latest.
  std::vector<Utterance> take();
  int cancels() const { return cancels_; }

 private:
  std::unique_ptr<Speech> beneath_;
  std::vector<Utterance> said_{};
  int cancels_ = 0;
};

enum class Daemon { started_if_need_be, as_it_is };

// Speech-dispatcher; without it, or when it does not answer within 5 seconds, a NullSpeech. `wake` is
// called from another thread when something has been said to its end: it may only wake the loop. No call of
// the voice waits for the daemon.
std::unique_ptr<Speech> open_speech(void (*wake)(), Daemon daemon);

}  // namespace app::platform
