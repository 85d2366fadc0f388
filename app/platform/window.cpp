#include "app/platform/window.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>
#include <variant>
// glad before GLFW
#include <glad/gl.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#endif

namespace app::platform {

namespace {

constexpr double wheel_step = 60;  // pixels

constexpr std::array<std::pair<int, ui::Key>, 47> keys{{
    {GLFW_KEY_TAB, ui::Key::tab},
    {GLFW_KEY_ENTER, ui::Key::enter},
    {GLFW_KEY_KP_ENTER, ui::Key::enter},
    {GLFW_KEY_SPACE, ui::Key::space},
    {GLFW_KEY_ESCAPE, ui::Key::escape},
    {GLFW_KEY_UP, ui::Key::up},
    {GLFW_KEY_DOWN, ui::Key::down},
    {GLFW_KEY_LEFT, ui::Key::left},
    {GLFW_KEY_RIGHT, ui::Key::right},
    {GLFW_KEY_PAGE_UP, ui::Key::page_up},
    {GLFW_KEY_PAGE_DOWN, ui::Key::page_down},
    {GLFW_KEY_F1, ui::Key::f1},
    {GLFW_KEY_F2, ui::Key::f2},
    {GLFW_KEY_F3, ui::Key::f3},
    {GLFW_KEY_F4, ui::Key::f4},
    {GLFW_KEY_F5, ui::Key::f5},
    {GLFW_KEY_F6, ui::Key::f6},
    {GLFW_KEY_F7, ui::Key::f7},
    {GLFW_KEY_F8, ui::Key::f8},
    {GLFW_KEY_F9, ui::Key::f9},
    {GLFW_KEY_F10, ui::Key::f10},
    {GLFW_KEY_F11, ui::Key::f11},
    {GLFW_KEY_F12, ui::Key::f12},
    {GLFW_KEY_0, ui::Key::digit_0},
    {GLFW_KEY_1, ui::Key::digit_1},
    {GLFW_KEY_2, ui::Key::digit_2},
    {GLFW_KEY_3, ui::Key::digit_3},
    {GLFW_KEY_4, ui::Key::digit_4},
    {GLFW_KEY_5, ui::Key::digit_5},
    {GLFW_KEY_6, ui::Key::digit_6},
    {GLFW_KEY_7, ui::Key::digit_7},
    {GLFW_KEY_8, ui::Key::digit_8},
    {GLFW_KEY_9, ui::Key::digit_9},
    {GLFW_KEY_KP_0, ui::Key::digit_0},
    {GLFW_KEY_KP_1, ui::Key::digit_1},
    {GLFW_KEY_KP_2, ui::Key::digit_2},
    {GLFW_KEY_KP_3, ui::Key::digit_3},
    {GLFW_KEY_KP_4, ui::Key::digit_4},
    {GLFW_KEY_KP_5, ui::Key::digit_5},
    {GLFW_KEY_KP_6, ui::Key::digit_6},
    {GLFW_KEY_KP_7, ui::Key::digit_7},
    {GLFW_KEY_KP_8, ui::Key::digit_8},
    {GLFW_KEY_KP_9, ui::Key::digit_9},
    {GLFW_KEY_PERIOD, ui::Key::point},
    {GLFW_KEY_KP_DECIMAL, ui::Key::point},
    {GLFW_KEY_BACKSPACE, ui::Key::backspace},
    {GLFW_KEY_DELETE, ui::Key::backspace},
}};

std::optional<ui::Key> key_of(int code) {
  for (const auto& [known, key] : keys) {
    if (known == code) return key;
  }
  return std::nullopt;
}

std::string last_error() {
  const char* text = nullptr;
  glfwGetError(&text);
  return text == nullptr ? "no reason was given" : text;
}

GLFWmonitor* find_monitor(const std::string& wanted) {
  int count = 0;
  GLFWmonitor** monitors = glfwGetMonitors(&count);
  for (int index = 0; index < count; ++index) {
    if (wanted == fmt::to_string(index + 1) || wanted == glfwGetMonitorName(monitors[index]))
      return monitors[index];
  }
  return glfwGetPrimaryMonitor();
}

GLFWwindow* open_window(const std::optional<WindowSize>& size, const std::string& wanted_monitor) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);  // a kiosk stays in front
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  if (size) return glfwCreateWindow(size->width, size->height, "Skills Kiosk", nullptr, nullptr);
  GLFWmonitor* monitor = find_monitor(wanted_monitor);
  const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
  if (mode == nullptr) return nullptr;
  return glfwCreateWindow(mode->width, mode->height, "Skills Kiosk", monitor, nullptr);
}

// By the width in millimetres that the site gives, else by what the monitor says; 0: nobody knows.
float pixels_per_inch(const std::string& wanted_monitor, std::optional<float> stated_mm) {
  GLFWmonitor* monitor = find_monitor(wanted_monitor);
  const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
  if (mode == nullptr) return 0;
  int width_mm = 0;
  int height_mm = 0;
  glfwGetMonitorPhysicalSize(monitor, &width_mm, &height_mm);
  const float width = stated_mm.value_or(static_cast<float>(width_mm));
  return width <= 0 ? 0 : static_cast<float>(mode->width) / width * 25.4F;
}

}  // namespace

struct WindowCallbacks {
  static Window& of(GLFWwindow* handle) { return *static_cast<Window*>(glfwGetWindowUserPointer(handle)); }

