#include "assessment/bank/bank.hpp"

#include <algorithm>

#include "assessment/base/overloaded.hpp"

namespace assessment {

std::span<const Option> options_of(const QuestionBank& bank, const Item& item, std::size_t step) {
  using Options = std::span<const Option>;
  return std::visit(Overloaded{
                        [&](const RatingItem& rating) { return Options(bank.scales[rating.scale].points); },
                        [](const MatchItem& match) { return Options(match.lefts); },
                        [](const NumberItem&) { return Options(); },
                        [&](const TaskItem& task) { return Options(task.steps[step].options); },
                        [](const NoteItem&) { return Options(); },
                        [](const auto& other) { return Options(other.options); },
                    },
                    item.type);
}

const Option* find_option(const QuestionBank& bank, const Item& item, const OptionId& id, std::size_t step) {
  const auto options = options_of(bank, item, step);
  const auto found = std::ranges::find(options, id, &Option::id);
  return found == options.end() ? nullptr : &*found;
}

std::optional<std::size_t> find_item(const QuestionBank& bank, const ItemId& id) {
  const auto id_at = [&](std::size_t index) -> const ItemId& { return bank.items[index].id; };
  const auto found = std::ranges::lower_bound(bank.id_order, id, {}, id_at);
  if (found == bank.id_order.end() || id_at(*found) != id) return std::nullopt;
  return *found;
}

const Role* find_role(const QuestionBank& bank, const RoleId& id) {
  const auto found = std::ranges::find(bank.roles, id, &Role::id);
  return found == bank.roles.end() ? nullptr : &*found;
}

Rational highest_score(const QuestionBank& bank, const Item& item) {
  if (is_note(item)) return 0;
  if (!takes_one_option(item) && !std::holds_alternative<TaskItem>(item.type)) return 1;
  Rational sum = 0;
  for (std::size_t step = 0; step < steps_of(item); ++step) {
    Rational highest = 0;
    for (const Option& option : options_of(bank, item, step)) {
      if (!option.is_not_applicable && option.score > highest) highest = option.score;
    }
    sum += highest;
  }
  return sum;
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

void index_items(QuestionBank& bank) {
  bank.id_order.resize(bank.items.size());
  for (std::size_t index = 0; index < bank.items.size(); ++index) {
    bank.items[index].index = index;
    bank.id_order[index] = index;
  }
  for (std::size_t section = 0; section < bank.sections.size(); ++section) {
    for (const std::size_t item : bank.sections[section].items) bank.items[item].section = section;
  }
  std::ranges::sort(bank.id_order, {},
                    [&](std::size_t index) -> const ItemId& { return bank.items[index].id; });
}

std::string bank_name(const QuestionBank& bank) {
  return bank.id + "@" + bank.version;
}

}  // namespace assessment
