#include "tests/monkey.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <random>
#include <variant>

#include "app/core/update.hpp"
#include "assessment/base/overloaded.hpp"
#include "tests/headless_ui.hpp"
#include "tests/shipped.hpp"

namespace tests {

namespace {

using namespace app;

constexpr int inputs_between_ways_back = 150;
constexpr int most_presses_back = 400;  // more pages than any visit has
constexpr Milliseconds calm = 1'000;    // between the presses of somebody with sense

struct Glass {
  int width, height;
};
constexpr std::array glasses{Glass{1024, 768}, Glass{1920, 1080}};

// The buttons that lead out, one of which every page that somebody uses has; "back" of any page beside them.
constexpr std::array ways_out{"curtain.show",  "aloud.no",       "timeout.finish", "resume.afresh",
                              "staff.leave",   "results.finish", "take_away.next", "finished.next",
                              "privacy.leave", "attract.back"};

bool is_presence(const ui::InputEvent& event) {
  return std::holds_alternative<ui::PointerReleased>(event) || std::holds_alternative<ui::KeyPressed>(event);
}

class Monkey {
 public:
  Monkey(const Setup& setup, std::uint64_t seed) : setup_(setup), chance_(seed) { switch_on(); }

  void play(std::int64_t inputs) {
    std::int64_t next_way_back = inputs_between_ways_back;
    while (found_.inputs < inputs) {
      act();
      if (found_.inputs < next_way_back) continue;
      find_back();
      next_way_back = found_.inputs + inputs_between_ways_back;
    }
    find_back();
  }

  const MonkeyFindings& findings() const { return found_; }

 private:
  std::size_t any(std::size_t count) { return static_cast<std::size_t>(chance_() % count); }
  bool one_in(std::size_t count) { return any(count) == 0; }

  void switch_on() {
    const Step start = start_kiosk(setup_);
    model_ = start.model;
    now_ = 0;
    new_screen();
    for (const Command& command : start.commands) carry_out(command);
  }

  void new_screen() {
    const Glass& glass = glasses[any(glasses.size())];
    ui_ = std::make_unique<HeadlessUi>(glass.width, glass.height);
    show();
  }

  void show() {
    found_.pages.insert(std::string(page_id(model_.page)));
    View view = make_view(model_, shipped_strings());
    ui_->set_text(view.text_size, view.contrast);
    ui_->show(std::move(view));
  }

