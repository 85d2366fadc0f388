#include "app/platform/loop.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "app/platform/process_memory.hpp"

namespace app::platform {

namespace {

constexpr int swaps_after_wipe = 2;            // both buffers
constexpr double seconds_between_looks = 0.5;  // of a preview at its bank

// Presence is a press that has ended or a key; a pointer that is pushed by a draught is not.
bool shows_presence(const ui::InputEvent& event) {
  return std::holds_alternative<ui::PointerReleased>(event) || std::holds_alternative<ui::KeyPressed>(event);
}

bool cuts_speech(const ui::InputEvent& event) {
  return shows_presence(event) || std::holds_alternative<ui::PointerPressed>(event);
}

}  // namespace

Loop::Loop(const Setup& setup, const Strings& strings, const FontFiles& fonts, const PictureFiles& pictures,
           Window& window, const Clock& clock, Commands& commands, Speech& speech, WatchBank watch_bank)
    : DrawnLoop(window),
      strings_(strings),
      fonts_(fonts),
      pictures_(pictures),
      window_(window),
      clock_(clock),
      commands_(commands),
      speech_(speech),
      watch_bank_(std::move(watch_bank)),
      texts_(texts_in_use(setup, strings)),
      surface_(std::make_unique<Surface>(fonts_, texts_, pictures_)) {
  Step start = start_kiosk(setup);
  model_ = std::make_unique<const Model>(std::move(start.model));
  pending_ = std::move(start.commands);
  view_ = std::make_unique<const View>(make_view(*model_, strings_));
  window_.set_title(view_->window_title);
  forget_speech();
}

void Loop::run() {
  turn();
  while (!is_over_) {
    if (window_.is_asked_to_close()) {
      if (!model_->setup.is_locked_down) return;
      window_.stay_open();
    }
    std::optional<double> seconds;
    if (const auto next = deadline()) {
      seconds = static_cast<double>(std::max<Milliseconds>(0, *next - clock_.now())) / 1000 + 0.001;
    }
    if (watch_bank_) seconds = std::min(seconds.value_or(seconds_between_looks), seconds_between_looks);
    window_.wait(seconds);
    turn();
  }
}

std::optional<Milliseconds> Loop::deadline() const {
  const auto model = next_deadline(*model_);
  const auto scan = surface_->next_step();
  return model && scan ? std::min(*model, *scan) : model ? model : scan;
}

// What a turn leaves on the stack lies below this, where it can be overwritten: inlined, it would not.
void Loop::turn() {
  take_turn();
  if (std::exchange(is_stack_stale_, false)) overwrite_stack();
}

[[gnu::noinline]] void Loop::take_turn() {
  apply(Tick{clock_.now(), speech_.is_speaking()});
  follow_bank();
  if (window_.take_damage()) want_layouts(1);
  refresh();
  for (const ui::InputEvent& event : window_.take_events()) handle(event);
  const auto scan = surface_->next_step();
  if (scan && clock_.now() >= *scan) want_layouts(1);
  settle();
  speak();
}

// New words may need new letters, and new pictures new textures: so all is built again.
void Loop::follow_bank() {
  const auto change = watch_bank_ ? watch_bank_() : std::nullopt;
  if (!change) return;
  apply(*change);
  texts_ = texts_in_use(model_->setup, strings_);
  renew_surface();
}

void Loop::apply(const Action& action) {
  Step step = update(*model_, action);
  model_ = std::make_unique<const Model>(std::move(step.model));
  pending_.insert(pending_.end(), step.commands.begin(), step.commands.end());
}

void Loop::refresh() {
  auto view = std::make_unique<const View>(make_view(*model_, strings_));
  if (*view == *view_) return;
  if (view->window_title != view_->window_title) window_.set_title(view->window_title);
  view_ = std::move(view);
  want_layouts(1);
}

void Loop::handle(const ui::InputEvent& event) {
  if (cuts_speech(event) && view_->speech.is_on) speech_.cancel();
  lay_out(event);
  if (shows_presence(event)) apply(InputSeen{});
  refresh();
  want_layouts(layouts_after_input);
}

bool Loop::build(const std::optional<ui::InputEvent>& event) {
  const ui::Presented presented = surface_->build(*view_, window_.screen(), event, clock_.now());
  for (const Action& action : presented.actions) apply(action);
  return presented.is_settled;
}

bool Loop::do_what_waits() {
  if (pending_.empty()) return false;
  carry_out(std::exchange(pending_, {}));
  return true;
}

void Loop::carry_out(const std::vector<Command>& commands) {
  for (const Command& command : commands) {
    if (std::holds_alternative<WipeVisit>(command)) {
      renew_surface();
      forget_speech();
      is_stack_stale_ = true;
    }
    if (std::holds_alternative<QuitKiosk>(command)) is_over_ = true;
    if (const auto* speak = std::get_if<Speak>(&command)) {
      carry_out(*speak);
      continue;
    }
    for (const Action& answer : commands_.carry_out(command)) apply(answer);
  }
}

void Loop::renew_surface() {
  surface_.reset();  // first: with it goes every trace of what was shown
  surface_ = std::make_unique<Surface>(fonts_, texts_, pictures_);
  want_layouts(1);
  want_swaps(swaps_after_wipe);
}

ui::Screenful Loop::screenful() const {
  const auto* timeout = std::get_if<TimeoutView>(&view_->page);
  return {.id = view_->id,
          .page = surface_->page(),
          .language = view_->language,
          .items = surface_->items(),
          .seconds_left = timeout == nullptr ? std::nullopt : std::optional(timeout->seconds_left),
          .speech = view_->speech};
}

// What the settled screen has to tell that the one before had not.
void Loop::speak() {
  if (!view_->speech.is_on && !spoken_of_.speech.is_on) return;
  ui::Screenful now = screenful();
  if (now.speech.volume != spoken_of_.speech.volume) speech_.set_volume(now.speech.volume);
  if (now.speech.rate != spoken_of_.speech.rate) speech_.set_rate(now.speech.rate);
  say(narrate(spoken_of_, now, strings_));
  spoken_of_ = std::move(now);
}

void Loop::say(const std::vector<Utterance>& utterances) {
  if (utterances.empty()) return;
  for (const Utterance& utterance : utterances) speech_.say(utterance);
  last_said_ = utterances;
}

// Whatever the screen had to tell besides is told by this.
void Loop::carry_out(const Speak& command) {
  speech_.cancel();
  switch (command.what) {
    case Say::page:
      spoken_of_ = screenful();
      say(read_page(spoken_of_, strings_));
      break;
    case Say::again:
      say(std::exchange(last_said_, {}));
      break;
    case Say::nothing:
      break;
  }
}

void Loop::forget_speech() {
  speech_.cancel();
  std::vector<Utterance>().swap(last_said_);  // its memory too: freed, and so zeroed
  spoken_of_ = {};
  spoken_of_.speech = {.volume = speech_.installed_volume(), .rate = speech_.installed_rate()};
  speech_.set_volume(spoken_of_.speech.volume);
  speech_.set_rate(spoken_of_.speech.rate);
}

}  // namespace app::platform
