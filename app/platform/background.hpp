// One thread beside the window's, which does one job after another, so that reading never holds up a frame.
//
// Jobs answer with actions, which the loop takes on its own thread: nothing else is shared.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

#include "app/core/trainer_action.hpp"

namespace app::platform {

using PostAction = std::function<void(TrainerAction)>;

class Background {
 public:
  // Long ones look at the token now and then, and end soon once it is stopped.
  using Job = std::function<void(std::stop_token, const PostAction&)>;

  // `wake` is called from the thread after each answer. `look` is a job for when nothing else was asked for
  // during so many seconds, again and again; null: none.
  Background(std::function<void()> wake, Job look, double look_seconds);
  // Stops the present job, leaves out the others, and waits for the thread.
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  // Done after all that was asked for before.
  void start(Job job);
  // Asks the present job, and all that wait, to stop.
  void stop();
  // What was answered since the last call, in order.
  std::vector<TrainerAction> take();

 private:
  struct Waiting {
    Job job{};
    std::stop_source stop{};
  };

  void run(const std::stop_token& end);
  void post(TrainerAction action);

  std::function<void()> wake_;
  Job look_;
  double look_seconds_;
  std::mutex mutex_{};
  std::condition_variable_any asked_{};
  std::deque<Waiting> waiting_{};
  std::stop_source present_{};
  std::vector<TrainerAction> answers_{};
  std::jthread thread_;  // last: it works with all of the above
};

}  // namespace app::platform
