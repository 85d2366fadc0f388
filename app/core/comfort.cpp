#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "app/core/steps.hpp"

namespace app {
namespace {

constexpr std::array text_sizes{100, 125, 150, 200};

bool has_comfort(const Model& model) {
  const AnyPage& page = model.page.content;
  return !std::holds_alternative<OutOfOrderPage>(page);
}

template <class Values, class Value>
Value after(const Values& values, const Value& value) {
  const auto found = std::ranges::find(values, value);
  return found == values.end() || std::next(found) == values.end() ? values.front() : *std::next(found);
}

Step set_comfort(const Model& model, Comfort comfort) {
  if (!has_comfort(model)) return stay(model);
  Model changed = model;
  changed.comfort = std::move(comfort);
  return {std::move(changed), {}};
}

}  // namespace

Step open_comfort(const Model& model) {
  const AnyPage& page = model.page.content;
  const bool has_door =
      !std::holds_alternative<ComfortPage>(page) && !std::holds_alternative<ComfortAgainPage>(page) &&
      !std::holds_alternative<FinishedPage>(page) && !std::holds_alternative<AloudPage>(page) &&
      !std::holds_alternative<TimeoutPage>(page) && !std::holds_alternative<OutOfOrderPage>(page);
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

Step next_contrast(const Model& model) {
  return set_contrast(model, model.comfort.contrast == Contrast::normal ? Contrast::high : Contrast::normal);
}

}  // namespace app
