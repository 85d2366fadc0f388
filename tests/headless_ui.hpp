// The interface without a window: fixed size, real fonts, and input through the same door
// that the window uses.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/core/trainer_view.hpp"
#include "app/core/view_model.hpp"
#include "app/ui/presenter.hpp"

namespace tests {

class HeadlessUi {
 public:
  using Drawing = app::ui::Presenter::Drawing;

  HeadlessUi(int width, int height);
  ~HeadlessUi();
  HeadlessUi(const HeadlessUi&) = delete;
  HeadlessUi& operator=(const HeadlessUi&) = delete;

  // Each takes effect with the next frame.
  void resize(int width, int height, float pixels_per_inch = 96);
  void set_text(int text_size, app::Contrast contrast = app::Contrast::normal);

  // Which a bank or a site brought along; their textures are nobody's, as nothing is rendered.
  void set_pictures(app::ui::Pictures pictures) { presenter_.set_pictures(std::move(pictures)); }

  // What is on the screen from now on; drawn until the layout has settled.
  void show(app::View view);
  void show(Drawing drawing, std::string page = "page");
  void show(app::TrainerView view);  // with a mouse's sizes

  // What the dashboard asked for since the last call.
  std::vector<app::TrainerAction> take_trainer_actions() { return std::exchange(trainer_actions_, {}); }

  // Real input, and the actions of all its frames. An unknown id throws.
  std::vector<app::Action> click(std::string_view id);
  std::vector<app::Action> click(Drawing drawing, std::string_view id);
  std::vector<app::Action> key(std::string_view name);
  std::vector<app::Action> send(const app::ui::InputEvent& event);

  // Lets time pass; what the interface wants to draw by itself meanwhile is drawn.
  void wait(app::Milliseconds duration);
  std::optional<app::Milliseconds> next_step() const { return presenter_.next_step(); }

  const std::vector<app::ui::FrameItem>& items() const { return presenter_.items(); }
  const app::ui::FrameItem& item(std::string_view id) const;
  bool has(std::string_view id) const;
  std::string focused() const;
  std::vector<std::string> controls() const;  // ids, in order
  app::ui::Point middle(std::string_view id) const;
  const app::ui::Theme& theme() const { return theme_; }
  const app::ui::BodyScroll& scroll() const { return presenter_.scroll(); }
  const app::ui::Typeface& typeface() const { return typeface_; }

 private:
  std::vector<app::Action> trainer_frame(const std::optional<app::ui::InputEvent>& event);
  std::vector<app::Action> frame(const std::optional<app::ui::InputEvent>& event);
  void settle();
  void fit();

  app::ui::Presenter presenter_{};
  ImGuiContext* context_ = nullptr;   // the presenter's
  ImFontAtlas* own_fonts_ = nullptr;  // the context's, empty: fonts are shared by all of these
  app::ui::Theme theme_{};
  app::ui::Typeface typeface_{};
  app::ui::Screen screen_{};
  int text_size_ = 100;
  app::Contrast contrast_ = app::Contrast::normal;
  std::optional<app::View> view_{};
  std::optional<app::TrainerView> trainer_view_{};
  std::vector<app::TrainerAction> trainer_actions_{};
  Drawing drawing_{};
  std::string page_{};
  app::Milliseconds now_ = 0;
  bool is_settled_ = false;
};

}  // namespace tests
