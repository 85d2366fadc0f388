#include "app/platform/background.hpp"

#include <chrono>
#include <optional>
#include <utility>

namespace app::platform {

Background::Background(std::function<void()> wake, Job look, double look_seconds)
    : wake_(std::move(wake)),
      look_(std::move(look)),
      look_seconds_(look_seconds),
      thread_([this](const std::stop_token& end) { run(end); }) {}

Background::~Background() {
  thread_.request_stop();
  stop();
}

void Background::start(Job job) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({std::move(job), {}});
  }
  asked_.notify_one();
}

void Background::stop() {
  const std::lock_guard lock(mutex_);
  present_.request_stop();
  for (Waiting& waiting : waiting_) waiting.stop.request_stop();
}

std::vector<TrainerAction> Background::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(answers_, {});
}

void Background::post(TrainerAction action) {
  {
    const std::lock_guard lock(mutex_);
    answers_.push_back(std::move(action));
  }
  wake_();
}

void Background::run(const std::stop_token& end) {
  const auto pause = std::chrono::duration<double>(look_seconds_);
  const PostAction answer = [this](TrainerAction action) { post(std::move(action)); };
  while (!end.stop_requested()) {
    Job job = look_;
    std::stop_token stop;
    {
      std::unique_lock lock(mutex_);
      const bool is_asked = asked_.wait_for(lock, end, pause, [this] { return !waiting_.empty(); });
      if (end.stop_requested()) return;
      present_ = is_asked ? waiting_.front().stop : std::stop_source();
      stop = present_.get_token();
      if (is_asked) {
        job = std::move(waiting_.front().job);
        waiting_.pop_front();
      }
    }
    if (job) job(stop, answer);
  }
}

}  // namespace app::platform
