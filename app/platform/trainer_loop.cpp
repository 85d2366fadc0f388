#include "app/platform/trainer_loop.hpp"

#include <utility>
#include <variant>

#include "app/ui/trainer_parts.hpp"

namespace app::platform {

namespace {

// What keys ask for means the same in both programs, as far as this one knows it.
std::optional<TrainerAction> asked_by(const Action& action) {
  if (std::holds_alternative<GoBack>(action)) return GoBack{};
  if (std::holds_alternative<NextTextSize>(action)) return NextTextSize{};
  if (std::holds_alternative<NextContrast>(action)) return NextContrast{};
  if (std::holds_alternative<NextLanguage>(action)) return NextLanguage{};
  return std::nullopt;
}

// Names in results and folders may have letters that no catalogue has.
std::string names_of(const TrainerModel& model) {
  std::string names = model.listing.path;
  for (const std::string& folder : model.listing.folders) names += folder;
  for (const std::string& place : model.places) names += place;
  for (const assessment::Diagnostic& fault : model.faults) names += to_text(fault);
  if (!model.contents) return names;
  for (const auto& [dimension, values] : model.contents->values) {
    for (const std::string& value : values) names += value;
  }
  for (const assessment::QuestionBank& bank : *model.contents->banks) names += texts_in_use(bank);
  for (const assessment::Diagnostic& fault : model.contents->skipped) names += to_text(fault);
  return names;
}

}  // namespace

TrainerLoop::TrainerLoop(const TrainerSetup& setup, const Strings& strings, const FontFiles& fonts,
                         Window& window, const Clock& clock, TrainerWork work)
    : DrawnLoop(window),
      strings_(strings),
      window_(window),
      clock_(clock),
      work_(std::move(work)),
      texts_(texts_in_use(strings)),
      renderer_(fonts, texts_) {
  TrainerStep start = start_trainer(setup);
  model_ = std::move(start.model);
  for (const TrainerCommand& command : start.commands) work_.start(command);
  view_ = make_view(model_, strings_);
  window_.set_title(view_.window_title);
}

void TrainerLoop::run() {
  turn();
  while (!window_.is_asked_to_close()) {
    window_.wait(std::nullopt);
    turn();
  }
}

void TrainerLoop::turn() {
  for (const TrainerAction& answer : work_.take_answers()) {
    apply(answer);
    const bool brings_names = std::holds_alternative<FolderListed>(answer) ||
                              std::holds_alternative<ResultsRead>(answer) ||
                              std::holds_alternative<ReadingFailed>(answer);
    if (brings_names) learn_names();
  }
  if (window_.take_damage()) want_layouts(1);
  refresh();
  for (const ui::InputEvent& event : window_.take_events()) {
    lay_out(event);
    refresh();
    want_layouts(layouts_after_input);
  }
  settle();
}

void TrainerLoop::apply(const TrainerAction& action) {
  TrainerStep step = update(model_, action);
  model_ = std::move(step.model);
  for (const TrainerCommand& command : step.commands) work_.start(command);
}

void TrainerLoop::learn_names() {
  std::string texts = texts_in_use(strings_) + names_of(model_);
  if (texts == texts_) return;
  texts_ = std::move(texts);
  renderer_.forget_fonts();
}

void TrainerLoop::refresh() {
  TrainerView view = make_view(model_, strings_);
  if (view == view_) return;
  if (view.window_title != view_.window_title) window_.set_title(view.window_title);
  view_ = std::move(view);
  want_layouts(1);
}

bool TrainerLoop::build(const std::optional<ui::InputEvent>& event) {
  theme_ = ui::make_theme(view_.contrast, view_.text_size, window_.screen(), ui::Pointing::mouse);
  const ui::Typeface& typeface = renderer_.begin(theme_);
  const auto presented = presenter_.present_as<TrainerAction>(
      view_.id, [this](ui::TrainerFrame& frame) { draw_trainer(frame, view_); }, theme_, typeface, event,
      clock_.now());
  for (const Action& action : presented.asked_by_key) {
    if (const auto known = asked_by(action)) apply(*known);
  }
  for (const TrainerAction& action : presented.actions) apply(action);
  return presented.is_settled;
}

}  // namespace app::platform
