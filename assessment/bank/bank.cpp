#include "assessment/bank/bank.hpp"

#include <algorithm>

#include "assessment/base/overloaded.hpp"

namespace assessment {
std::span<const Option> options_of(const QuestionBank& bank, const Item& item) {
  return std::visit(
      Overloaded{
          [&](const RatingItem& rating) { return std::span<const Option>(bank.scales[rating.scale].points); },
          [](const SingleItem& single) { return std::span<const Option>(single.options); },
          [](const MultipleItem& multiple) { return std::span<const Option>(multiple.options); },
      },
      item.type);
}

const Option* find_option(const QuestionBank& bank, const Item& item, const OptionId& id) {
  const auto options = options_of(bank, item);
  const auto found = std::ranges::find(options, id, &Option::id);
  return found == options.end() ? nullptr : &*found;
}

std::optional<std::size_t> find_item(const QuestionBank& bank, const ItemId& id) {
  const auto found = std::ranges::find(bank.items, id, &Item::id);
  if (found == bank.items.end()) return std::nullopt;
  return static_cast<std::size_t>(found - bank.items.begin());
}

const Role* find_role(const QuestionBank& bank, const RoleId& id) {
  const auto found = std::ranges::find(bank.roles, id, &Role::id);
  return found == bank.roles.end() ? nullptr : &*found;
}

Rational highest_score(const QuestionBank& bank, const Item& item) {
  if (std::holds_alternative<MultipleItem>(item.type)) return 1;
  Rational highest = 0;
  for (const Option& option : options_of(bank, item)) {
    if (!option.is_not_applicable) highest = std::max(highest, option.score);
  }
  return highest;
}

const Section* section_of(const QuestionBank& bank, std::size_t item) {
  const auto found = std::ranges::find_if(bank.sections, [&](const Section& section) {
    return std::ranges::find(section.items, item) != section.items.end();
  });
  return found == bank.sections.end() ? nullptr : &*found;
}

const std::vector<Level>& levels_of(const QuestionBank& bank, const Domain& domain) {
  return domain.rule.levels.empty() ? bank.levels : domain.rule.levels;
}

std::string bank_name(const QuestionBank& bank) {
  return bank.id + "@" + bank.version;
}

}  // namespace assessment
