#include <algorithm>

#include "app/core/speech_view.hpp"
#include "app/core/steps.hpp"

namespace app {
namespace {

int stepped(int value, int by) {
  return std::clamp(value + by, -100, 100);
}

// Nobody is spoken to while the glass is wiped.
bool can_speak(const Model& model) {
  return model.setup.can_speak && !std::holds_alternative<CleanPage>(model.page.content);
}

}  // namespace

Step set_read_aloud(const Model& model, bool is_on) {
  if (!can_speak(model)) return stay(model);
  Step step = stay(model);
  step.model.comfort.is_read_aloud = is_on;
  if (!is_on) step.commands.push_back(Speak{Say::nothing});
  return step;
}

// Who asks for one page wants the next one too.
Step read_page(const Model& model) {
  Step step = set_read_aloud(model, true);
  if (can_speak(model)) step.commands.push_back(Speak{Say::page});
  return step;
}

Step say(const Model& model, Say what) {
  Step step = stay(model);
  if (can_speak(model)) step.commands.push_back(Speak{what});
  return step;
}

Step change_volume(const Model& model, int by) {
  Step step = stay(model);
  if (can_speak(model)) step.model.comfort.volume = stepped(model.comfort.volume, by);
  return step;
}

Step change_rate(const Model& model, int by) {
  Step step = stay(model);
  if (can_speak(model)) step.model.comfort.rate = stepped(model.comfort.rate, by);
  return step;
}

Step allow_aloud(const Model& model, bool is_allowed) {
  const auto* page = std::get_if<AloudPage>(&model.page.content);
  if (!page) return stay(model);
  Step step = show(model, page->beneath.page().content);
  step.model.comfort.aloud = is_allowed ? Aloud::yes : Aloud::no;
  return step;
}

void ask_before_speaking(Model& model) {
  if (!model.setup.is_loudspeaker || !model.setup.can_speak || !model.comfort.is_read_aloud) return;
  if (model.comfort.aloud != Aloud::unasked || !tells_of_person(model.page)) return;
  model.page = Page{AloudPage{CoveredPage{model.page}}};
}

}  // namespace app
