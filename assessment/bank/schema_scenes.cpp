// Scenes: mock-ups with regions to touch.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "assessment/bank/schema_item_parts.hpp"

namespace assessment {
namespace {

constexpr std::size_t most_regions = 24;

// Four numbers in percent: left, top, width, height.
Rectangle read_rectangle(Node node, BankDraft& draft) {
  const auto numbers = read_list(node, "at", draft.faults);
  if (numbers.empty()) return {};
  if (numbers.size() != 4) {
    draft.faults.push_back(node.error("wrong-rectangle", "expected [left, top, width, height] in percent"));
    return {};
  }
  std::array<Rational, 4> sides;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    const auto side = read_decimal(numbers[i], i < 2 ? Rational(0) : ratio(1, 10), 100, draft.faults);
    if (!side) return {};
    sides[i] = *side;
  }
  if (sides[0] + sides[2] > 100 || sides[1] + sides[3] > 100) {
    draft.faults.push_back(node.error("wrong-rectangle", "the region reaches beyond the scene"));
  }
  return {sides[0].get_d(), sides[1].get_d(), sides[2].get_d(), sides[3].get_d()};
}

bool overlap(const Rectangle& a, const Rectangle& b) {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height &&
         b.top < a.top + a.height;
}

void read_region(Node node, UniqueIds& ids, SceneDraft& into, BankDraft& draft) {
  const Fields fields(node, {"id", "role", "at", "text", "correct"}, draft.faults);
  Option option;
  Region region;
  option.id = read_option_id(fields, draft);
  ids.add(option.id.text, fields.optional("id").value_or(node), draft.faults);
  if (const auto role = fields.required("role")) {
    const auto word =
        read_word(*role, "role", {"text", "heading", "link", "button", "field", "icon"}, draft.faults);
    region.role = static_cast<RegionRole>(word.value_or(0));
  }
  if (const auto at = fields.required("at")) {
    region.at = read_rectangle(*at, draft);
    for (std::size_t i = 0; i < into.options.size(); ++i) {
      if (!overlap(region.at, into.scene.regions[i].at)) continue;
      draft.faults.push_back(at->error(
          "regions-overlap",
          fmt::format("the regions '{}' and '{}' overlap", into.options[i].id.text, option.id.text)));
    }
  }
  option.label = required_text(fields, "text", draft);
  option.is_correct = read_flag(fields, "correct", draft);
  option.score = option.is_correct ? 1 : 0;
  into.scene.regions.push_back(region);
  into.options.push_back(std::move(option));
}

}  // namespace

SceneDraft read_scene(Node node, BankDraft& draft) {
  SceneDraft read;
  const Fields fields(node, {"kind", "title", "regions"}, draft.faults);
  if (const auto kind = fields.required("kind")) {
    const auto word = read_word(*kind, "kind", {"message", "browser", "record", "desktop"}, draft.faults);
    read.scene.kind = static_cast<SceneKind>(word.value_or(0));
  }
  read.scene.title = required_text(fields, "title", draft);
  const auto regions = fields.required("regions");
  if (!regions) return read;
  const auto elements = read_list(*regions, "regions", draft.faults);
  UniqueIds ids("region");
  for (const Node& element : elements) read_region(element, ids, read, draft);
  if (elements.empty()) return read;
  if (elements.size() < 2 || elements.size() > most_regions) {
    draft.faults.push_back(regions->error(
        "wrong-length", fmt::format("expected 2 to {} regions, not {}", most_regions, elements.size())));
  }
  if (std::ranges::none_of(read.options, &Option::is_correct)) {
    draft.faults.push_back(regions->error("nothing-scores", "none of the regions is correct"));
  }
  return read;
}

}  // namespace assessment
