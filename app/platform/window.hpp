// The window: GLFW, OpenGL 3.3, and the hands that reach it as InputEvents.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/platform/window_size.hpp"
#include "app/ui/input.hpp"
#include "app/ui/theme.hpp"

struct GLFWwindow;

namespace app::platform {

// No display, no OpenGL 3.3: in one sentence that says what to do.
class WindowError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// What the site says of the glass; none: as the monitor reports it, which is often wrong.
struct Glass {
  std::optional<float> width_mm{};
  float viewing_mm = 500;
};

// Ends a wait, from any thread.
void wake_window();

class Window {
 public:
  // On `monitor`: its number from 1 or its name; "" or one that is not there: the primary one.
  // Throws WindowError. There is only ever one.
  explicit Window(const std::optional<WindowSize>& size, const std::string& monitor = "");
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  ui::Screen screen() const;
  void set_glass(const Glass& glass) { glass_ = glass; }

  // Returns when something happened, or after so many seconds; none: only when something happened.
  void wait(std::optional<double> seconds);
  void poll();

  // What has come in since the last call, in order; moves of the pointer that nothing stands between are one.
  std::vector<ui::InputEvent> take_events();
  // True once after the window was uncovered or resized.
  bool take_damage();
  // The automation's hand: takes the same way as a real one.
  void inject(const ui::InputEvent& event);

  void set_title(const std::string& title);
  void present();  // shows what was drawn
  bool is_asked_to_close() const;
  void stay_open();  // as if nobody had asked

 private:
  friend struct WindowCallbacks;

  GLFWwindow* window_ = nullptr;
  std::vector<ui::InputEvent> events_{};
  std::string monitor_;
  ui::Point pointer_{};
  Glass glass_{};
  bool is_damaged_ = true;
};

}  // namespace app::platform
