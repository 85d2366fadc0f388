#include "app/ui/presenter.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include "app/ui/imgui_compat.hpp"
#include "app/ui/screens.hpp"

namespace app::ui {

namespace {

constexpr float frame_seconds = 1.0F / 60;
constexpr float wavering = 60;      // px between two strikes that are one
constexpr float page_share = 0.8F;  // of the viewport: what was last is still seen

// What a keypad types; only a question for a number listens.
std::optional<Action> typed_by(Key key) {
  if (key < Key::digit_0 || key > Key::digit_9) return std::nullopt;
  return TypeKey{static_cast<char>('0' + (static_cast<int>(key) - static_cast<int>(Key::digit_0)))};
}

// What a key asks of the kiosk, whatever has the focus.
std::optional<Action> action_of(Key key) {
  switch (key) {
    case Key::escape:
      return GoBack{};
    case Key::f1:
      return OpenComfort{};
    case Key::f2:
      return ReadPage{};
    case Key::f3:
      return Repeat{};
    case Key::f4:
      return Hush{};
    case Key::f5:
      return ChangeVolume{-10};
    case Key::f6:
      return ChangeVolume{10};
    case Key::f7:
      return ChangeRate{-10};
    case Key::f8:
      return ChangeRate{10};
    case Key::f9:
      return NextTextSize{};
    case Key::f10:
      return NextContrast{};
    case Key::f11:
      return NextLanguage{};
    case Key::f12:
      return HideScreen{};
    case Key::point:
      return TypeKey{'.'};
    case Key::backspace:
      return TypeKey{'<'};
    default:
      return typed_by(key);
  }
}

// A new question is a new page, in whichever language.
std::string page_of(const View& view) {
  if (const auto* question = std::get_if<QuestionView>(&view.page)) return view.id + "/" + question->item;
  if (const auto* link = std::get_if<LinkView>(&view.page)) return view.id + "/" + link->part;
  if (const auto* away = std::get_if<AwayView>(&view.page)) return view.id + "/" + away->part;
  if (const auto* staff = std::get_if<StaffView>(&view.page)) return view.id + "/" + staff->part;
  const auto* attract = std::get_if<AttractView>(&view.page);
  if (attract && !attract->banks.empty()) return view.id + "/banks";
  return view.id;
}

// These come over another page and go again.
bool is_cover(const std::string& page) {
  return page == "timeout" || page == "comfort" || page == "curtain" || page == "aloud" ||
         page.starts_with("away/");
}

// Whoever comes back to a warning or a curtain should find the way on under their finger.
std::string begins_with_focus_on(const std::string& page) {
  if (page == "timeout") return "timeout.carry_on";
  return page == "curtain" ? "curtain.show" : "";
}

class RootWindow {
 public:
  RootWindow(const Theme& theme) {
    const Color back = theme.palette.page;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, IM_COL32(back.red, back.green, back.blue, 255));
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(
        {static_cast<float>(theme.screen.width), static_cast<float>(theme.screen.height)});
    ImGui::Begin("kiosk", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                     ImGuiWindowFlags_NoBringToFrontOnFocus);
  }
  ~RootWindow() {
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
  }
  RootWindow(const RootWindow&) = delete;
  RootWindow& operator=(const RootWindow&) = delete;
};

bool asks_to_continue(const std::vector<Action>& actions) {
  return std::any_of(actions.begin(), actions.end(),
                     [](const Action& action) { return std::holds_alternative<GoNext>(action); });
}

}  // namespace

Presenter::Presenter() {
  IMGUI_CHECKVERSION();
  context_ = ImGui::CreateContext();
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.SetClipboardTextFn = [](void*, const char*) {};
  io.GetClipboardTextFn = [](void*) { return ""; };
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
}

Presenter::~Presenter() {
  ImGui::DestroyContext(context_);
}

Presented Presenter::present(const View& view, const Theme& theme, const Typeface& typeface,
                             const std::optional<InputEvent>& event, Milliseconds now) {
  set_hands(view);
  return present(
      page_of(view), [&view](Frame& frame) { draw_view(frame, view); }, theme, typeface, event, now);
}

void Presenter::set_hands(const View& view) {
  past_.strike.setting = view.double_strike;
  if (view.scanning != hands_.scanning) scanner_ = {};
  hands_ = {view.scanning, Milliseconds{view.scan_seconds} * 1000};
}

