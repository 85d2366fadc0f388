#include <algorithm>
#include <utility>

#include "app/core/comfort_steps.hpp"
#include "app/core/steps.hpp"

namespace app {
namespace {

bool has_comfort(const Model& model) {
  return !is_one_of<OutOfOrderPage, CleanPage>(model.page.content);
}

Step set_comfort(const Model& model, Comfort comfort) {
  if (!has_comfort(model)) return stay(model);
  Model changed = model;
  changed.comfort = std::move(comfort);
  return {std::move(changed), {}};
}

}  // namespace

Step open_comfort(const Model& model) {
  // Who asks for comfort is there: a warning is answered, and the curtain stays drawn.
  if (const auto* timeout = std::get_if<TimeoutPage>(&model.page.content))
    return open_comfort(show(model, timeout->beneath.page().content).model);
  const AnyPage& page = model.page.content;
  const bool has_door = has_comfort(model) && !is_one_of<ComfortPage, ComfortAgainPage, CurtainPage>(page);
  return has_door ? show(model, ComfortAgainPage{CoveredPage{model.page}}) : stay(model);
}

Step set_language(const Model& model, const std::string& language) {
  const auto& languages = model.setup.languages;
  if (std::ranges::find(languages, language) == languages.end()) return stay(model);
  Comfort comfort = model.comfort;
  comfort.language = language;
  return set_comfort(model, std::move(comfort));
}

Step next_language(const Model& model) {
  const auto& languages = model.setup.languages;
  return languages.empty() ? stay(model) : set_language(model, after(languages, model.comfort.language));
}

Step set_text_size(const Model& model, int percent) {
  if (std::ranges::find(text_sizes, percent) == text_sizes.end()) return stay(model);
  Comfort comfort = model.comfort;
  comfort.text_size = percent;
  return set_comfort(model, std::move(comfort));
}

Step next_text_size(const Model& model) {
  return set_text_size(model, after(text_sizes, model.comfort.text_size));
}

Step set_contrast(const Model& model, Contrast contrast) {
  Comfort comfort = model.comfort;
  comfort.contrast = contrast;
  return set_comfort(model, std::move(comfort));
}

Step set_scanning(const Model& model, Scanning scanning) {
  Comfort comfort = model.comfort;
  comfort.scanning = scanning;
  return set_comfort(model, std::move(comfort));
}

Step set_scan_seconds(const Model& model, int seconds) {
  if (seconds < 1 || seconds > 10) return stay(model);
  Comfort comfort = model.comfort;
  comfort.scan_seconds = seconds;
  return set_comfort(model, std::move(comfort));
}

Step next_contrast(const Model& model) {
  return set_contrast(model, other(model.comfort.contrast));
}

}  // namespace app
