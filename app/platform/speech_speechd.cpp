#include <libspeechd.h>
#include <signal.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <variant>

#include "app/platform/speech.hpp"

namespace app::platform {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr auto patience = std::chrono::seconds(5);  // with a daemon that does not answer
constexpr std::size_t most_jobs = 200;

// The library calls back from a thread of its own and hands over no pointer of ours, and there is only one
// voice.
std::atomic<int> playing{0};  // utterances under way
std::atomic<void (*)()> wake_loop{nullptr};

void has_ended(std::size_t /*message*/, std::size_t /*client*/, SPDNotificationType /*state*/) {
  if (playing.load() > 0) --playing;
  if (void (*const wake)() = wake_loop.load()) wake();
}

struct Cancel {};
struct Volume {
  int value = 0;
};
struct Rate {
  int value = 0;
};
using Job = std::variant<Utterance, Cancel, Volume, Rate>;

// What both threads know. Calls of the library wait for the daemon, and one without a sound card may never
// answer: so none is made by the thread that draws.
struct Shared {
  std::mutex guard{};
  std::condition_variable news{};
  std::deque<Job> jobs{};
  std::optional<bool> is_open{};  // empty: not known yet
  int volume = 0, rate = 0;
  bool is_over = false;    // no more jobs will come
  bool is_closed = false;  // the connection is
};

void carry_out(SPDConnection* connection, const Job& job) {
  if (const auto* utterance = std::get_if<Utterance>(&job)) {
    spd_set_language(connection, utterance->language.c_str());
    const bool is_ordinary = utterance->urgency == Urgency::ordinary;
    spd_say(connection, is_ordinary ? SPD_MESSAGE : SPD_IMPORTANT, utterance->text.c_str());
  } else if (std::holds_alternative<Cancel>(job)) {
    spd_cancel(connection);
  } else if (const auto* volume = std::get_if<Volume>(&job)) {
    spd_set_volume(connection, volume->value);
  } else if (const auto* rate = std::get_if<Rate>(&job)) {
    spd_set_voice_rate(connection, rate->value);
  }
}

SPDConnection* open_connection(Daemon daemon) {
  SPDConnectionAddress* address = spd_get_default_address(nullptr);
  if (address == nullptr) return nullptr;
  char* fault = nullptr;  // the library writes to it without asking whether there is one
  SPDConnection* connection = spd_open2("skills-kiosk", "main", nullptr, SPD_MODE_THREADED, address,
                                        daemon == Daemon::started_if_need_be ? 1 : 0, &fault);
  std::free(fault);
  SPDConnectionAddress__free(address);
  if (connection == nullptr) return nullptr;
  connection->callback_end = has_ended;
  connection->callback_cancel = has_ended;
  spd_set_notification_on(connection, SPD_END);
  spd_set_notification_on(connection, SPD_CANCEL);
  return connection;
}

void work(const std::shared_ptr<Shared>& shared, Daemon daemon) {
  SPDConnection* connection = open_connection(daemon);
  const int volume = connection ? std::clamp(spd_get_volume(connection), -100, 100) : 0;
  const int rate = connection ? std::clamp(spd_get_voice_rate(connection), -100, 100) : 0;
  std::unique_lock lock(shared->guard);
  shared->is_open = connection != nullptr;
  shared->volume = volume;
  shared->rate = rate;
  shared->news.notify_all();
  while (connection != nullptr) {
    shared->news.wait(lock, [&] { return shared->is_over || !shared->jobs.empty(); });
    if (shared->jobs.empty()) break;
    const Job job = std::move(shared->jobs.front());
    shared->jobs.pop_front();
    lock.unlock();
    carry_out(connection, job);
    lock.lock();
  }
  lock.unlock();
  if (connection != nullptr) spd_close(connection);
  lock.lock();
  shared->is_closed = true;
  shared->news.notify_all();
}

class SpeechdSpeech : public Speech {
 public:
  explicit SpeechdSpeech(Daemon daemon) {
    std::thread(work, shared_, daemon).detach();
    std::unique_lock lock(shared_->guard);
    shared_->news.wait_for(lock, patience, [&] { return shared_->is_open.has_value(); });
    is_open_ = shared_->is_open.value_or(false);
    volume_ = shared_->volume;
    rate_ = shared_->rate;
  }
  // Waits a moment for the last word to be taken back; a thread that hangs ends with the program.
  ~SpeechdSpeech() override {
    wake_loop = nullptr;
    cancel();
    std::unique_lock lock(shared_->guard);
    shared_->is_over = true;
    shared_->news.notify_all();
    shared_->news.wait_for(lock, std::chrono::seconds(1), [&] { return shared_->is_closed; });
  }

  bool is_available() const override { return is_open_; }

  void say(const Utterance& utterance) override {
    push(utterance);
    if (utterance.urgency == Urgency::countdown) return;
    ++playing;
    // A voice that never reports back must not keep the kiosk awake for ever.
    constexpr auto slowest = std::chrono::milliseconds(250);  // a byte
    const auto longest = std::chrono::seconds(5) + slowest * static_cast<int>(utterance.text.size());
    over_ = std::max(SteadyClock::now(), over_) + longest;
  }
  void cancel() override {
    {
      const std::lock_guard lock(shared_->guard);
      std::erase_if(shared_->jobs, [](const Job& job) {
        return std::holds_alternative<Utterance>(job) || std::holds_alternative<Cancel>(job);
      });
    }
    push(Cancel{});
    playing = 0;
    over_ = {};
  }
  void set_volume(int volume) override { push(Volume{volume}); }
  void set_rate(int rate) override { push(Rate{rate}); }
  int installed_volume() const override { return volume_; }
  int installed_rate() const override { return rate_; }
  bool is_speaking() const override { return playing.load() > 0 && SteadyClock::now() < over_; }

 private:
  void push(Job job) {
    const std::lock_guard lock(shared_->guard);
    if (shared_->jobs.size() >= most_jobs) return;  // nobody takes them
    shared_->jobs.push_back(std::move(job));
    shared_->news.notify_all();
  }

  std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
  bool is_open_ = false;
  int volume_ = 0, rate_ = 0;
  SteadyClock::time_point over_{};
};

}  // namespace

std::unique_ptr<Speech> open_speech(void (*wake)(), Daemon daemon) {
  // The library writes to a socket that the daemon may close at any time.
  signal(SIGPIPE, SIG_IGN);
  auto speech = std::make_unique<SpeechdSpeech>(daemon);
  if (!speech->is_available()) return std::make_unique<NullSpeech>();
  wake_loop = wake;
  return speech;
}

}  // namespace app::platform