Presented Presenter::present(const std::string& page, const Drawing& draw, const Theme& theme,
                             const Typeface& typeface, const std::optional<InputEvent>& event,
                             Milliseconds now) {
  Presented presented;
  presented.actions = begin_frame(page, theme, event, now);
  Frame frame(theme, typeface, past_, pictures_);
  presented.is_settled = finish_frame(frame, [&] { draw(frame); });
  presented.actions.insert(presented.actions.end(), frame.actions().begin(), frame.actions().end());
  past_.has_continued = asks_to_continue(presented.actions);
  return presented;
}

// What the event's key asks for, whatever is drawn.
std::vector<Action> Presenter::begin_frame(const std::string& page, const Theme& theme,
                                           const std::optional<InputEvent>& event, Milliseconds now) {
  ImGui::SetCurrentContext(context_);
  past_.now = now;
  turn_page(page);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(theme.screen.width), static_cast<float>(theme.screen.height)};
  io.DeltaTime = frame_seconds;
  const bool counts = !event || !is_double(*event, theme.px(wavering));
  std::vector<Action> asked = take(counts ? event : std::nullopt);
  ImGui::NewFrame();
  return asked;
}

bool Presenter::finish_frame(Canvas& canvas, const std::function<void()>& draw) {
  {
    const RootWindow window(canvas.theme());
    draw();
  }
  ImGui::Render();
  return !learn_from(canvas);
}

void Presenter::turn_page(const std::string& page) {
  if (page == page_) return;
  const auto found = std::find_if(covered_.begin(), covered_.end(),
                                  [&page](const Covered& covered) { return covered.page == page; });
  const bool has_ring = past_.focus.is_ring_visible;
  if (found != covered_.end()) {
    past_.focus = found->focus;
    past_.scroll = found->scroll;
    covered_.erase(found, covered_.end());
  } else {
    if (is_cover(page)) {
      covered_.push_back({page_, past_.focus, past_.scroll});
    } else {
      covered_.clear();
    }
    past_.focus = {};
    past_.scroll = {};
    const std::string first = begins_with_focus_on(page);
    if (!first.empty()) past_.focus = {.id = first, .is_ring_visible = true};
  }
  past_.focus.is_ring_visible = past_.focus.is_ring_visible || (has_ring && !past_.focus.id.empty());
  past_.focus.activated.clear();
  past_.strike.has_turned_page = true;
  page_ = page;
}

std::vector<Action> Presenter::take(const std::optional<InputEvent>& event) {
  past_.focus.activated.clear();
  // What was pressed may stand elsewhere in the frame after, as a step that was put in order does.
  is_focus_new_ = std::exchange(has_pressed_focus_, false);
  // Where the last touch ended nothing may stay lit up.
  if (is_finger_lifted_) feed_pointer_position(std::nullopt);
  is_finger_lifted_ = false;
  if (scanner_.next_step && past_.now >= *scanner_.next_step) scan_on();
  if (!event) return {};
  if (const auto* moved = std::get_if<PointerMoved>(&*event)) feed_pointer_position(moved->at);
  if (const auto* pressed = std::get_if<PointerPressed>(&*event)) {
    feed_pointer_position(pressed->at);
    feed_pointer_button(PointerButton::down);
    past_.focus.is_ring_visible = false;
    scanner_ = {};
    pointed_ = pressed->at;
  }
  if (const auto* released = std::get_if<PointerReleased>(&*event)) {
    feed_pointer_position(released->at);
    feed_pointer_button(PointerButton::up);
    is_finger_lifted_ = true;
  }
  if (const auto* scrolled = std::get_if<Scrolled>(&*event)) past_.scroll.offset += scrolled->pixels;
  if (const auto* key = std::get_if<KeyPressed>(&*event)) return take_key(*key);
  return {};
}

// True for what a trembling hand adds: it is as if it had not come.
bool Presenter::is_double(const InputEvent& event, float near) {
  LastStrike& strike = past_.strike;
  if (const auto* pressed = std::get_if<PointerPressed>(&event))
    return strike.is_left_over(pressed->at, near, past_.now);
  const auto* key = std::get_if<KeyPressed>(&event);
  if (!key) return false;
  const bool is_press = key->key == Key::enter || key->key == Key::space;
  if (strike.is_repeated_key(key->key, past_.now)) return true;
  if (is_press && strike.is_left_over(std::nullopt, near, past_.now)) return true;
  strike.key = key->key;
  strike.key_at = past_.now;
  return false;
}

void Presenter::press() {
  past_.focus = press_focused(past_.focus, items_);
  has_pressed_focus_ = true;
}

