#include "tests/headless_ui.hpp"

#include <map>
#include <stdexcept>
#include <utility>

#include "app/platform/fonts.hpp"
#include "app/ui/trainer_parts.hpp"
#include "tests/shipped.hpp"

namespace tests {

namespace {

const app::platform::FontFiles& font_files() {
  static const app::platform::FontFiles files = app::platform::find_fonts("").value();
  return files;
}

const std::string& texts() {
  static const std::string all = app::platform::texts_in_use(shipped_setup(), shipped_strings());
  return all;
}

struct FontSet {
  ImFontAtlas atlas{};
  app::ui::Typeface typeface{};
};

// Built once for each set of sizes: that takes longer than all the frames of most tests.
FontSet& fonts_of(const app::ui::Theme& theme) {
  static std::map<decltype(theme.em), FontSet> sets;
  const auto [found, is_new] = sets.try_emplace(theme.em);
  ImGui::GetIO().Fonts = &found->second.atlas;
  if (is_new) found->second.typeface = app::platform::build_fonts(font_files(), texts(), theme);
  return found->second;
}

}  // namespace

HeadlessUi::HeadlessUi(int width, int height)
    : context_(ImGui::GetCurrentContext()), own_fonts_(ImGui::GetIO().Fonts) {
  resize(width, height);
}

HeadlessUi::~HeadlessUi() {
  ImGui::SetCurrentContext(context_);
  ImGui::GetIO().Fonts = own_fonts_;
}

void HeadlessUi::resize(int width, int height, float pixels_per_inch) {
  screen_ = {width, height, pixels_per_inch};
  fit();
}

void HeadlessUi::set_text(int text_size, app::Contrast contrast) {
  text_size_ = text_size;
  contrast_ = contrast;
  fit();
}

void HeadlessUi::fit() {
  const auto pointing = trainer_view_ ? app::ui::Pointing::mouse : app::ui::Pointing::finger;
  theme_ = make_theme(contrast_, text_size_, screen_, pointing);
  ImGui::SetCurrentContext(context_);
  typeface_ = fonts_of(theme_).typeface;
}

void HeadlessUi::show(app::View view) {
  view_ = std::move(view);
  settle();
}

void HeadlessUi::show(Drawing drawing, std::string page) {
  view_.reset();
  drawing_ = std::move(drawing);
  page_ = std::move(page);
  settle();
}

void HeadlessUi::show(app::TrainerView view) {
  text_size_ = view.text_size;
  contrast_ = view.contrast;
  trainer_view_ = std::move(view);
  fit();
  settle();
  trainer_actions_.clear();
}

std::vector<app::Action> HeadlessUi::trainer_frame(const std::optional<app::ui::InputEvent>& event) {
  auto presented = presenter_.present_as<app::TrainerAction>(
      trainer_view_->id, [this](app::ui::TrainerFrame& frame) { draw_trainer(frame, *trainer_view_); },
      theme_, typeface_, event, now_);
  is_settled_ = presented.is_settled;
  trainer_actions_.insert(trainer_actions_.end(), presented.actions.begin(), presented.actions.end());
  return std::move(presented.asked_by_key);
}

std::vector<app::Action> HeadlessUi::frame(const std::optional<app::ui::InputEvent>& event) {
  if (trainer_view_) return trainer_frame(event);
  auto presented = view_ ? presenter_.present(*view_, theme_, typeface_, event, now_)
                         : presenter_.present(page_, drawing_, theme_, typeface_, event, now_);
  is_settled_ = presented.is_settled;
  return std::move(presented.actions);
}

// Draws at least twice, and forgets what these frames ask for: nobody has touched anything.
void HeadlessUi::settle() {
  for (int drawn = 0; drawn < 20; ++drawn) {
    frame(std::nullopt);
    if (drawn > 0 && is_settled_) return;
  }
  throw std::logic_error("the layout does not settle");
}

std::vector<app::Action> HeadlessUi::send(const app::ui::InputEvent& event) {
  std::vector<app::Action> actions = frame(event);
  for (int drawn = 0; drawn < 20; ++drawn) {
    const auto more = frame(std::nullopt);
    actions.insert(actions.end(), more.begin(), more.end());
    if (drawn > 0 && is_settled_) return actions;
  }
  throw std::logic_error("the layout does not settle");
}

void HeadlessUi::wait(app::Milliseconds duration) {
  const app::Milliseconds end = now_ + duration;
  for (auto step = next_step(); step && *step <= end; step = next_step()) {
    now_ = *step;
    settle();
  }
  now_ = end;
}

std::vector<app::Action> HeadlessUi::click(std::string_view id) {
  const app::ui::FrameItem& target = item(id);
  const float centre = middle(id).y;
  const auto& seen = scroll().viewport;
  if (target.place == app::ui::Place::body && (centre < seen.y || centre >= seen.bottom())) {
    send(app::ui::Scrolled{centre - (seen.y + seen.height / 2)});
  }
  const app::ui::Point at = middle(id);
  std::vector<app::Action> actions;
  for (const app::ui::InputEvent& event :
       {app::ui::InputEvent(app::ui::PointerMoved{at}), app::ui::InputEvent(app::ui::PointerPressed{at}),
        app::ui::InputEvent(app::ui::PointerReleased{at})}) {
    const auto more = send(event);
    actions.insert(actions.end(), more.begin(), more.end());
  }
  return actions;
}

std::vector<app::Action> HeadlessUi::click(Drawing drawing, std::string_view id) {
  show(std::move(drawing));
  return click(id);
}

std::vector<app::Action> HeadlessUi::key(std::string_view name) {
  return send(app::ui::parse_key(name).value());
}

const app::ui::FrameItem& HeadlessUi::item(std::string_view id) const {
  const auto* found = find_item(items(), id);
  if (found == nullptr) throw std::logic_error("there is no item " + std::string(id));
  return *found;
}

bool HeadlessUi::has(std::string_view id) const {
  return find_item(items(), id) != nullptr;
}

std::string HeadlessUi::focused() const {
  for (const auto& each : items()) {
    if (each.focused) return each.id;
  }
  return "";
}

std::vector<std::string> HeadlessUi::controls() const {
  std::vector<std::string> ids;
  for (const auto& each : items()) {
    if (is_control(each.role)) ids.push_back(each.id);
  }
  return ids;
}

app::ui::Point HeadlessUi::middle(std::string_view id) const {
  const app::ui::Box box = item(id).box;
  return {box.x + box.width / 2, box.y + box.height / 2};
}

}  // namespace tests
