// Which people the figures are of.
#include <fmt/format.h>

#include <algorithm>

#include "app/core/trainer_pages.hpp"

namespace app {
namespace {

bool is_chosen(const std::vector<assessment::RecordFilter>& filter, assessment::Dimension dimension,
               const std::string& value) {
  return std::ranges::any_of(filter, [&](const assessment::RecordFilter& condition) {
    return condition.dimension == dimension && std::ranges::count(condition.values, value) > 0;
  });
}

}  // namespace

TrainerParts filter_parts(const TrainerText& words) {
  TrainerParts parts{HeadingPart{"filters.title", words.text("filters.title"), HeadingLevel::page},
                     TextPart{"filters.lead", words.text("filters.lead")}};
  for (const auto& [dimension, values] : words.model.contents->values) {
    ChoicesPart choices{.id = fmt::format("filters.{}", to_text(dimension)),
                        .legend = words.dimension(dimension),
                        .look = ChoiceLook::checkboxes};
    for (std::size_t i = 0; i < values.size(); ++i) {
      choices.choices.push_back({std::to_string(i), words.value(dimension, values[i]),
                                 is_chosen(words.model.draft, dimension, values[i]),
                                 ToggleFilter{dimension, values[i]}});
    }
    parts.push_back(std::move(choices));
  }
  parts.push_back(ButtonsPart{
      .buttons = {{.id = "filters.apply", .label = words.text("filters.apply"), .action = ApplyFilters{}},
                  {.id = "filters.clear",
                   .label = words.text("filters.clear"),
                   .weight = ButtonWeight::secondary,
                   .action = ClearFilters{}}}});
  return parts;
}

}  // namespace app