  static void moved(GLFWwindow* handle, double x, double y) {
    int width = 1;
    int height = 1;
    glfwGetWindowSize(handle, &width, &height);
    const ui::Screen screen = of(handle).screen();
    const auto scale = [](double at, int pixels, int units) {
      return static_cast<float>(at * pixels / (units > 0 ? units : 1));
    };
    of(handle).inject(ui::PointerMoved{{scale(x, screen.width, width), scale(y, screen.height, height)}});
  }
  static void pressed(GLFWwindow* handle, int button, int action, int /*modifiers*/) {
    if (button != GLFW_MOUSE_BUTTON_LEFT) return;
    // A touch moves the pointer and presses at once: the press brings its own place with it.
    double x = 0;
    double y = 0;
    glfwGetCursorPos(handle, &x, &y);
    moved(handle, x, y);
    Window& window = of(handle);
    if (action == GLFW_PRESS) window.inject(ui::PointerPressed{window.pointer_});
    if (action == GLFW_RELEASE) window.inject(ui::PointerReleased{window.pointer_});
  }
  static void turned(GLFWwindow* handle, double /*x*/, double y) {
    of(handle).inject(ui::Scrolled{static_cast<float>(-y * wheel_step)});
  }
  static void struck(GLFWwindow* handle, int code, int /*scan*/, int action, int modifiers) {
    if (action != GLFW_PRESS) return;  // repeats are nobody's intention
    const std::optional<ui::Key> key = key_of(code);
    if (!key) return;
    const bool has_shift = (modifiers & GLFW_MOD_SHIFT) != 0;
    if (has_shift && *key >= ui::Key::digit_0) return;  // these are other characters then
    of(handle).inject(ui::KeyPressed{*key, has_shift ? ui::Shift::held : ui::Shift::up});
  }
  static void uncovered(GLFWwindow* handle) { of(handle).is_damaged_ = true; }
  static void resized(GLFWwindow* handle, int /*width*/, int /*height*/) { of(handle).is_damaged_ = true; }
};

Window::Window(const std::optional<WindowSize>& size, const std::string& monitor) : monitor_(monitor) {
  if (glfwInit() != GLFW_TRUE) {
    throw WindowError(
        fmt::format("no window can be opened ({}); start this in a graphical session", last_error()));
  }
  window_ = open_window(size, monitor_);
  if (window_ == nullptr) {
    const std::string reason = last_error();
    glfwTerminate();
    throw WindowError(
        fmt::format("no window with OpenGL 3.3 can be opened ({}); a graphics driver is needed", reason));
  }
  glfwMakeContextCurrent(window_);
  if (gladLoadGL(glfwGetProcAddress) == 0) {
    glfwDestroyWindow(window_);
    glfwTerminate();
    throw WindowError("OpenGL 3.3 cannot be loaded; a graphics driver is needed");
  }
  glfwSwapInterval(1);
  glfwSetWindowUserPointer(window_, this);
  glfwSetCursorPosCallback(window_, WindowCallbacks::moved);
  glfwSetMouseButtonCallback(window_, WindowCallbacks::pressed);
  glfwSetScrollCallback(window_, WindowCallbacks::turned);
  glfwSetKeyCallback(window_, WindowCallbacks::struck);
  glfwSetWindowRefreshCallback(window_, WindowCallbacks::uncovered);
  glfwSetFramebufferSizeCallback(window_, WindowCallbacks::resized);
}

Window::~Window() {
#if defined(__SANITIZE_ADDRESS__)
  // Graphics drivers keep some memory for good, and once they are unloaded their leaks have no
  // names to tell them from ours by. So leaks are counted while the driver still holds on to its own.
  __lsan_do_leak_check();
#endif
  glfwDestroyWindow(window_);
  glfwTerminate();
}

void wake_window() {
  glfwPostEmptyEvent();
}

ui::Screen Window::screen() const {
  ui::Screen screen;
  glfwGetFramebufferSize(window_, &screen.width, &screen.height);
  screen.pixels_per_inch = pixels_per_inch(monitor_, glass_.width_mm);
  screen.viewing_mm = glass_.viewing_mm;
  return screen;
}

void Window::wait(std::optional<double> seconds) {
  if (!seconds) {
    glfwWaitEvents();
  } else if (*seconds > 0) {
    glfwWaitEventsTimeout(*seconds);
  } else {
    glfwPollEvents();
  }
}

void Window::poll() {
  glfwPollEvents();
}

std::vector<ui::InputEvent> Window::take_events() {
  return std::exchange(events_, {});
}

bool Window::take_damage() {
  return std::exchange(is_damaged_, false);
}

void Window::inject(const ui::InputEvent& event) {
  if (const auto* moved = std::get_if<ui::PointerMoved>(&event)) {
    pointer_ = moved->at;
    if (!events_.empty() && std::holds_alternative<ui::PointerMoved>(events_.back())) events_.pop_back();
  }
  events_.push_back(event);
}

void Window::set_title(const std::string& title) {
  glfwSetWindowTitle(window_, title.c_str());
}

void Window::present() {
  glfwSwapBuffers(window_);
}

bool Window::is_asked_to_close() const {
  return glfwWindowShouldClose(window_) == GLFW_TRUE;
}

void Window::stay_open() {
  glfwSetWindowShouldClose(window_, GLFW_FALSE);
}

}  // namespace app::platform
