// The dashboard's frame loop: input or an answer from the background, actions, update, view, frame.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/strings.hpp"
#include "app/core/trainer_update.hpp"
#include "app/core/trainer_view.hpp"
#include "app/platform/clock.hpp"
#include "app/platform/drawn_loop.hpp"
#include "app/platform/renderer.hpp"
#include "app/platform/window.hpp"
#include "app/ui/presenter.hpp"

namespace app::platform {

// The work that a loop asks for, and what comes of it; neither waits.
struct TrainerWork {
  std::function<void(const TrainerCommand&)> start{};
  std::function<std::vector<TrainerAction>()> take_answers{};
};

class TrainerLoop : public DrawnLoop {
 public:
  // Everything referred to outlives the loop.
  TrainerLoop(const TrainerSetup& setup, const Strings& strings, const FontFiles& fonts, Window& window,
              const Clock& clock, TrainerWork work);

  // Until the window is asked to close.
  void run();

  void turn() override;
  std::optional<Milliseconds> deadline() const override { return std::nullopt; }
  bool is_over() const override { return false; }
  std::string_view page() const override { return page_id(model_.page); }
  const std::vector<ui::FrameItem>& items() const override { return presenter_.items(); }
  const ui::BodyScroll& scroll() const override { return presenter_.scroll(); }

  const TrainerModel& model() const { return model_; }

 private:
  void apply(const TrainerAction& action);
  void refresh() override;
  void learn_names();
  bool build(const std::optional<ui::InputEvent>& event) override;
  void draw() override { renderer_.finish(theme_); }

  const Strings& strings_;
  Window& window_;
  const Clock& clock_;
  TrainerWork work_;
  TrainerModel model_;
  TrainerView view_;
  std::string texts_;
  ui::Presenter presenter_{};  // before the renderer, which works in its context
  Renderer renderer_;
  ui::Theme theme_{};  // of the frame that was built last
};

}  // namespace app::platform
