// draw_pages FRAMES: how long the interface takes to build one frame of each page of a visit, without a
// window: layout, text and draw lists, not the graphics card. Prints "key value" lines in milliseconds of CPU
// time.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <set>
#include <string>
#include <vector>

#include "tests/headless_ui.hpp"
#include "tests/shipped.hpp"

namespace {

double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// A settled page that the pointer moves over is drawn twice: with the event and after it.
constexpr int frames_a_move = 2;

std::vector<double> frame_times(tests::HeadlessUi& ui, int frames) {
  std::vector<double> times;
  for (int drawn = 0; drawn < frames; drawn += frames_a_move) {
    const double before = cpu_milliseconds();
    ui.send(app::ui::PointerMoved{{400, static_cast<float>(200 + drawn % 300)}});
    times.push_back((cpu_milliseconds() - before) / frames_a_move);
  }
  std::ranges::sort(times);
  return times;
}

}  // namespace

int main(int argc, char** argv) {
  const int frames = argc > 1 ? std::atoi(argv[1]) : 2'000;
  std::set<std::string> measured;
  double slowest = 0;
  tests::HeadlessUi ui(1920, 1080);
  for (const app::View& view : tests::views_of_a_visit("en", 100, app::Contrast::normal)) {
    if (!measured.insert(view.id).second) continue;
    ui.show(view);
    const std::vector<double> times = frame_times(ui, frames);
    const double median = times[times.size() / 2];
    slowest = std::max(slowest, median);
    fmt::print("drawing.{}.median_ms {:.3f}\ndrawing.{}.p99_ms {:.3f}\n", view.id, median, view.id,
               times[times.size() * 99 / 100]);
  }
  fmt::print("drawing.slowest_median_ms {:.3f}\n", slowest);
  return EXIT_SUCCESS;
}