  // What a person does who presses, strikes and turns without looking.
  void act() {
    const std::size_t what = any(100);
    if (what < 50) return press_control();
    if (what < 80) return send(ui::KeyPressed{any_key(), one_in(4) ? ui::Shift::held : ui::Shift::up});
    if (what < 90) return touch_anywhere();
    if (what < 93) return send(ui::Scrolled{static_cast<float>(any(801)) - 400});
    constexpr std::array<Milliseconds, 6> waits{100, 700, 5'000, 65'000, 200'000, 1'300'000};
    wait(waits[any(waits.size())]);
  }

  ui::Key any_key() {
    if (one_in(2)) return one_in(2) ? ui::Key::tab : ui::Key::enter;
    return static_cast<ui::Key>(any(static_cast<std::size_t>(ui::Key::backspace) + 1));
  }

  void press_control() {
    const std::vector<std::string> controls = ui_->controls();
    if (controls.empty()) return touch_anywhere();
    // By chance alone hardly anybody comes as far as the questions.
    const auto way_on =
        std::ranges::find_if(controls, [](const std::string& id) { return id.ends_with(".next"); });
    press(way_on != controls.end() && one_in(4) ? *way_on : controls[any(controls.size())]);
  }

  void press(const std::string& id) {
    ++found_.inputs;
    take(ui_->click(id));
    take({InputSeen{}});
    wait_quietly(static_cast<Milliseconds>(any(700)));
  }

  void touch_anywhere() {
    send(ui::PointerPressed{anywhere()});
    if (one_in(3)) send(ui::PointerMoved{anywhere()});
    send(ui::PointerReleased{anywhere()});
  }

  ui::Point anywhere() {
    const auto& screen = ui_->theme().screen;
    return {static_cast<float>(any(static_cast<std::size_t>(screen.width))),
            static_cast<float>(any(static_cast<std::size_t>(screen.height)))};
  }

  void send(const ui::InputEvent& event) {
    ++found_.inputs;
    std::vector<Action> actions = ui_->send(event);
    if (is_presence(event)) actions.push_back(InputSeen{});
    take(actions);
    wait_quietly(static_cast<Milliseconds>(any(300)));
  }

  void wait(Milliseconds duration) {
    ++found_.inputs;
    wait_quietly(duration);
  }

  void wait_quietly(Milliseconds duration) {
    ui_->wait(duration);
    now_ += duration;
    take({Tick{now_, one_in(10)}});
  }

  void take(const std::vector<Action>& actions) {
    for (const Action& action : actions) apply(action);
    show();
  }

  void apply(const Action& action) {
    Step step = update(model_, action);
    model_ = std::move(step.model);
    for (const Command& command : step.commands) carry_out(command);
  }

  void carry_out(const Command& command) {
    std::visit(assessment::Overloaded{
                   [&](const DrawSeed&) { one_in(50) ? apply(VisitRefused{}) : apply(SeedDrawn{chance_()}); },
                   [&](const DrawCode&) { apply(CodeDrawn{static_cast<int>(any(10'000))}); },
                   [&](const CheckPin&) { apply(PinChecked{one_in(2)}); },
                   [&](const LookAtKiosk&) { apply(KioskSeen{}); },
                   [&](const PoolRecord&) { one_in(5) ? apply(RecordNotPooled{}) : apply(RecordPooled{}); },
                   [&](const PrintPage&) { one_in(3) ? apply(NotPrinted{}) : apply(Printed{}); },
                   [&](const ScheduleRelease&) { apply(ReleaseScheduled{now_ + 600'000}); },
                   [&](const QuitKiosk&) { switch_on(); },
                   [&](const WipeVisit&) { end_visit(); },
                   [](const Speak&) {},
                   [](const ReleaseIfDue&) {},
                   [](const Log&) {},
               },
               command);
  }

  // What a wipe leaves must be a kiosk that nobody has used.
  void end_visit() {
    ++found_.visits;
    Model fresh = start_kiosk(setup_).model;
    Model left = model_;
    const bool is_resting = is_one_of<AttractPage, FinishedPage, OutOfOrderPage>(left.page.content);
    if (!is_resting) found_.residue.push_back(fmt::format("page {}", page_id(left.page)));
    left.page = fresh.page;
    // These belong to the kiosk and to those who were called away.
    left.now = fresh.now;
    left.last_input = fresh.last_input;
    left.release_at = fresh.release_at;
    left.paused = fresh.paused;
    left.code_tries = fresh.code_tries;
    left.pin_tries = fresh.pin_tries;
    if (!(left == fresh)) found_.residue.push_back("a model that is not a fresh one");
    new_screen();
    if (is_one_of<AttractPage>(model_.page.content)) compare_first_pages(fresh);
  }

  void compare_first_pages(const Model& fresh) {
    const auto& screen = ui_->theme().screen;
    HeadlessUi other(screen.width, screen.height);
    View view = make_view(fresh, shipped_strings());
    other.set_text(view.text_size, view.contrast);
    other.show(std::move(view));
    if (ui_->items() != other.items()) found_.residue.push_back("a first page that is not a fresh one");
  }

  std::optional<std::string> way_out() const {
    for (const char* id : ways_out) {
      if (ui_->has(id)) return id;
    }
    const std::vector<std::string> controls = ui_->controls();
    const auto back =
        std::ranges::find_if(controls, [](const std::string& id) { return id.ends_with(".back"); });
    return back == controls.end() ? std::nullopt : std::optional(*back);
  }

  // Somebody with sense comes, and wants the first page.
  void find_back() {
    ++found_.ways_back;
    const Page attract{AttractPage{}};
    for (int press_count = 0; press_count < most_presses_back; ++press_count) {
      if (model_.page == attract) return;
      wait_quietly(calm);
      if (const auto way = way_out()) {
        press(*way);
      } else if (is_one_of<CleanPage, OutOfOrderPage>(model_.page.content)) {
        wait(after_results_limit);  // these go by themselves
      } else {
        break;
      }
    }
    if (model_.page == attract) return;
    found_.dead_ends.push_back(std::string(page_id(model_.page)));
    switch_on();
  }

  Setup setup_;
  std::mt19937_64 chance_;
  Model model_{};
  Milliseconds now_ = 0;
  std::unique_ptr<HeadlessUi> ui_{};
  MonkeyFindings found_{};
};

}  // namespace

MonkeyFindings let_monkey_play(const Setup& setup, std::int64_t inputs, std::uint64_t seed) {
  Monkey monkey(setup, seed);
  monkey.play(inputs);
  return monkey.findings();
}

std::vector<Playground> playgrounds() {
  Setup everything = every_type_setup();
  everything.organisation = "Llanfair Community Hospital Digital Learning";
  everything.help_text = "Digital skills team, room 12, extension 4321";
  everything.admin_pin = "a PIN";
  everything.can_speak = true;
  everything.is_loudspeaker = true;
  everything.has_printer = true;
  everything.link_key = assessment::SecretKey{7};
  everything.double_strike = 500;
  everything.pause_minutes = 60;
  Setup several = shipped_setup();
  several.offers = {{several.bank, several.languages}, {everything.bank, several.languages}};
  several.double_strike = 500;
  Setup alone = every_type_setup();
  alone.idle_limit = 0;
  alone.is_locked_down = true;
  return {
      {"everything", std::move(everything)}, {"several", std::move(several)}, {"alone", std::move(alone)}};
}

}  // namespace tests