// With two switches Space moves and Enter activates; with one, both activate, and the first press begins.
void Presenter::press_switch(Key key) {
  const bool has_begun = hands_.scanning == Scanning::two_switches || scanner_.next_step;
  const bool has_focus = past_.focus.is_ring_visible && find_item(items_, past_.focus.id) != nullptr;
  if (!has_begun || !has_focus) {
    const Scanned begun = begin_scan(past_.focus, items_, past_.now, hands_.pace);
    past_.focus = begun.focus;
    if (hands_.scanning == Scanning::one_switch) scanner_ = begun.scanner;
    past_.strike.id = past_.focus.id;  // a second strike must not press what the first one only found
    past_.strike.at = past_.now;
  } else if (hands_.scanning == Scanning::two_switches && key == Key::space) {
    past_.focus = move_focus(past_.focus, items_, Direction::forward);
  } else {
    press();
    if (scanner_.next_step) scanner_ = {past_.now + hands_.pace, past_.focus.id, 0};
  }
  is_focus_new_ = true;
}

void Presenter::scan_on() {
  Scanned scanned = step_scan(scanner_, past_.focus, items_, past_.now, hands_.pace);
  scanner_ = std::move(scanned.scanner);
  past_.focus = std::move(scanned.focus);
  is_focus_new_ = true;
}

// A press that led to another page goes on there, at its first item.
void Presenter::scan_new_page() {
  if (!scanner_.next_step || find_item(items_, past_.focus.id) != nullptr) return;
  Scanned scanned = begin_scan({}, items_, past_.now, hands_.pace);
  scanner_ = std::move(scanned.scanner);
  past_.focus = std::move(scanned.focus);
}

std::vector<Action> Presenter::take_key(const KeyPressed& pressed) {
  pointed_.reset();
  const float page = std::round(past_.scroll.viewport.height * page_share);
  const bool is_backward =
      pressed.key == Key::up || (pressed.key == Key::tab && pressed.shift == Shift::held);
  switch (pressed.key) {
    case Key::tab:
    case Key::down:
    case Key::up:
      past_.focus = move_focus(past_.focus, items_, is_backward ? Direction::backward : Direction::forward);
      is_focus_new_ = true;
      return {};
    case Key::enter:
    case Key::space:
      if (hands_.scanning == Scanning::off) {
        press();
      } else {
        press_switch(pressed.key);
      }
      return {};
    case Key::page_down:
      past_.scroll.offset += page;
      return {};
    case Key::page_up:
      past_.scroll.offset -= page;
      return {};
    default:
      break;
  }
  const std::optional<Action> action = action_of(pressed.key);
  return action ? std::vector<Action>{*action} : std::vector<Action>{};
}

// True when the next frame will look different.
bool Presenter::learn_from(const Canvas& frame) {
  const BodyScroll before = past_.scroll;
  items_ = frame.items();
  past_.code = frame.code;
  past_.scroll = frame.scroll;
  past_.scroll.offset += frame.wishes.scroll;
  const Focus focus_before = past_.focus;
  if (frame.wishes.struck) {
    past_.strike.id = *frame.wishes.struck;
    past_.strike.at = past_.now;
    past_.strike.place = pointed_;
    past_.strike.has_turned_page = false;
  }
  scan_new_page();
  if (frame.wishes.pressed) past_.focus.id = *frame.wishes.pressed;
  if (frame.wishes.focus) {
    past_.focus.id = *frame.wishes.focus;
    past_.focus.is_ring_visible = true;
    if (scanner_.next_step) scanner_.began = past_.focus.id;
  }
  const bool is_focus_moved = !(past_.focus == focus_before);
  if (is_focus_moved || is_focus_new_) scroll_into_view(past_.focus.id, frame.scroll.offset);
  past_.scroll.offset = std::clamp(past_.scroll.offset, 0.0F, past_.scroll.limit());
  return is_focus_moved || !(past_.scroll == before) || frame.wishes.scroll != 0 ||
         past_.scroll.offset != frame.scroll.offset;
}

// `drawn_at`: the offset at which the items were drawn.
void Presenter::scroll_into_view(const std::string& id, float drawn_at) {
  const FrameItem* item = find_item(items_, id);
  if (item == nullptr || item->place != Place::body) return;
  const Box view = past_.scroll.viewport;
  constexpr float room = 24;  // for the ring
  const float moved = past_.scroll.offset - drawn_at;
  const float above = view.y - (item->box.y - moved - room);
  const float below = item->box.bottom() - moved + room - view.bottom();
  if (above > 0) past_.scroll.offset -= above;
  if (above <= 0 && below > 0) past_.scroll.offset += std::min(below, -above);
}

}  // namespace app::ui
